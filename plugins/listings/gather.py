"""The collections that a site has without being asked: its blogs and its shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind, newest_first
from plugins.listings.pages import FeedLink
from plugins.podcast.model import Show
from plugins.shared.site import Site

FOREIGN_TITLES = {"es": "Blog en español", "de": "Blog auf Deutsch", "fr": "Blog en français"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The entries before and after one, in its blog or show."""

    previous: Entry | None = None
    following: Entry | None = None


def make_blogs(
    listed: tuple[Entry, ...], everything: Iterable[Entry], site: Site
) -> tuple[Collection, ...]:
    """Return the blog, and one for each other language that a post is written in."""
    blog = Collection(
        kind="blog",
        slug="blog",
        path="/blog/",
        title="Blog",
        summary=site.tagline,
        entries=tuple(entry for entry in listed if entry.kind is Kind.POST),
        source="the blog",
    )
    foreign: dict[str, list[Entry]] = {}
    for entry in everything:
        if entry.kind is Kind.POST and entry.is_listed and entry.lang != site.language:
            foreign.setdefault(entry.lang, []).append(entry)
    return blog, *(_foreign_blog(*item) for item in sorted(foreign.items()))


def _foreign_blog(language: str, entries: list[Entry]) -> Collection:
    return Collection(
        kind="blog",
        slug=language,
        path=f"/{language}/blog/",
        title=FOREIGN_TITLES.get(language, f"Blog ({language})"),
        entries=newest_first(tuple(entries)),
        source=f"the blog in {language!r}",
        aliases=(f"/{language}/",),
    )


def make_shows(listed: tuple[Entry, ...], shows: Iterable[Show]) -> tuple[Collection, ...]:
    """Return each show with its episodes."""
    return tuple(
        Collection(
            kind="show",
            slug=show.key,
            path=show.path,
            title=show.title,
            summary=show.description,
            image=show.image,
            entries=tuple(
                entry for entry in listed if entry.episode and entry.episode.show.key == show.key
            ),
            source=f"the show {show.title!r}",
        )
        for show in shows
    )


def find_neighbours(collection: Collection) -> dict[str, Neighbours]:
    """Return what stands before and after each entry, by its path."""
    entries = collection.entries
    triples = zip(entries, (None, *entries), (*entries[1:], None), strict=False)
    return {
        entry.path: Neighbours(previous=older, following=newer) for entry, newer, older in triples
    }


def feeds_of(collection: Collection, site: Site) -> tuple[FeedLink, ...]:
    """Return the feeds of a collection; a show has the one it was promised."""
    if collection.kind == "show":
        return (FeedLink(title=collection.title, path=collection.feed_path, is_podcast=True),)
    title = f"{site.name}: {collection.title}"
    shows = [entry.episode.show.title for entry in collection.episodes if entry.episode]
    podcast = (
        FeedLink(title=f"{show}: {collection.title}", path=collection.podcast_path, is_podcast=True)
        for show in shows[:1]
    )
    return FeedLink(title=title, path=collection.feed_path), *podcast
