"""The Pelican edge of series: introductions read early, collections and positions made late."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals

from plugins.entries.collections import Collection
from plugins.entries.introductions import Introduction, introduce, read_introductions
from plugins.entries.model import Entry
from plugins.entries.published import listed
from plugins.frontmatter.keys import Folder
from plugins.podcast.model import Show
from plugins.series.order import (
    find_double_parts,
    number_of,
    order,
    part_of,
    positions,
)
from plugins.shared.run import Run
from plugins.shared.slugs import slugify


def read_series(generator: Any) -> None:
    """Read `content/series`."""
    context = generator.context
    run: Run = context["RUN"]
    context["SERIES"] = read_introductions(Folder.SERIES, run)
    pages: dict[Path, str] = context.setdefault("COLLECTION_PAGES", {})
    pages.update({item.document.path: f"/series/{item.slug}/" for item in context["SERIES"]})


def gather_series(generators: list[Any]) -> None:
    """Add a collection for every series and season, and say where each entry stands."""
    context = generators[0].context
    entries = listed(context["contents"], context["articles"])
    made = [*_series(entries, context), *_seasons(entries, context["shows"])]
    context.setdefault("collections", []).extend(made)
    places = [positions(collection) for collection in made]
    for content in context["contents"]:
        path = content.entry.path
        content.positions = tuple(place[path] for place in places if path in place)


def _series(entries: tuple[Entry, ...], context: Any) -> list[Collection]:
    known: dict[str, Introduction] = {
        slugify(name): item
        for item in context["SERIES"]
        for name in (item.title, item.slug, *item.aliases)
    }
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.series:
            slug = slugify(entry.series)
            groups.setdefault(known[slug].slug if slug in known else slug, []).append(entry)
    for item in context["SERIES"]:
        groups.setdefault(item.slug, [])
    for group in groups.values():
        _tell_doubles(group, context["RUN"])
    return [
        introduce(_one_series(slug, group), known.get(slug), context["RESOLVER"])
        for slug, group in sorted(groups.items())
    ]


def _tell_doubles(entries: list[Entry], run: Run) -> None:
    for first, second in find_double_parts(entries):
        what = f"part {second.part} of {second.series!r} is already {first.source}."
        run.problems.error(
            second.source, what, "Give one of them another 'Part:'.", rule="series-part"
        )


def _one_series(slug: str, entries: list[Entry]) -> Collection:
    ordered = order(entries, part_of)
    title = ordered[0].series if ordered else slug
    return Collection(
        kind="series",
        slug=slug,
        path=f"/series/{slug}/",
        title=title,
        entries=ordered,
        source=f"the series {title!r}",
        is_numbered=True,
    )


def _seasons(entries: tuple[Entry, ...], shows: tuple[Show, ...]) -> list[Collection]:
    groups: dict[tuple[str, int], list[Entry]] = {}
    for entry in entries:
        if entry.episode is not None and entry.episode.season is not None:
            key = (entry.episode.show.key, entry.episode.season)
            groups.setdefault(key, []).append(entry)
    by_key = {show.key: show for show in shows}
    return [_season(by_key[key], number, group) for (key, number), group in sorted(groups.items())]


def _season(show: Show, number: int, entries: list[Entry]) -> Collection:
    name = dict(show.season_names).get(number, "")
    return Collection(
        kind="season",
        slug=str(number),
        path=f"{show.path}season/{number}/",
        title=f"Season {number}: {name}" if name else f"Season {number}",
        entries=order(entries, number_of),
        summary=f"All episodes of season {number} of {show.title}, in order.",
        image=show.image,
        source=f"season {number} of {show.title}",
        is_numbered=True,
        is_open=number in show.open_seasons,
    )


def register() -> None:
    signals.article_generator_finalized.connect(read_series)
    signals.all_generators_finalized.connect(gather_series)
