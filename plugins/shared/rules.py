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
    _rule("cue-order", Source.WEBVTT, "Cues ascend."),
    # Art
    _rule("art-square", Source.APPLE, "Art is square."),
    # Show notes
    _rule("notes-closed", Source.OURS, "Every HTML element of the notes that is opened is closed."),
    # Identity
    _rule("identity-guid", Source.APPLE, "A published guid never changes."),
)
