"""Where the pictures in a file lie: nothing is measured by them, and they are most of its tags.

Tags of MP3 and the index of MP4 are read in one piece; those of FLAC and Ogg are stepped over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from plugins.podcast.audio.tags import read_at, tag_size

Span = tuple[int, int]
# What tells how a picture is stored, its type and words among it, is read.
_KEPT = 2048
_FRAME_ID = re.compile(rb"[A-Z0-9]{3,4}")
_UNSYNCHRONISED, _EXTENDED = 0x80, 0x40
_WITH_FRAMES = {b"CHAP", b"CTOC"}
# A cover is data in this box in that one, and so on.
_COVER = (b"moov", b"udta", b"meta", b"ilst", b"covr", b"data")
_V2, _V3, _V4 = 2, 3, 4  # ID3v2.2 to ID3v2.4
_SYNCSAFE = 0x7F


def find_pictures(file: BinaryIO, length_bytes: int) -> Iterator[Span]:
    """Yield where there is nothing but the bytes of pictures and other large frames."""
    head = read_at(file, 0, 16)
    for begins, find in _FORMS:
        if head.startswith(begins) or head[4:8] == begins:
            yield from find(file, length_bytes)


def _in_id3(file: BinaryIO, _length_bytes: int) -> Iterator[Span]:
    """ID3v2.2 to 2.4, 3: frames of an id, a length and sometimes flags."""
    head = read_at(file, 0, 10)
    end, version, flags = tag_size(head), head[3], head[5]
    start = 10
    # Older versions tell how long a frame was before bytes were put in between.
    if flags & _UNSYNCHRONISED and version < _V4:
        yield from _large(start, end)
        return
    if flags & _EXTENDED and version > _V2:
        four = read_at(file, start, 4)
        start += _plain(four) + 4 if version == _V3 else _syncsafe(four)
    yield from _in_frames(file, start, end, version)


def _in_frames(
    file: BinaryIO, start: int, end: int, version: int, *, is_inner: bool = False
) -> Iterator[Span]:
    width = 3 if version == _V2 else 4
    header = 6 if version == _V2 else 10
    while start + header <= end:
        head = read_at(file, start, header)
        name = head[:width]
        if not _FRAME_ID.fullmatch(name):
            return
        body = start + header
        size = _size(file, head, body, end, version)
        if name in _WITH_FRAMES and not is_inner:
            inner = body + _after_times(read_at(file, body, min(size, 512)), name)
            yield from _in_frames(file, inner, min(body + size, end), version, is_inner=True)
        else:
            yield from _large(body, min(body + size, end))
        start = body + size


def _size(file: BinaryIO, head: bytes, body: int, end: int, version: int) -> int:
    """Return a frame's length; some writers of ID3v2.4 tell it as ID3v2.3 does."""
    if version == _V2:
        return _plain(head[3:6])
    plain, safe = _plain(head[4:8]), _syncsafe(head[4:8])
    if version == _V3 or max(head[4:8]) > _SYNCSAFE:
        return plain
    after = read_at(file, body + safe, 4) if plain != safe and body + safe < end else b"\0"
    return safe if after[:1] == b"\0" or _FRAME_ID.fullmatch(after) else plain


def _after_times(body: bytes, name: bytes) -> int:
    """Return where the frames in a chapter, or a table of them, begin (ID3v2 Chapters, 3)."""
    place = body.find(b"\0") + 1
    if name == b"CHAP":
        return place + 16
    count = body[place + 1] if len(body) > place + 1 else 0
    place += 2
    for _ in range(count):
        place = body.find(b"\0", place) + 1 or len(body)
    return place


def _in_boxes(file: BinaryIO, length_bytes: int) -> Iterator[Span]:
    """ISO 14496-12, 4.2: a box has a length, a name, and sometimes other boxes."""
    yield from _inside(file, 0, length_bytes, _COVER)


def _inside(file: BinaryIO, start: int, end: int, path: tuple[bytes, ...]) -> Iterator[Span]:
    while start + 8 <= end:
        head = read_at(file, start, 16)
        name, size, header = head[4:8], _plain(head[:4]), 8
        if size == 1:
            size, header = _plain(head[8:16]), 16
        size = size or end - start
        if size < header:
            return
        stop = min(start + size, end)
        if name == path[0] and path[1:]:
            version = 4 if name == b"meta" else 0
            yield from _inside(file, start + header + version, stop, path[1:])
        elif name == path[0]:
            yield from _large(start + header, stop)
        start += size


def _large(start: int, end: int) -> Iterator[Span]:
    if end - start > _KEPT:
        yield start + _KEPT, end


def _plain(number: bytes) -> int:
    return int.from_bytes(number, "big")


def _syncsafe(four: bytes) -> int:
    return sum(
        (byte & _SYNCSAFE) << shift for byte, shift in zip(four, (21, 14, 7, 0), strict=True)
    )


_FORMS: tuple[tuple[bytes, Callable[[BinaryIO, int], Iterator[Span]]], ...] = (
    (b"ID3", _in_id3),
    (b"ftyp", _in_boxes),
)
