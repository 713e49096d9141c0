"""Audio, measured: what a file really is, how long it plays, which chapters it carries."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO

from mutagen import MutagenError
from mutagen.flac import FLAC
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from plugins.podcast.model import Chapter
from plugins.shared.characters import clean
from plugins.shared.files import sha256_of

_HEAD = 64
_NEARLY = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of audio: how its bytes begin, which names it has, how it is measured."""

    type: str
    endings: tuple[str, ...]
    is_ours: Callable[[bytes], bool]
    measure: Callable[[BinaryIO], Any]
    codecs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a file is: exact bytes, digest, MIME type, duration, bitrate in bit/s, chapters."""

    length_bytes: int
    sha256: str
    type: str
    duration: timedelta
    bitrate: int | None
    codecs: str
    chapters: tuple[Chapter, ...]


def _is_mpeg(head: bytes) -> bool:
    is_frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2  # noqa: PLR2004 ISO 11172-3: sync, layer III
    return head.startswith(b"ID3") or is_frame


# Apple decides by the ending; its name for AAC in MP4 is audio/x-m4a.
FORMATS: tuple[Format, ...] = (
    Format(type="audio/mpeg", endings=(".mp3",), is_ours=_is_mpeg, measure=MP3),
    Format(
        type="audio/x-m4a",
        endings=(".m4a",),
        is_ours=lambda head: (
            head[4:8] == b"ftyp" and head[8:11] in {b"M4A", b"M4B", b"mp4", b"iso"}
        ),
        measure=MP4,
        codecs="mp4a.40.2",
    ),
    Format(
        type="audio/ogg",
        endings=(".opus", ".ogg"),
        is_ours=lambda head: head.startswith(b"OggS") and b"OpusHead" in head,
        measure=OggOpus,
        codecs="opus",
    ),
    Format(
        type="audio/ogg",
        endings=(".ogg", ".oga"),
        is_ours=lambda head: head.startswith(b"OggS") and b"vorbis" in head,
        measure=OggVorbis,
        codecs="vorbis",
    ),
    Format(
        type="audio/flac",
        endings=(".flac",),
        is_ours=lambda head: head.startswith(b"fLaC"),
        measure=FLAC,
        codecs="flac",
    ),
)
# Apple takes only these for the main enclosure; the others are alternates.
MAIN_ENDINGS = (".mp3", ".m4a")
ALTERNATE_ENDINGS = (".opus", ".ogg", ".flac")


def probe(path: Path) -> Measured:
    """Measure an audio file.

    Raises:
        ValueError: with a whole sentence, if it is not what its name says.
    """
    with path.open("rb") as file:
        measured = measure(file, path.suffix, path.stat().st_size)
    return replace(measured, sha256=sha256_of(path))


def measure(file: BinaryIO, ending: str, length_bytes: int) -> Measured:
    """Measure open audio, whose name ends so; without its digest, which needs all of it.

    Raises:
        ValueError: with a whole sentence, if it is not what its name says.
    """
    head = file.read(_HEAD)
    file.seek(0)
    if not head:
        raise ValueError("the file is empty. Export the recording again.")
    kind = next((item for item in FORMATS if item.is_ours(head)), None)
    if kind is None:
        raise ValueError("the file is not audio that apps can play. Export it as MP3 or M4A.")
    if ending.lower() not in kind.endings:
        raise ValueError(f"the file is really {kind.type}. Rename it to end in {kind.endings[0]}.")
    try:
        measured = kind.measure(file)
    except (MutagenError, EOFError, LookupError, struct.error, UnicodeDecodeError) as error:
        raise ValueError("the audio in it cannot be read. Export the recording again.") from error
    return _result(length_bytes, kind, measured)


def _result(length_bytes: int, kind: Format, measured: Any) -> Measured:  # noqa: ANN401 mutagen is untyped
    seconds = float(getattr(measured.info, "length", 0) or 0)
    if seconds <= 0:
        raise ValueError("no sound can be found in it. Export the recording again.")
    bitrate = int(getattr(measured.info, "bitrate", 0) or 0)
    # The header of an MP3 goes on telling the whole length when its end was cut off.
    if kind.measure is MP3 and length_bytes < bitrate / 8 * seconds * _NEARLY:
        raise ValueError("it ends before its sound does. Export the recording again.")
    duration = timedelta(milliseconds=round(seconds * 1000))
    return Measured(
        length_bytes=length_bytes,
        sha256="",
        type=kind.type,
        duration=duration,
        bitrate=bitrate or None,
        codecs=kind.codecs,
        chapters=_chapters(measured),
    )


def _chapters(measured: Any) -> tuple[Chapter, ...]:  # noqa: ANN401 mutagen is untyped
    if isinstance(getattr(measured, "tags", None), ID3):
        return _id3_chapters(measured.tags)
    if isinstance(measured, MP4) and measured.chapters:
        return tuple(
            Chapter(start=timedelta(seconds=chapter.start), title=clean(chapter.title))
            for chapter in measured.chapters
        )
    return ()


def _id3_chapters(tags: Any) -> tuple[Chapter, ...]:  # noqa: ANN401 mutagen is untyped
    """Read CHAP frames (ID3v2 Chapter Frame Addendum, 3.1), ordered by time."""
    found = []
    for frame in tags.getall("CHAP"):
        subs = frame.sub_frames.items()
        titles = [clean(str(sub)) for name, sub in subs if name.startswith("TIT2")]
        title = next(filter(None, titles), clean(frame.element_id))
        found.append(Chapter(start=timedelta(milliseconds=frame.start_time), title=title))
    return tuple(sorted(found, key=lambda chapter: (chapter.start, chapter.title)))
