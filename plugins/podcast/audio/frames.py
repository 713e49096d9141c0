"""All frames of an MPEG audio stream, counted: what a header says of its length may be wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import BinaryIO

from plugins.podcast.audio.mpeg import (
    BEGINNING,
    HEADER_BYTES,
    LONGEST_FRAME,
    SYNC,
    Header,
    lengths,
    parse_header,
)
from plugins.podcast.audio.tags import Span, read_at, tag_size

# What is read at once grows while frames follow upon each other, or while none is found.
FIRST_BLOCK, BLOCK = 16 * 1024, 1024 * 1024
_SAME_STREAM = 0xFE  # all of the second byte but whether there is a checksum
_LOOKAHEAD = LONGEST_FRAME + HEADER_BYTES


@dataclass(slots=True, kw_only=True)
class Walk:
    """What was walked over: whole frames by their first three bytes, and what was none.

    `lost` are bytes between the first frame and the end that belong to no frame or tag;
    `is_cut` says that the last frame is not all there.
    """

    frames: Counter[bytes] = field(default_factory=Counter)
    lost: int = 0
    is_cut: bool = False

    def headers(self) -> list[tuple[Header, int]]:
        """Return every kind of frame and how many there are."""
        found = ((parse_header(kind + b"\0"), count) for kind, count in self.frames.items())
        return [(header, count) for header, count in found if header]

    @property
    def count(self) -> int:
        return self.frames.total()

    @property
    def length_bytes(self) -> int:
        return sum(header.length_bytes * count for header, count in self.headers())

    @property
    def seconds(self) -> float:
        return sum(header.samples * count / header.rate for header, count in self.headers())

    @property
    def bitrates(self) -> set[int]:
        return {header.bitrate for header, _ in self.headers()}


def find_frame(file: BinaryIO, span: Span, layer: int = 0) -> int | None:
    """Return where the first frame begins, or nothing.

    Bytes that look like a header are one if a whole frame follows, and then another of the same
    stream, or the end. `layer` is the only one that counts, unless it is 0.
    """
    position, size = span.start, FIRST_BLOCK
    while position + HEADER_BYTES <= span.end:
        data = read_at(file, position, min(size, span.end - position))
        is_last = position + len(data) >= span.end or not data
        found = find_in(data, 0, layer, is_last=is_last)
        if found is not None:
            return position + found
        if is_last:
            return None
        position += max(1, len(data) - _LOOKAHEAD)
        size = min(2 * size, BLOCK)
    return None


def find_in(data: bytes, start: int, layer: int = 0, *, is_last: bool = False) -> int | None:
    """Return where the first frame begins in these bytes; `is_last` if the sound ends with them."""
    for match in BEGINNING.finditer(data, start):
        place = match.start()
        header = parse_header(data[place : place + HEADER_BYTES])
        if header is None or (layer and header.layer != layer):
            continue
        after = place + header.length_bytes
        if after == len(data) and is_last:
            return place
        if after + 2 < len(data) and _goes_on(data, place, after):
            return place
    return None


def _goes_on(data: bytes, place: int, after: int) -> bool:
    is_same = data[after] == SYNC and (data[after + 1] ^ data[place + 1]) & _SAME_STREAM == 0
    return is_same and lengths(data[place + 1], data[place + 2])[data[after + 2]] > 0


def walk(file: BinaryIO, span: Span) -> Walk:
    """Count all frames of layer III from the first one on, which is where the span starts.

    Where a frame does not follow upon another, tags are skipped and the next one is looked for.
    """
    found = Walk()
    position = span.start
    while position + HEADER_BYTES <= span.end:
        reached = _run(file, position, span.end, found)
        if reached >= span.end:
            break
        head = read_at(file, reached, min(32, span.end - reached))
        size = tag_size(head)
        after = reached + size
        if not size or after > span.end:
            next_one = find_frame(file, Span(start=reached, end=span.end), layer=3)
            after = span.end if next_one is None else next_one
            found.is_cut = next_one is None and _may_begin_a_frame(head)
            found.lost += after - reached
        position = after
    return found


def _may_begin_a_frame(head: bytes) -> bool:
    header = parse_header(head[:HEADER_BYTES])
    is_short = len(head) < HEADER_BYTES and head[:1] == bytes([SYNC])
    return is_short or bool(header and header.bitrate)


def _run(file: BinaryIO, position: int, end: int, found: Walk) -> int:
    """Count the frames that follow upon each other; return where they end."""
    head = read_at(file, position, HEADER_BYTES)
    if len(head) < HEADER_BYTES or head[0] != SYNC or parse_header(head) is None:
        return position
    second = head[1] & _SAME_STREAM
    sizes = lengths(head[1], head[2])
    counts = [0] * 256
    file.seek(position)
    data, base, place = b"", position, 0
    while True:
        last = len(data) - HEADER_BYTES
        while place <= last and data[place] == SYNC and data[place + 1] & _SAME_STREAM == second:
            third = data[place + 2]
            size = sizes[third]
            if not size or base + place + size > end:
                break
            counts[third] += 1
            place += size
        else:
            if place > last:
                base, place, data = _more(file, base, place, data, end)
                if len(data) - place >= HEADER_BYTES:
                    continue
        break
    kinds = {bytes([SYNC, head[1], third]): count for third, count in enumerate(counts) if count}
    found.frames.update(kinds)
    return base + place


def _more(file: BinaryIO, base: int, place: int, data: bytes, end: int) -> tuple[int, int, bytes]:
    """Return the block after this one, which keeps the beginning of a header that it cuts."""
    rest = data[place:]
    start = base + place
    behind = start + len(rest)
    file.seek(behind)
    size = min(max(FIRST_BLOCK, 2 * len(data)), BLOCK)
    return start, 0, rest + file.read(max(0, min(size, end - behind)))
