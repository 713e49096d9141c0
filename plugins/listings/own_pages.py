"""The pages of a site that are neither an entry nor a page of a collection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind
from plugins.listings.archive import Year
from plugins.shared.run import Run
from plugins.tags.index import choose_popular, group_by_letter

ENGINE = "the engine"
HOME_POSTS, HOME_EPISODES, POPULAR = 6, 5, 24
OWN_PATHS = (
    "/", "/feed.xml", "/tags/", "/series/", "/people/", "/archive/", "/search/", "/sitemap.xml",
    "/robots.txt", "/llms.txt",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """A page with the words of its head; `values` are what else its template gets."""

    path: str
    template: str
    title: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    robots: str = ""


# Every site has these; an author may write them.
NEEDED_PAGES = (
    OwnPage(
        path="/subscribe/", template="subscribe", title="Subscribe",
        text="Follow along with any app you like.",
    ),
    OwnPage(
        path="/404.html", template="not_found", title="Page not found",
        text="There is no page at this address.", robots="noindex",
    ),
)  # fmt: skip


def stand_in(page: OwnPage, run: Run) -> Entry:
    """Return what stands on a needed page that no author wrote."""
    return Entry(
        kind=Kind.PAGE, source=ENGINE, title=page.title, path=page.path, slug="", modified=None,
        date=run.now, lang=run.site.language, summary=page.text, html=f"<p>{page.text}</p>",
        text=page.text,
    )  # fmt: skip


class TagGroup(NamedTuple):
    """The tags under one letter of the index."""

    letter: str
    tags: tuple[Collection, ...]


def group_tags(tags: Sequence[Collection]) -> tuple[TagGroup, ...]:
    """Return tags by the letter that they begin with."""
    groups = group_by_letter(tags, lambda tag: tag.title)
    return tuple(TagGroup(group.letter, group.items) for group in groups)


def find_popular(tags: Sequence[Collection]) -> tuple[Collection, ...]:
    """Return the tags that most entries have."""
    return choose_popular(tags, lambda tag: tag.title, lambda tag: len(tag.entries), POPULAR)


def own_pages(
    listed: Sequence[Entry],
    collections: Sequence[Collection],
    groups: Sequence[TagGroup],
    popular: Sequence[Collection],
    years: Sequence[Year],
    tagline: str,
) -> Iterator[OwnPage]:
    """Yield home, the pages that list all tags, series and people, search and the archive."""
    yield _home(listed, tagline, popular)
    yield from _indexes(collections, groups, popular)
    yield _search(listed)
    yield _archive(years)
    yield from (_year(year, years) for year in years)


def _home(listed: Sequence[Entry], tagline: str, popular: Sequence[Collection]) -> OwnPage:
    values = {
        "posts": tuple(entry for entry in listed if entry.kind is Kind.POST)[:HOME_POSTS],
        "episodes": tuple(entry for entry in listed if entry.episode)[:HOME_EPISODES],
        "popular": popular,
    }
    return OwnPage(path="/", template="index", title="", text=tagline, values=values)


def _indexes(
    collections: Sequence[Collection], groups: Sequence[TagGroup], popular: Sequence[Collection]
) -> Iterator[OwnPage]:
    tags = sum(1 for item in collections if item.kind == "tag" and item.entries)
    yield OwnPage(
        path="/tags/", template="tags", title="Tags",
        text="Every subject, from the most used to the last.",
        values={"tag_groups": groups, "popular": popular, "total": tags},
    )  # fmt: skip
    series = tuple(item for item in collections if item.kind == "series")
    yield OwnPage(
        path="/series/", template="series_index", title="Series",
        text="What is told in parts, in its order.", values={"collections": series},
    )  # fmt: skip
    people = (item for item in collections if item.kind == "person")
    shown = tuple(person for person in people if person.entries or person.html)
    yield OwnPage(
        path="/people/", template="people", title="People",
        text="Who writes and speaks here.", values={"collections": shown},
    )  # fmt: skip


def _search(listed: Sequence[Entry]) -> OwnPage:
    return OwnPage(
        path="/search/", template="search", title="Search", robots="noindex",
        text="Find a post or an episode by its words.", values={"entries": listed},
    )  # fmt: skip


def _archive(years: Sequence[Year]) -> OwnPage:
    return OwnPage(
        path="/archive/", template="archive", title="Archive",
        text="Everything by year and month.", values={"years": years},
    )  # fmt: skip


def _year(year: Year, years: Sequence[Year]) -> OwnPage:
    title = str(year.year)
    return OwnPage(
        path=year.path, template="archive_year", title=title,
        text=f"Everything published in {title}.", values={"year": year, "years": years},
    )  # fmt: skip
