"""Chapters in Opus and Vorbis: comments `CHAPTER001=…`, `CHAPTER001NAME=…`, `CHAPTER001URL=…`."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mutagen import File
from mutagen.ogg import OggPage

from plugins.shared.durations import long_clock, parse_time
from tools.embed_chapters.marks import Mark, milliseconds, time_of

_CHAPTER = re.compile(r"CHAPTER(?P<number>\d{2,3})(?P<what>NAME|URL)?$", re.IGNORECASE)


def read_marks(path: Path) -> tuple[Mark, ...]:
    """Return the chapters; this format tells where they begin, what they are and a link."""
    found: dict[int, dict[str, str]] = {}
    for key, value in _comments(path):
        match = _CHAPTER.match(key)
        if match:
            what = (match["what"] or "").upper()
            found.setdefault(int(match["number"]), {})[what] = value
    return tuple(
        Mark(
            start=milliseconds(parse_time(values.get("", "0"))),
            end=0,
            title=values.get("NAME", ""),
            url=values.get("URL", ""),
        )
        for _, values in sorted(found.items())
    )


def write_marks(source: Path, target: Path, marks: Sequence[Mark]) -> None:
    """Write a copy of the audio with these chapters among its comments."""
    shutil.copyfile(source, target)
    audio = File(target)
    for key in [key for key in audio.tags.keys() if _CHAPTER.match(key)]:  # noqa: SIM118 no dict
        del audio.tags[key]
    for number, mark in enumerate(marks, start=1):
        name = f"CHAPTER{number:03}"
        audio.tags[name] = long_clock(time_of(mark.start))
        audio.tags[f"{name}NAME"] = mark.title
        if mark.url:
            audio.tags[f"{name}URL"] = mark.url
    audio.save()


def tags_of(path: Path) -> object:
    """Return what besides chapters the file tells about itself."""
    return sorted(pair for pair in _comments(path) if not _CHAPTER.match(pair[0]))


def _comments(path: Path) -> list[tuple[str, str]]:
    audio: Any = File(path)
    return [(str(key), str(value)) for key, value in audio.tags or ()]


def sound_of(path: Path) -> bytes:
    """Return a digest of all packets but the second, which holds the comments (RFC 7845, 5)."""
    digest = hashlib.sha256()
    for number, packet in enumerate(_packets(path)):
        if number != 1:
            digest.update(len(packet).to_bytes(8, "big") + packet)
    return digest.digest()


def _packets(path: Path) -> Iterator[bytes]:
    begun = b""
    with path.open("rb") as file:
        while True:
            try:
                page = OggPage(file)
            except EOFError:
                return
            for position, part in enumerate(page.packets):
                begun += part
                if page.complete or position < len(page.packets) - 1:
                    yield begun
                    begun = b""
