"""Opus and Vorbis in Ogg, measured: the first page and the last say how long they play.

RFC 3533, 6 has the pages, RFC 7845, 4 and 5.1 Opus, the Vorbis I specification, 4.2.2 Vorbis.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from plugins.podcast.audio.faults import AGAIN, AudioError, ends_early, no_sound
from plugins.podcast.audio.sound import Sound
from plugins.podcast.audio.tags import read_at

_HEADER = 27
_LONGEST_PAGE = _HEADER + 255 + 255 * 255
_MARK = b"OggS"
_IS_LAST = 4
_LONGEST_HEAD = 30  # of Vorbis, that of Opus is shorter
_NOWHERE = -1
_OPUS_RATE = 48_000  # whatever was recorded (RFC 7845, 4)
_MOST_HEADER_PAGES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its place and end, the stream it belongs to, how many samples end with it."""

    start: int
    end: int
    stream: int
    samples: int
    is_last: bool


def measure_opus(file: BinaryIO, length_bytes: int) -> Sound:
    """Measure Opus.

    Raises:
        AudioError: with a whole sentence, if apps could not play it to its end.
    """
    skipped = int.from_bytes(_field(file, b"OpusHead", 10, 2), "little")
    return _measure(file, length_bytes, skipped, _OPUS_RATE, "opus")


def measure_vorbis(file: BinaryIO, length_bytes: int) -> Sound:
    """Measure Vorbis.

    Raises:
        AudioError: with a whole sentence, if apps could not play it to its end.
    """
    rate = int.from_bytes(_field(file, b"\1vorbis", 12, 4), "little")
    if not rate:
        raise no_sound()
    return _measure(file, length_bytes, 0, rate, "vorbis")


def _field(file: BinaryIO, mark: bytes, offset: int, length: int) -> bytes:
    """Return a field of the first packet, which begins with a mark."""
    head = read_at(file, 0, _HEADER + 255 + _LONGEST_HEAD)
    place = head.find(mark) + offset
    if len(head) < place + length:
        raise ends_early()
    return head[place : place + length]


def _measure(file: BinaryIO, length_bytes: int, skipped: int, rate: int, codecs: str) -> Sound:
    first = parse_page(read_at(file, 0, _HEADER + 255))
    begins = _first_sound(file, length_bytes)
    start = max(0, length_bytes - 2 * _LONGEST_PAGE)
    pages = list(find_pages(read_at(file, start, length_bytes - start), start))
    if first is None or begins is None or not pages or pages[-1].end > length_bytes:
        raise ends_early()
    if pages[-1].stream != first.stream:
        what = "it holds several recordings one after the other."
        raise AudioError("audio-damaged", f"{what} {AGAIN}")
    samples = max(page.samples for page in pages)
    if not pages[-1].is_last or samples == _NOWHERE:
        raise ends_early()
    if samples <= skipped:
        raise no_sound()
    seconds = (samples - skipped) / rate
    bitrate = round((pages[-1].end - begins) * 8 / seconds)
    return Sound(seconds=seconds, bitrate=bitrate, codecs=codecs)


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


def _first_sound(file: BinaryIO, length_bytes: int) -> int | None:
    """Return where the first page with sound begins, behind those with comments and pictures."""
    place = 0
    for _ in range(_MOST_HEADER_PAGES):
        page = parse_page(read_at(file, place, _HEADER + 255), 0, place)
        if page is None or page.end > length_bytes:
            return None
        if page.samples > 0:
            return page.start
        place = page.end
    return None
