"""The pages that an Ogg file is made of (RFC 3533, 6): where they are, and what they say."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from plugins.podcast.audio.tags import read_at

_HEADER = 27
LONGEST_HEADER = _HEADER + 255
LONGEST_PAGE = LONGEST_HEADER + 255 * 255
_MARK = b"OggS"
_IS_FIRST, _IS_LAST = 2, 4
_GOES_ON = 255
_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its place and end, the stream it belongs to, how many samples end with it.

    `sizes` are the lengths of its pieces of packets: one shorter than 255 bytes ends a packet.
    """

    start: int
    end: int
    stream: int
    samples: int
    sizes: bytes
    is_first: bool
    is_last: bool

    @property
    def packets(self) -> int:
        """How many packets end in it."""
        return sum(size < _GOES_ON for size in self.sizes)


def parse_page(data: bytes, place: int = 0, offset: int = 0) -> Page | None:
    """Read the page that begins there, or nothing; `offset` is where the data lie in the file."""
    if len(data) < place + _HEADER or not data.startswith(_MARK + b"\0", place):
        return None
    flags, samples, stream, _, _, count = struct.unpack_from("<BqIIIB", data, place + 5)
    sizes = data[place + _HEADER : place + _HEADER + count]
    # Where the table of sizes is cut, the page is longer than what is left of it.
    length = _HEADER + count + sum(sizes)
    return Page(
        start=offset + place,
        end=offset + place + length,
        stream=stream,
        samples=samples,
        sizes=sizes,
        is_first=bool(flags & _IS_FIRST),
        is_last=bool(flags & _IS_LAST),
    )


def find_pages(data: bytes, offset: int) -> Iterator[Page]:
    """Yield the pages in a piece of a file; one may go on behind it."""
    place = data.find(_MARK)
    while place >= 0:
        page = parse_page(data, place, offset)
        if page is not None:
            yield page
        place = data.find(_MARK, page.end - offset if page else place + 1)


def walk_pages(file: BinaryIO, length_bytes: int) -> Iterator[Page]:
    """Yield all pages from the first to the last, which may say that it ends behind the file."""
    place: int | None = 0
    while place is not None and place < length_bytes:
        page = parse_page(read_at(file, place, LONGEST_HEADER), 0, place)
        if page is not None:
            yield page
        place = page.end if page else _next_mark(file, place + 1, length_bytes)


def _next_mark(file: BinaryIO, place: int, length_bytes: int) -> int | None:
    while place < length_bytes:
        found = read_at(file, place, _BLOCK).find(_MARK)
        if found >= 0:
            return place + found
        place += _BLOCK - len(_MARK)
    return None


def body_of(file: BinaryIO, page: Page) -> bytes:
    """Return the packets in a page, or their pieces, one behind the other."""
    start = page.start + _HEADER + len(page.sizes)
    return read_at(file, start, page.end - start)
