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
    _rule("chapter-first", Source.APPLE, "The first chapter starts at zero."),
    _rule("chapter-end", Source.NAMESPACE, "Every chapter starts before the audio ends."),
    _rule("chapter-double", Source.NAMESPACE, "No two chapters start at one time."),
    _rule("chapter-time", Source.PODLOVE, "The times of a chapter can be read and do not cross."),
    _rule("chapter-title", Source.PODLOVE, "A chapter has a title of at most 255 characters."),
    _rule("chapter-link", Source.NAMESPACE, "A chapter's link is an https address."),
    _rule("chapter-picture", Source.NAMESPACE, "A chapter's picture is a JPEG or PNG over https."),
    _rule("chapter-count", Source.OURS, "An audio file holds at most 255 chapters."),
    _rule("chapter-file", Source.OURS, "A file of chapters can be read."),
    _rule("chapter-sources", Source.OURS, "Chapters are written in one place."),
    _rule("chapter-apart", Source.OURS, "The lines of a chapter list stand together."),
    _rule("chapter-embedded", Source.OURS, "The audio tells the chapters that are written."),
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
    _rule("art-small", Source.APPLE, "Art is at least 1400 pixels wide."),
    _rule("art-large", Source.APPLE, "Art is at most 3000 pixels wide."),
    _rule("art-still", Source.APPLE, "Art does not move."),
    _rule("art-readable", Source.OURS, "Art can be read to its last pixel."),
    _rule("art-type", Source.APPLE, "Art is a JPEG or a PNG."),
    _rule("art-ending", Source.APPLE, "The name of art ends as its type does."),
    _rule("art-colours", Source.APPLE, "Art has the colours RGB, or greys."),
    _rule("art-alpha", Source.APPLE, "Art has no alpha channel."),
    _rule("art-depth", Source.OURS, "Art has eight bits for each colour."),
    _rule("art-profile", Source.OURS, "The colours of art are those of sRGB."),
    _rule("art-upright", Source.OURS, "Art is stored upright."),
    _rule("art-heavy", Source.OURS, "Art has at most 512 kilobytes."),
    _rule("picture-place", Source.OURS, "No picture tells where it was taken."),
    # Show notes
    _rule("notes-closed", Source.OURS, "Every HTML element of the notes that is opened is closed."),
    # Identity
    _rule("identity-guid", Source.APPLE, "A published guid never changes."),
    _rule("identity-double", Source.RSS, "No two entries have, or ever had, one guid."),
    _rule("identity-date", Source.OURS, "A published date never changes."),
    _rule("identity-audio", Source.OURS, "Published audio keeps its bytes."),
    _rule("identity-away", Source.OURS, "A published episode has its audio at hand."),
    _rule("identity-moved", Source.OURS, "A published episode stays in its show."),
    _rule("identity-gone", Source.OURS, "What was published stays, or is taken down by name."),
    _rule("identity-again", Source.OURS, "What was taken down does not come back by chance."),
    _rule("identity-page", Source.OURS, "A published page stays, or leads to another."),
    _rule("identity-show", Source.NAMESPACE, "The guid of a published show never changes."),
    _rule("identity-former", Source.OURS, "An old address leads to one place."),
    _rule("identity-ledger", Source.OURS, "The ledger can be read."),
)
