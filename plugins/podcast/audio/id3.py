"""The chapters in the ID3 tag of an MP3 (ID3v2 Chapter Frame Addendum, 3.1)."""

from __future__ import annotations

import io
import struct
from datetime import timedelta
from typing import BinaryIO

from mutagen import MutagenError
from mutagen.id3 import ID3

from plugins.podcast.audio.faults import Caveat
from plugins.podcast.audio.tags import read_at, tag_size
from plugins.podcast.model import Chapter
from plugins.shared.characters import clean

_HEADER = 32


def read_chapters(file: BinaryIO) -> tuple[tuple[Chapter, ...], tuple[Caveat, ...]]:
    """Return the chapters in the tag that a file begins with, ordered by time."""
    size = tag_size(read_at(file, 0, _HEADER))
    tag = read_at(file, 0, size) if size else b""
    if not tag.startswith(b"ID3") or b"CHAP" not in tag:
        return (), ()
    try:
        return _parse(tag), ()
    except (MutagenError, EOFError, LookupError, struct.error, ValueError):
        what = "the ID3 tag in it cannot be read, so its chapters are not told."
        todo = "Save its tags again with an editor, unless it was published."
        return (), (Caveat(rule="audio-tag", what=what, todo=todo),)


def _parse(tag: bytes) -> tuple[Chapter, ...]:
    found = []
    for frame in ID3(io.BytesIO(tag)).getall("CHAP"):
        subs = frame.sub_frames.items()
        titles = [clean(str(sub)) for name, sub in subs if name.startswith("TIT2")]
        title = next(filter(None, titles), clean(frame.element_id))
        found.append(Chapter(start=timedelta(milliseconds=frame.start_time), title=title))
    return tuple(sorted(found, key=lambda chapter: (chapter.start, chapter.title)))
