"""FLAC, measured: its first block says how long it plays, its last frame whether it does.

RFC 9639, 8.2 has the block, 9.1 to 9.3 the frame with its two checksums.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from plugins.podcast.audio.faults import ends_early, no_sound
from plugins.podcast.audio.sound import Sound
from plugins.podcast.audio.tags import find_span, read_at

_MARK = b"fLaC"
_STREAM_INFO_BYTES = 34
_LONGEST_HEADER = 16
_UNKNOWN_FRAME = 256 * 1024
_SYNC, _SYNC_MASK = 0xFFF8, 0xFFFE
_MOST_BLOCKS = 1000
_IS_LAST = 0x80


@dataclass(frozen=True, slots=True, kw_only=True)
class _Info:
    """What the first block says; 0 where that is unknown."""

    block: int
    longest_frame: int
    rate: int
    samples: int


def measure_flac(file: BinaryIO, length_bytes: int) -> Sound:
    """Measure FLAC.

    Raises:
        AudioError: with a whole sentence, if apps could not play it to its end.
    """
    span = find_span(file, length_bytes)
    info = _parse_info(read_at(file, span.start + 8, _STREAM_INFO_BYTES))
    begins = _behind_blocks(file, span.start + len(_MARK), span.end)
    if begins is None:
        raise ends_early()
    if info is None:
        raise no_sound()
    ends = _last_sample(file, begins, span.end, info)
    if ends is None or ends < info.samples:
        raise ends_early()
    seconds = ends / info.rate
    return Sound(seconds=seconds, bitrate=round((span.end - begins) * 8 / seconds), codecs="flac")


def _parse_info(block: bytes) -> _Info | None:
    if len(block) < _STREAM_INFO_BYTES:
        return None
    packed = int.from_bytes(block[10:18], "big")
    rate = packed >> 44
    if not rate:
        return None
    return _Info(
        block=int.from_bytes(block[0:2], "big"),
        longest_frame=int.from_bytes(block[7:10], "big"),
        rate=rate,
        samples=packed & 0xF_FFFF_FFFF,
    )


def _behind_blocks(file: BinaryIO, place: int, end: int) -> int | None:
    """Return where the sound begins, nothing if the file ends before."""
    for _ in range(_MOST_BLOCKS):
        head = read_at(file, place, 4)
        if len(head) < 4:  # noqa: PLR2004 a flag and a length
            return None
        place += 4 + int.from_bytes(head[1:4], "big")
        if head[0] & _IS_LAST:
            return place if place < end else None
    return None


def _last_sample(file: BinaryIO, begins: int, end: int, info: _Info) -> int | None:
    """Return how many samples there are up to the end of the last frame, if that is whole."""
    start = max(begins, end - (info.longest_frame or _UNKNOWN_FRAME) - _LONGEST_HEADER)
    data = read_at(file, start, end - start)
    for place in _syncs_from_the_end(data):
        samples = parse_frame(data[place : place + _LONGEST_HEADER], info.block)
        if samples and checksum(data[place:], 16, 0x8005) == 0:
            return samples
    return None


def _syncs_from_the_end(data: bytes) -> Iterator[int]:
    place = data.rfind(b"\xff")
    while place >= 0:
        if int.from_bytes(data[place : place + 2], "big") & _SYNC_MASK == _SYNC:
            yield place
        place = data.rfind(b"\xff", 0, place)


def parse_frame(head: bytes, usual_block: int) -> int:
    """Return how many samples there are up to the end of a frame, 0 if this is no header."""
    number, place = _coded_number(head, 4)
    code = head[2] >> 4 if len(head) > 4 else 0  # noqa: PLR2004 what comes before the number
    rate_code = head[2] & 0xF if code else 0
    block, place = _block_size(head, code, place)
    place += {12: 1, 13: 2, 14: 2}.get(rate_code, 0)
    if not block or place == 0 or place >= len(head) or checksum(head[: place + 1], 8, 0x07):
        return 0
    has_varying_blocks = head[1] & 1
    return block + (number if has_varying_blocks else number * usual_block)


def _coded_number(head: bytes, place: int) -> tuple[int, int]:
    """Read a number coded as UTF-8 codes letters, though up to 36 bits; return what follows."""
    first = head[place] if len(head) > place else 0xFF
    more = 0
    while more < 7 and first & 0x80 >> more:  # noqa: PLR2004 bits that lead
        more += 1
    number = first & 0x7F >> more
    follows = head[place + 1 : place + max(more, 1)]
    for byte in follows:
        number = number << 6 | byte & 0x3F
    return number, place + 1 + len(follows)


def _block_size(head: bytes, code: int, place: int) -> tuple[int, int]:
    if code == 6:  # noqa: PLR2004 RFC 9639, table 14, as all that follow
        return int.from_bytes(head[place : place + 1], "big") + 1, place + 1
    if code == 7:  # noqa: PLR2004
        return int.from_bytes(head[place : place + 2], "big") + 1, place + 2
    if code == 1:
        return 192, place
    return (144 << code if 2 <= code <= 5 else 1 << code if code else 0), place  # noqa: PLR2004


def checksum(data: bytes, bits: int, polynomial: int) -> int:
    """Return the checksum of bits from the highest on; with its own checksum it is 0."""
    table = _table(bits, polynomial)
    mask, shift, found = (1 << bits) - 1, bits - 8, 0
    for byte in data:
        found = (found << 8 ^ table[found >> shift ^ byte]) & mask
    return found


@cache
def _table(bits: int, polynomial: int) -> tuple[int, ...]:
    rows = []
    for byte in range(256):
        row = byte << bits - 8
        for _ in range(8):
            row = row << 1 ^ (polynomial if row >> bits - 1 else 0)
            row &= (1 << bits) - 1
        rows.append(row)
    return tuple(rows)
