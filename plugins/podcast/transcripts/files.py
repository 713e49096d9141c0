"""The files that a transcript is published as: one table, in the order of the feed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

from plugins.podcast.model import Cue, Transcript, TranscriptFile
from plugins.podcast.transcripts.paragraphs import dump_paragraphs
from plugins.podcast.transcripts.read import Reading
from plugins.podcast.transcripts.segments import dump_segments, load_segments
from plugins.podcast.transcripts.subrip import dump_subrip
from plugins.podcast.transcripts.webvtt import dump_webvtt
from plugins.shared.media import Media

_SEGMENTS = "application/json"
# Browsers and Apple read WebVTT; it comes first.
FILES: tuple[tuple[str, str, Callable[[Iterable[Cue]], bytes]], ...] = (
    (".vtt", "text/vtt", dump_webvtt),
    (".srt", "application/x-subrip", dump_subrip),
    (".json", _SEGMENTS, dump_segments),
    (".html", "text/html", dump_paragraphs),
)


@dataclass(frozen=True, slots=True)
class KeptCues(Sequence[Cue]):
    """Cues that are read from a file of segments whenever somebody asks for them."""

    file: Path
    length: int

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[Cue]:
        return iter(load_segments(self.file.read_bytes()))

    @overload
    def __getitem__(self, index: int) -> Cue: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Cue, ...]: ...

    def __getitem__(self, index: int | slice) -> Cue | tuple[Cue, ...]:
        return tuple(self)[index]


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
    segments = next(file.path for file in files if file.type == _SEGMENTS)
    cues = KeptCues(media.file_of(segments), len(reading.cues))
    return Transcript(language=language, cues=cues, files=files, source=reading.source)


def _contents(reading: Reading) -> Iterator[tuple[str, str, bytes]]:
    for ending, type_, dump in FILES:
        is_ready = ending == ".vtt" and reading.webvtt
        yield ending, type_, reading.webvtt if is_ready else dump(reading.cues)
