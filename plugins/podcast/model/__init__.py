"""The podcast's model: frozen values that are right once they exist.

Terms are those of RSS 2.0, Apple's podcast elements and the podcast namespace.
Times are `timedelta`, instants aware `datetime`, paths are site paths (`/media/…`).
"""

from plugins.podcast.model.chapter import Chapter
from plugins.podcast.model.episode import Episode, EpisodeType
from plugins.podcast.model.extras import (
    Chat,
    ContentLink,
    Extras,
    Funding,
    License,
    Location,
    Picture,
    Recipient,
    RemoteItem,
    SocialInteract,
    TimeSplit,
    Topic,
    Txt,
    UpdateFrequency,
    Value,
)
from plugins.podcast.model.notes import Notes
from plugins.podcast.model.person import Person
from plugins.podcast.model.show import Paging, Show
from plugins.podcast.model.sound import Enclosure, Soundbite
from plugins.podcast.model.transcript import Cue, Transcript, TranscriptFile

__all__ = [
    "Chapter",
    "Chat",
    "ContentLink",
    "Cue",
    "Enclosure",
    "Episode",
    "EpisodeType",
    "Extras",
    "Funding",
    "License",
    "Location",
    "Notes",
    "Paging",
    "Person",
    "Picture",
    "Recipient",
    "RemoteItem",
    "Show",
    "SocialInteract",
    "Soundbite",
    "TimeSplit",
    "Topic",
    "Transcript",
    "TranscriptFile",
    "Txt",
    "UpdateFrequency",
    "Value",
]
