"""The formats that can hold chapters: one row each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.embed_chapters import id3, mp4, ogg
from tools.embed_chapters.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How chapters are read and written, and what of a chapter there is room for."""

    endings: tuple[str, ...]
    read: Callable[[Path], tuple[Mark, ...]]
    write: Callable[[Path, Path, Sequence[Mark]], None]
    tags_of: Callable[[Path], object]
    sound_of: Callable[[Path], bytes]
    most: int
    has_urls: bool = False
    has_pictures: bool = False
    has_ends: bool = False


FORMATS: tuple[Format, ...] = (
    Format(
        endings=(".mp3",),
        read=id3.read_marks,
        write=id3.write_marks,
        tags_of=id3.tags_of,
        sound_of=id3.sound_of,
        most=255,
        has_urls=True,
        has_pictures=True,
        has_ends=True,
    ),
    Format(
        endings=(".m4a",),
        read=mp4.read_marks,
        write=mp4.write_marks,
        tags_of=mp4.tags_of,
        sound_of=mp4.sound_of,
        most=255,
    ),
    Format(
        endings=(".opus", ".ogg", ".oga"),
        read=ogg.read_marks,
        write=ogg.write_marks,
        tags_of=ogg.tags_of,
        sound_of=ogg.sound_of,
        most=999,
        has_urls=True,
    ),
)


def find_format(path: Path) -> Format | None:
    """Return the format of a file by its ending, which is checked when it is measured."""
    ending = path.suffix.lower()
    return next((found for found in FORMATS if ending in found.endings), None)
