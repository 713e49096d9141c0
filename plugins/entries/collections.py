"""A collection: a tag, series, season, person or show with its entries, pages and feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.entries.model import Entry
from plugins.shared.images import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Entries that belong together and the words that introduce them.

    `kind` names the template (`tag` → `tag.html`); `path` ends with a slash;
    `entries` stand in reading order: newest first, or by number where `is_numbered`.
    `aliases` are older site paths that lead here; `source` is the file that introduces it, whose
    keys stand in `lines`, or what it is called where there is none.
    """

    kind: str
    slug: str
    path: str
    title: str
    entries: tuple[Entry, ...]
    summary: str = ""
    html: str = ""
    image: Image | None = None
    source: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    role: str = ""
    is_numbered: bool = False
    is_open: bool = False
    aliases: tuple[str, ...] = ()
    related: tuple[Collection, ...] = ()

    @property
    def episodes(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.episode is not None)

    @property
    def posts(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.episode is None)

    @property
    def feed_path(self) -> str:
        return f"{self.path}feed.xml"

    @property
    def podcast_path(self) -> str:
        return f"{self.path}podcast.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an entry stands in an ordered collection, and its neighbours there."""

    collection: Collection
    number: int
    total: int
    previous: Entry | None
    following: Entry | None
