"""One episode, whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from plugins.podcast.model.chapter import Chapter
from plugins.podcast.model.extras import ContentLink, Extras
from plugins.podcast.model.notes import Notes
from plugins.podcast.model.person import Person
from plugins.podcast.model.show import Show
from plugins.podcast.model.sound import Enclosure, Soundbite
from plugins.podcast.model.transcript import Transcript
from plugins.shared.images import Image


class EpisodeType(StrEnum):
    """`itunes:episodeType`."""

    FULL = "full"
    TRAILER = "trailer"
    BONUS = "bonus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One episode as the feed and its page tell it.

    `notes` are made once, for all the feeds that it stands in;
    `app_title` is what apps call it, if not `title`; `decimal` a number such as `100.5`, which
    only the podcast namespace can say; `display` how its number is shown; `origin` the feed it
    comes from (RSS `source`: address and title).
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
    notes: Notes = field(default_factory=Notes)
    is_explicit: bool = False
    image: Image | None = None
    persons: tuple[Person, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    chapters_path: str = ""
    chapters_track_path: str = ""
    transcript: Transcript | None = None
    soundbites: tuple[Soundbite, ...] = ()
    alternates: tuple[Enclosure, ...] = ()
    app_title: str = ""
    decimal: str = ""
    display: str = ""
    is_blocked: bool = False
    categories: tuple[str, ...] = ()
    comments: str = ""
    origin: tuple[str, str] = ("", "")
    content_links: tuple[ContentLink, ...] = ()
    extras: Extras = field(default_factory=Extras)

    @property
    def cast(self) -> tuple[Person, ...]:
        """Those who are named for this episode itself, not for the show behind it."""
        return tuple(person for person in self.persons if person not in self.show.credits)

    @property
    def listed_chapters(self) -> tuple[Chapter, ...]:
        """The chapters that people see; the others only change the picture."""
        return tuple(chapter for chapter in self.chapters if chapter.is_listed)

    @property
    def label(self) -> str:
        """Number or type as a person says it: `#075`, `Trailer`, `Bonus`."""
        if self.type is not EpisodeType.FULL:
            return self.type.capitalize()
        if self.decimal:
            return f"#{self.decimal}"
        return "" if self.number is None else f"#{self.number:03d}"

    @property
    def heading(self) -> str:
        """Show and number: `The Daily Dave #075`."""
        return f"{self.show.title} {self.label}".rstrip()
