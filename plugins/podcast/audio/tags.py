"""Where the sound of a file begins and ends: tags stand before it, after it, and between."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import BinaryIO

_ID3_HEADER = 10
_ID3_FOOTER = 0x10
_APE_BYTES = 32
_APE_HAS_HEADER = 0x80
_ID3V1_BYTES = 128
_ID3V1_PLUS_BYTES = 227
_LYRICS_BYTES = 15  # six digits and LYRICS200, or before version 2 nine letters
_LYRICS_1_LONGEST = 5100
_LONGEST_HEADER = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From the first byte of the sound to the one behind its last."""

    start: int
    end: int


def read_at(file: BinaryIO, position: int, length: int) -> bytes:
    """Return the bytes at a place, fewer where the file ends."""
    file.seek(max(0, position), os.SEEK_SET)
    return file.read(length)


def find_span(file: BinaryIO, length_bytes: int) -> Span:
    """Return where the sound lies; empty where tags fill the file or go on past its end."""
    start = 0
    while start < length_bytes and (size := tag_size(read_at(file, start, _LONGEST_HEADER))):
        start += size
    start = min(start, length_bytes)
    end = length_bytes
    while end > start and (size := _size_before(file, end)):
        end -= size
    return Span(start=start, end=max(start, end))


def tag_size(head: bytes) -> int:
    """Return the length of the tag that begins so, 0 if none does.

    ID3v2 (id3.org, id3v2.4.0-structure, 3.1) and APEv2 (Hydrogenaudio, APEv2 specification).

    >>> tag_size(b"ID3" + bytes([4, 0, 0, 0, 0, 1, 2])), tag_size(bytes(32))
    (140, 0)
    """
    if head.startswith(b"ID3") and len(head) >= _ID3_HEADER and max(head[6:10]) < 0x80:  # noqa: PLR2004 seven bits
        size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
        return _ID3_HEADER * (2 if head[5] & _ID3_FOOTER else 1) + size
    if head.startswith(b"APETAGEX") and len(head) >= _APE_BYTES:
        return _APE_BYTES + int.from_bytes(head[12:16], "little")
    return 0


def _size_before(file: BinaryIO, end: int) -> int:
    """Return the length of the tag that ends there, 0 if none does."""
    tail = read_at(file, end - _ID3V1_BYTES, min(_ID3V1_BYTES, end))
    if len(tail) == _ID3V1_BYTES and tail.startswith(b"TAG"):
        plus = end - _ID3V1_BYTES - _ID3V1_PLUS_BYTES
        has_plus = plus >= 0 and read_at(file, plus, 4) == b"TAG+"
        return _ID3V1_BYTES + (_ID3V1_PLUS_BYTES if has_plus else 0)
    footer = tail[-_APE_BYTES:]
    if footer.startswith(b"APETAGEX") and len(footer) == _APE_BYTES:
        has_header = footer[23] & _APE_HAS_HEADER
        return int.from_bytes(footer[12:16], "little") + (_APE_BYTES if has_header else 0)
    if tail[-_ID3_HEADER:].startswith(b"3DI"):
        return tag_size(b"ID3" + tail[-_ID3_HEADER + 3 :])
    return _lyrics_before(file, end, tail[-_LYRICS_BYTES:])


def _lyrics_before(file: BinaryIO, end: int, tail: bytes) -> int:
    """Return the length of a Lyrics3 tag (id3.org, Lyrics3 and Lyrics3v2) that ends there."""
    if tail.endswith(b"LYRICS200") and tail[:6].isdigit():
        return int(tail[:6]) + _LYRICS_BYTES
    if tail.endswith(b"LYRICSEND"):
        first = max(0, end - _LYRICS_1_LONGEST - 20)
        begins = read_at(file, first, end - first).rfind(b"LYRICSBEGIN")
        return end - first - begins if begins >= 0 else 0
    return 0
