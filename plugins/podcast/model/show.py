"""One podcast, as its channel tells it."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.podcast.model.person import Person
from plugins.shared.images import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """One podcast: an entry of `PODCASTS`."""

    key: str
    title: str
    description: str
    language: str
    author: str
    categories: tuple[tuple[str, str], ...]
    guid: str
    image: Image
    owner_name: str = ""
    owner_email: str = ""
    is_explicit: bool = False
    type: str = "episodic"
    copyright: str = ""
    license: str = ""
    license_url: str = ""
    locked: bool = True
    medium: str = "podcast"
    hosts: tuple[Person, ...] = ()
    funding: tuple[tuple[str, str], ...] = ()
    season_names: tuple[tuple[int, str], ...] = ()

    @property
    def path(self) -> str:
        return f"/{self.key}/"

    @property
    def feed_path(self) -> str:
        return f"/{self.key}/feed.xml"
