"""What an author may say of a show: the keys of an entry of `PODCASTS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSettings:
    """One show as configured. `docs/feed.md` says what each key becomes."""

    key: str
    title: str
    description: str
    author: str
    categories: Sequence[str]
    guid: str
    language: str = "en"
    image: str = "images/cover.jpg"
    itunes_title: str = ""
    owner_name: str = ""
    owner_email: str = ""
    explicit: bool = False
    type: str = "episodic"
    copyright: str = ""
    license: str = ""
    license_url: str = ""
    locked: bool = True
    medium: str = "podcast"
    hosts: Sequence[str] = ()
    credits: Sequence[str] = ()
    funding: Mapping[str, str] = field(default_factory=dict)
    seasons: Mapping[int, str] = field(default_factory=dict)
    open_seasons: Sequence[int] = ()
    new_feed_url: str = ""
    block: bool = False
    block_services: Sequence[str] = ()
    complete: bool = False
    apple_verify: str = ""
    managing_editor: str = ""
    web_master: str = ""
    topics: Sequence[str] = ()
    ttl: int = 0
    hubs: Sequence[str] = ()
    locations: Sequence[str] = ()
    texts: Sequence[str] = ()
    images: Sequence[str] = ()
    thumbnail: str = ""
    podroll: Sequence[str] = ()
    publisher: str = ""
    update_frequency: str = ""
    value: Sequence[str] = ()
    value_method: str = ""
    chat: str = ""
    social: Sequence[str] = ()
    podping: bool = False
    country_of_origin: str = ""
    page_size: int = 0
    byte_budget: int = 0
