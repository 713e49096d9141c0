"""What an app knows of a show from its feed: a frozen row for each episode, and the channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


class FeedError(ValueError):
    """A document that cannot be read as a podcast feed, told in a whole sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One episode.

    `label` is its number or type as a person says it (`#076`, `Trailer`); `published` is the
    text of its date where that is none; `page` is the archive page that it stands in, 0 for the
    feed itself; `facets` hold everything else that is said of it, by the keys of `elements.py`.
    """

    guid: str
    title: str
    label: str
    published: datetime | str
    link: str
    url: str
    length: str
    type: str
    page: int = 0
    facets: Mapping[str, str] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        """Number and title: `#076 First draft`."""
        return f"{self.label} {self.title}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """The show itself. `feed_url` is what its feed calls its own address."""

    title: str
    guid: str
    feed_url: str
    image_url: str
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One XML document: the feed, or an archive page that it leads to (RFC 5005)."""

    channel: Channel
    rows: tuple[Row, ...]
    older_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A show with the rows of all its documents, newest first, and the paths of these.

    `doubles` are rows whose guid another row of the same document has.
    """

    path: str
    channel: Channel
    rows: tuple[Row, ...]
    doubles: tuple[Row, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def is_at_home(self) -> bool:
        """Whether it lies where it says that it does; a copy at a former address does not."""
        return self.channel.feed_url.endswith(f"/{self.path}")
