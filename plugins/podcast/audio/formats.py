"""The formats of recordings: one row each, found by how a file begins, never by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from plugins.podcast.audio.faults import AudioError, unknown
from plugins.podcast.audio.flac import measure_flac
from plugins.podcast.audio.mp3 import measure_mp3
from plugins.podcast.audio.mp4 import measure_mp4
from plugins.podcast.audio.ogg import measure_ogg
from plugins.podcast.audio.sound import Sound
from plugins.podcast.audio.strangers import name_stranger
from plugins.podcast.audio.tags import find_span, read_at

_HEAD = 512
_AS_MAIN = "Export it as MP3 or M4A."


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of recording: its MIME type, the endings of its names, how it begins.

    `measure` takes a file, its length and whether all of it may be read.
    """

    type: str
    endings: tuple[str, ...]
    is_ours: Callable[[bytes], bool]
    measure: Callable[[BinaryIO, int, bool], Sound]
    has_id3: bool = False


MP3 = Format(
    type="audio/mpeg",
    endings=(".mp3",),
    is_ours=lambda head: head.startswith(b"ID3") or b"\xff\xe0" <= head[:2] <= b"\xff\xff",
    measure=lambda file, length, is_whole: measure_mp3(file, length, is_whole=is_whole),
    has_id3=True,
)
# Apple decides by the ending; its name for AAC in MP4 is audio/x-m4a.
FORMATS: tuple[Format, ...] = (
    Format(
        type="audio/x-m4a",
        endings=(".m4a",),
        is_ours=lambda head: head[4:8] == b"ftyp",
        measure=lambda file, length, _: measure_mp4(file, length),
    ),
    Format(
        type="audio/ogg",
        endings=(".opus", ".ogg"),
        is_ours=lambda head: head.startswith(b"OggS") and b"OpusHead" in head,
        measure=lambda file, length, is_whole: measure_ogg(file, length, is_whole=is_whole),
    ),
    Format(
        type="audio/ogg",
        endings=(".ogg", ".oga"),
        is_ours=lambda head: head.startswith(b"OggS") and b"\1vorbis" in head,
        measure=lambda file, length, is_whole: measure_ogg(file, length, is_whole=is_whole),
    ),
    Format(
        type="audio/flac",
        endings=(".flac",),
        is_ours=lambda head: head.startswith(b"fLaC"),
        measure=lambda file, length, _: measure_flac(file, length),
        has_id3=True,
    ),
    MP3,
)
# Apple takes only these for the main enclosure; the others are alternates.
MAIN_ENDINGS = (".mp3", ".m4a")
ALTERNATE_ENDINGS = (".opus", ".ogg", ".flac")


def find_format(file: BinaryIO, ending: str, length_bytes: int) -> Format:
    """Return what a file really is; its ending matters only where nothing else speaks.

    Raises:
        AudioError: with a whole sentence, if that is nothing that apps play.
    """
    if not length_bytes:
        raise AudioError("audio-empty", "the file is empty. Export the recording again.")
    span = find_span(file, length_bytes)
    head = read_at(file, span.start, min(_HEAD, span.end - span.start))
    if stranger := name_stranger(head):
        raise AudioError("audio-type", f"the file is really {stranger}. {_AS_MAIN}")
    kind = next((item for item in FORMATS if item.is_ours(head)), None)
    # What begins like nothing else may be an MP3 with something before its first frame.
    if kind is None and (span.start or ending.lower() in MP3.endings):
        kind = MP3
    if kind is None:
        raise unknown()
    if span.start and not kind.has_id3:
        what = f"it begins with an ID3 tag, which apps do not expect in {kind.type}."
        raise AudioError("audio-tag", f"{what} Save it again without the tag.")
    return kind


def check_ending(kind: Format, ending: str) -> None:
    """Raise an AudioError if the name of a file says something else than the file."""
    if ending.lower() not in kind.endings:
        todo = f"Rename it to end in {kind.endings[0]}."
        raise AudioError("audio-ending", f"the file is really {kind.type}. {todo}")
