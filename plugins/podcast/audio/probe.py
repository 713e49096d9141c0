"""Audio, measured: what a file really is, how long it plays, which chapters it carries."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from plugins.podcast.audio.faults import AGAIN, AudioError, Caveat, no_sound
from plugins.podcast.audio.formats import (
    ALTERNATE_ENDINGS,
    FORMATS,
    MAIN_ENDINGS,
    Format,
    check_ending,
    find_format,
)
from plugins.podcast.model import Chapter
from plugins.shared.files import sha256_of

__all__ = [
    "ALTERNATE_ENDINGS",
    "FORMATS",
    "MAIN_ENDINGS",
    "Format",
    "Measured",
    "measure",
    "probe",
]

_ENDLESS = 10_000_000  # seconds: what says that it plays for months is damaged


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a file is: exact bytes, digest, MIME type, duration, bitrate in bit/s, chapters.

    `caveats` are what apps may stumble over.
    """

    length_bytes: int
    sha256: str
    type: str
    duration: timedelta
    bitrate: int | None
    codecs: str
    chapters: tuple[Chapter, ...]
    caveats: tuple[Caveat, ...] = ()


def probe(path: Path) -> Measured:
    """Measure an audio file, all of it.

    Raises:
        AudioError: with a whole sentence, if it is not what its name says.
    """
    with path.open("rb") as file:
        measured = measure(file, path.suffix, os.fstat(file.fileno()).st_size, is_whole=True)
    return replace(measured, sha256=sha256_of(path))


def measure(file: BinaryIO, ending: str, length_bytes: int, *, is_whole: bool = False) -> Measured:
    """Measure open audio, whose name ends so; without its digest, which needs all of it.

    Of a file that is not to be read whole, because it is far away, some places are looked at.

    Raises:
        AudioError: with a whole sentence, if it is not what its name says.
    """
    kind = find_format(file, ending, length_bytes)
    sound = kind.measure(file, length_bytes, is_whole)
    duration = timedelta(milliseconds=round(min(sound.seconds, _ENDLESS) * 1000))
    if not duration or sound.bitrate <= 0:
        raise no_sound()
    if sound.seconds >= _ENDLESS:
        raise AudioError("audio-damaged", f"it tells a length that cannot be. {AGAIN}")
    check_ending(kind, ending)
    return Measured(
        length_bytes=length_bytes,
        sha256="",
        type=kind.type,
        duration=duration,
        bitrate=sound.bitrate,
        codecs=sound.codecs,
        chapters=sound.chapters,
        caveats=sound.caveats,
    )
