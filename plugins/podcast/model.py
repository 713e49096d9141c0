"""The podcast's model: frozen values that are right once they exist.

Terms are those of RSS 2.0, Apple's podcast elements and the podcast namespace.
Times are `timedelta`, instants aware `datetime`, paths are site paths (`/media/…`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from plugins.shared.images import Image


class EpisodeType(StrEnum):
    """`itunes:episodeType`."""

    FULL = "full"
    TRAILER = "trailer"
    BONUS = "bonus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """An audio file as a feed names it: measured, never typed by hand.

    `sha256` is lower-case hex; `bitrate` is in bit/s; `codecs` per RFC 6381, for alternates.
    """

    path: str
    length_bytes: int
    sha256: str
    type: str
    duration: timedelta
    bitrate: int | None = None
    codecs: str = ""
    source: Path | None = None

    @property
    def seconds(self) -> int:
        """The duration in whole seconds, as `itunes:duration` wants it, never 0."""
        return max(1, round(self.duration.total_seconds()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A titled point in time."""

    start: timedelta
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What one speaker says from `start` to `end`."""

    start: timedelta
    end: timedelta
    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """All cues of an episode; `path` is where the WebVTT file is published."""

    path: str
    language: str
    cues: tuple[Cue, ...]
    source: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is heard, with a `podcast:person` role."""

    name: str
    role: str = "host"
    path: str = ""
    image: Image | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Soundbite:
    """A moment worth sharing."""

    start: timedelta
    duration: timedelta
    title: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One episode as the feed and its page tell it.

    `notes` are the show notes as HTML with root-relative links, without the chapter list.
    """

    show: Show
    guid: str
    title: str
    path: str
    published: datetime
    modified: datetime | None
    enclosure: Enclosure
    type: EpisodeType = EpisodeType.FULL
    number: int | None = None
    season: int | None = None
    summary: str = ""
    notes: str = ""
    is_explicit: bool = False
    image: Image | None = None
    persons: tuple[Person, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    chapters_path: str = ""
    transcript: Transcript | None = None
    soundbites: tuple[Soundbite, ...] = ()
    alternates: tuple[Enclosure, ...] = ()

    @property
    def label(self) -> str:
        """Number or type as a person says it: `#075`, `Trailer`, `Bonus`."""
        if self.type is not EpisodeType.FULL:
            return self.type.capitalize()
        return "" if self.number is None else f"#{self.number:03d}"

    @property
    def heading(self) -> str:
        """Show and number: `The Daily Dave #075`."""
        return f"{self.show.title} {self.label}".rstrip()
