"""An entry: one post, episode or page, complete and frozen, as lists, feeds and pages see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from plugins.podcast.model import Episode
from plugins.shared.images import Image


class Kind(StrEnum):
    """The three kinds of entries."""

    POST = "post"
    EPISODE = "episode"
    PAGE = "page"


class Visibility(StrEnum):
    """Who may meet an entry: everybody, those who know its address, the author's preview alone."""

    LISTED = "listed"
    HIDDEN = "hidden"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name that links to a page of its own: a tag, an author."""

    name: str
    slug: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that was written or said, with all links in `html` resolved (root-relative).

    `path` is the site path of its page; `source` the path an author would type;
    `text` the Markdown body without front matter; `summary` plain text;
    `guid` its identity in feeds.
    """

    kind: Kind
    source: str
    title: str
    path: str
    slug: str
    date: datetime
    modified: datetime | None
    lang: str
    summary: str
    html: str
    text: str
    visibility: Visibility = Visibility.LISTED
    authors: tuple[Label, ...] = ()
    tags: tuple[Label, ...] = ()
    image: Image | None = None
    series: str = ""
    part: int | None = None
    episode: Episode | None = None
    guid: str = ""

    @property
    def is_listed(self) -> bool:
        return self.visibility is Visibility.LISTED

    @property
    def changed(self) -> datetime:
        """When it last changed, as far as readers are told."""
        return self.modified or self.date


def newest_first(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Sort by date, newest first; entries of the same instant by path, so that order is stable."""
    by_path = sorted(entries, key=lambda entry: entry.path)
    return tuple(sorted(by_path, key=lambda entry: entry.date, reverse=True))
