"""All rules that content and feeds are held against: one table, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """Who asks for it."""

    RSS = "RSS 2.0"
    APPLE = "Apple Podcasts"
    PSP = "PSP-1"
    NAMESPACE = "Podcast namespace"
    PODLOVE = "Podlove Simple Chapters 1.2"
    WEBVTT = "WebVTT"
    OURS = "this engine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its key, who asks for it, and what it says in a sentence."""

    key: str
    source: Source
    says: str


def _rule(key: str, source: Source, says: str) -> Rule:
    return Rule(key=key, source=source, says=says)


RULES: tuple[Rule, ...] = (
    # Audio
    _rule("audio-there", Source.RSS, "An episode has audio."),
    # Chapters
    _rule("chapter-order", Source.PODLOVE, "Chapters ascend."),
    # Transcripts
    _rule("cue-order", Source.WEBVTT, "A cue starts no earlier than the one above it."),
    _rule("cue-length", Source.WEBVTT, "A cue ends after it starts."),
    _rule("cue-overlap", Source.OURS, "A cue starts when the one above it has ended."),
    _rule("cue-past-end", Source.NAMESPACE, "A cue ends with the audio at the latest."),
    _rule("cue-times", Source.NAMESPACE, "Every cue has its times, in the form of its file."),
    _rule("transcript-form", Source.NAMESPACE, "A transcript is WebVTT, SRT, JSON or HTML."),
    _rule("transcript-words", Source.OURS, "Somebody speaks in a transcript."),
    _rule("transcript-one", Source.OURS, "All transcripts of an episode say the same."),
    # Art
    _rule("art-square", Source.APPLE, "Art is square."),
    # Show notes
    _rule("notes-closed", Source.OURS, "Every HTML element of the notes that is opened is closed."),
    # Identity
    _rule("identity-guid", Source.APPLE, "A published guid never changes."),
)
