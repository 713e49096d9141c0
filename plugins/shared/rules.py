"""All rules that content and feeds are held against: one table, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plugins.shared.problems import Severity


class Source(StrEnum):
    """Who asks for it."""

    XML = "XML 1.0"
    RSS = "RSS 2.0"
    RFC_2822 = "RFC 2822"
    RFC_3986 = "RFC 3986"
    RFC_5005 = "RFC 5005"
    RFC_9110 = "RFC 9110"
    ATOM = "RFC 4287"
    WEBSUB = "WebSub"
    APPLE = "Apple Podcasts"
    SPOTIFY = "Spotify"
    PSP = "PSP-1"
    NAMESPACE = "Podcast namespace"
    PODLOVE = "Podlove Simple Chapters 1.2"
    WEBVTT = "WebVTT"
    OURS = "this engine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its key, who asks for it, what it says in a sentence, how grave a breach is."""

    key: str
    source: Source
    says: str
    severity: Severity = Severity.ERROR


def _rule(key: str, source: Source, says: str, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(key=key, source=source, says=says, severity=severity)


RULES: tuple[Rule, ...] = (
    # Files
    _rule("file-readable", Source.OURS, "A file of the content can be read."),
    _rule("file-encoding", Source.OURS, "A source is in UTF-8."),
    _rule("file-control", Source.XML, "A source holds no control characters."),
    _rule("file-inside", Source.OURS, "What is named lies inside the content folder."),
    _rule("file-there", Source.OURS, "A file that is named is there."),
    _rule("file-stays", Source.OURS, "No file changes while the site is built."),
    _rule("file-read", Source.OURS, "A text that lies among the content is read by somebody."),
    _rule("picture-readable", Source.OURS, "A picture can be read."),
    # Front matter
    _rule("key-known", Source.OURS, "A key is one that somebody reads."),
    _rule("key-once", Source.OURS, "A key is given once."),
    _rule("key-missing", Source.OURS, "The keys that an entry needs are there."),
    _rule("key-value", Source.OURS, "The value of a key has the form that the key asks for."),
    _rule("key-apart", Source.OURS, "An empty line parts the keys from the text."),
    _rule("key-yaml", Source.OURS, "Front matter in YAML is YAML, and ends."),
    _rule("text-nested", Source.OURS, "Lists and quotes are not nested without end."),
    _rule("template-known", Source.OURS, "The theme has the template, and it is made for this."),
    # Addresses and links
    _rule("address-made", Source.OURS, "An address can be made of a name."),
    _rule("address-once", Source.OURS, "No two entries have one address."),
    _rule("address-free", Source.OURS, "No entry takes an address of the site's own."),
    _rule("address-short", Source.OURS, "An address is short enough for a file."),
    _rule("address-folder", Source.OURS, "No address is a file and a folder."),
    _rule("address-whole", Source.OURS, "An address is given with its file."),
    _rule("address-former", Source.OURS, "A former address stays inside the site."),
    _rule("link-there", Source.OURS, "A link within the site leads somewhere."),
    _rule("link-heading", Source.OURS, "A link to a heading finds it."),
    _rule("link-published", Source.OURS, "A link leads to what is published.", Severity.WARNING),
    # Tags and series
    _rule("tag-letters", Source.OURS, "A tag has letters or digits."),
    _rule("tag-address", Source.OURS, "No two tags share an address."),
    _rule("tag-meaning", Source.OURS, "A name means one tag."),
    _rule("series-part", Source.OURS, "No two entries are the same part of a series."),
    # Shows and episodes
    _rule("setting-known", Source.OURS, "A setting has the keys that are read."),
    _rule("setting-missing", Source.OURS, "A setting has the keys that it needs."),
    _rule("setting-address", Source.RSS, "The address of a site is whole."),
    _rule("show-setting", Source.PSP, "What is said of a show makes its feed right."),
    _rule("show-there", Source.OURS, "Episodes have a show."),
    _rule("show-cover", Source.APPLE, "A show has a cover.", Severity.WARNING),
    _rule("episode-double", Source.APPLE, "No two episodes of a season have one number."),
    _rule("audio-double", Source.APPLE, "No two episodes have one recording."),
    _rule(
        "audio-copy",
        Source.OURS,
        "No two episodes of a show have the same sound.",
        Severity.WARNING,
    ),
    _rule("soundbite-end", Source.NAMESPACE, "A soundbite ends with the audio at the latest."),
    # Audio
    _rule("audio-there", Source.RSS, "An episode has audio."),
    _rule("audio-empty", Source.OURS, "A recording has bytes."),
    _rule("audio-type", Source.APPLE, "A recording is in a format that apps play."),
    _rule("audio-ending", Source.APPLE, "The name of a recording ends as its type does."),
    _rule("audio-format", Source.APPLE, "The recording of an episode is an MP3 or an M4A."),
    _rule("audio-sound", Source.OURS, "There is sound in a recording."),
    _rule("audio-truncated", Source.OURS, "A recording is there to its end."),
    _rule("audio-cut", Source.OURS, "The end of a recording can be seen.", Severity.WARNING),
    _rule(
        "audio-fragments",
        Source.OURS,
        "The index of an M4A tells of all its sound.",
        Severity.WARNING,
    ),
    _rule("audio-chained", Source.OURS, "An Ogg file holds one recording.", Severity.WARNING),
    _rule("audio-damaged", Source.OURS, "All of a recording can be played."),
    _rule("audio-tag", Source.OURS, "The tags of a recording can be read where apps look."),
    _rule(
        "audio-header",
        Source.OURS,
        "An MP3 tells how long it plays, or its bitrate does.",
        Severity.WARNING,
    ),
    _rule("audio-same", Source.OURS, "All formats of an episode play equally long."),
    _rule("audio-said", Source.OURS, "What is said of a recording is what it is."),
    _rule("audio-loudness", Source.APPLE, "A recording has about -16 LUFS.", Severity.WARNING),
    _rule("audio-peak", Source.APPLE, "True peaks are -1 dBTP at most.", Severity.WARNING),
    _rule("audio-silence", Source.OURS, "A recording is not silent.", Severity.WARNING),
    _rule("audio-heard", Source.OURS, "A recording can be played to its end.", Severity.WARNING),
    _rule("remote-address", Source.OURS, "An address of audio is whole, and holds no password."),
    _rule("remote-ending", Source.APPLE, "The address of a recording ends in .mp3 or .m4a."),
    _rule("remote-there", Source.APPLE, "Audio on another host is there, and sent in parts too."),
    _rule("remote-text", Source.APPLE, "Audio on another host is not served as text."),
    _rule("remote-type", Source.APPLE, "Audio is served as what it is.", Severity.WARNING),
    _rule("remote-head", Source.APPLE, "A server of audio answers HEAD.", Severity.WARNING),
    _rule(
        "remote-kept",
        Source.OURS,
        "What was measured at a distance is committed.",
        Severity.WARNING,
    ),
    _rule("remote-file", Source.OURS, "What is remembered of other hosts can be read."),
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
    _rule("art-colours", Source.APPLE, "Art has the colours RGB."),
    _rule("art-alpha", Source.APPLE, "Art has no alpha channel."),
    _rule("art-depth", Source.OURS, "Art has eight bits for each colour."),
    _rule("art-profile", Source.OURS, "The colours of art are those of sRGB."),
    _rule("art-upright", Source.OURS, "Art is stored upright."),
    _rule("art-heavy", Source.OURS, "Art has at most 512 kilobytes."),
    _rule("picture-place", Source.OURS, "No picture tells where it was taken."),
    # Show notes
    _rule(
        "notes-left-out",
        Source.OURS,
        "Nothing in a text has to be left out of feeds.",
        Severity.WARNING,
    ),
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
