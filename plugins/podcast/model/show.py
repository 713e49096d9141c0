"""One podcast, as its channel tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.podcast.model.extras import Extras, RemoteItem, Topic, UpdateFrequency
from plugins.podcast.model.person import Person
from plugins.shared.images import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where a feed is cut into archive pages (RFC 5005, 4): by items or bytes; 0 is no limit."""

    page_size: int = 0
    byte_budget: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """One podcast: an entry of `PODCASTS`, whose keys `docs/feed.md` explains.

    `new_feed_url` is kept to the letter; `ttl` is in minutes.
    """

    key: str
    title: str
    description: str
    language: str
    author: str
    categories: tuple[tuple[str, str], ...]
    guid: str
    image: Image
    itunes_title: str = ""
    owner_name: str = ""
    owner_email: str = ""
    is_explicit: bool = False
    type: str = "episodic"
    copyright: str = ""
    locked: bool = True
    medium: str = "podcast"
    hosts: tuple[Person, ...] = ()
    credits: tuple[Person, ...] = ()
    season_names: tuple[tuple[int, str], ...] = ()
    open_seasons: tuple[int, ...] = ()
    new_feed_url: str = ""
    is_blocked: bool = False
    blocked_services: tuple[str, ...] = ()
    is_complete: bool = False
    apple_verify: str = ""
    managing_editor: str = ""
    web_master: str = ""
    topics: tuple[Topic, ...] = ()
    ttl: int | None = None
    hubs: tuple[str, ...] = ()
    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    update_frequency: UpdateFrequency | None = None
    uses_podping: bool = False
    country_of_origin: str = ""
    extras: Extras = field(default_factory=Extras)
    paging: Paging = field(default_factory=Paging)

    @property
    def path(self) -> str:
        return f"/{self.key}/"

    @property
    def feed_path(self) -> str:
        return f"/{self.key}/feed.xml"

    @property
    def persons(self) -> tuple[Person, ...]:
        """Everybody the channel names."""
        return self.hosts + self.credits
