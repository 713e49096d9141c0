"""The files that a transcript is published as: one table, in the order of the feed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plugins.podcast.model import Cue, Transcript, TranscriptFile
from plugins.podcast.transcripts.paragraphs import dump_paragraphs
from plugins.podcast.transcripts.read import Reading
from plugins.podcast.transcripts.segments import dump_segments
from plugins.podcast.transcripts.subrip import dump_subrip
from plugins.podcast.transcripts.webvtt import dump_webvtt
from plugins.shared.media import Media

# Browsers and Apple read WebVTT; it comes first.
FILES: tuple[tuple[str, str, Callable[[Iterable[Cue]], bytes]], ...] = (
    (".vtt", "text/vtt", dump_webvtt),
    (".srt", "application/x-subrip", dump_subrip),
    (".json", "application/json", dump_segments),
    (".html", "text/html", dump_paragraphs),
)


def publish_transcript(
    reading: Reading | None, stem: str, language: str, media: Media
) -> Transcript | None:
    """Publish a transcript in all its forms; WebVTT by its author's hand as it is."""
    if reading is None or not reading.cues:
        return None
    files = tuple(
        TranscriptFile(path=media.make(stem, content, ending), type=type_)
        for ending, type_, content in _contents(reading)
    )
    return Transcript(language=language, cues=reading.cues, files=files, source=reading.source)


def _contents(reading: Reading) -> Iterator[tuple[str, str, bytes]]:
    for ending, type_, dump in FILES:
        is_ready = ending == ".vtt" and reading.webvtt
        yield ending, type_, reading.webvtt if is_ready else dump(reading.cues)
