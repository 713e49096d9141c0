"""The fragments of an MP4 that was written while it was recorded (ISO 14496-12, 8.8)."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from plugins.podcast.audio.boxes import Box, child, children
from plugins.podcast.audio.tags import read_at

# Flags of `tfhd`: which of its fields are there, and of `trun`: which each sample has.
_BASE, _DESCRIPTION, _DURATION, _SIZE = 0x1, 0x2, 0x8, 0x10
_DATA_OFFSET, _FIRST_FLAGS = 0x1, 0x4
_SAMPLE_DURATION, _SAMPLE_SIZE, _SAMPLE_FLAGS, _SAMPLE_OFFSET = 0x100, 0x200, 0x400, 0x800
_MOST = 16 * 1024 * 1024  # bytes of one fragment's index


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What fragments add to a track: how long it plays in its own units, and bytes."""

    units: int
    length_bytes: int


def add_fragments(file: BinaryIO, boxes: Iterable[Box], moov: bytes, track: int) -> Added:
    """Sum up what the fragments of a file hold of a track, which has a number.

    Raises:
        struct.error: if one of them is not what it should be.
    """
    defaults = _defaults(child(moov, b"mvex"), track)
    units = length_bytes = 0
    for box in boxes:
        if box.name != b"moof":
            continue
        content = read_at(file, box.start, min(box.end - box.start, _MOST))
        for name, traf in children(content):
            if name == b"traf" and _number(child(traf, b"tfhd"), 4) == track:
                more = _in_fragment(traf, defaults)
                units, length_bytes = units + more.units, length_bytes + more.length_bytes
    return Added(units=units, length_bytes=length_bytes)


def _defaults(mvex: bytes, track: int) -> Added:
    """Return what a sample of a track has where its fragment does not say (`trex`)."""
    for name, trex in children(mvex):
        if name == b"trex" and _number(trex, 4) == track:
            return Added(units=_number(trex, 12), length_bytes=_number(trex, 16))
    return Added(units=0, length_bytes=0)


def _in_fragment(traf: bytes, defaults: Added) -> Added:
    tfhd = child(traf, b"tfhd")
    flags, place = _number(tfhd, 0), 8
    place += (8 if flags & _BASE else 0) + (4 if flags & _DESCRIPTION else 0)
    one, size = defaults.units, defaults.length_bytes
    if flags & _DURATION:
        one, place = _number(tfhd, place), place + 4
    if flags & _SIZE:
        size = _number(tfhd, place)
    runs = [
        _in_run(content, Added(units=one, length_bytes=size))
        for name, content in children(traf)
        if name == b"trun"
    ]
    return Added(
        units=sum(run.units for run in runs), length_bytes=sum(run.length_bytes for run in runs)
    )


def _in_run(trun: bytes, usual: Added) -> Added:
    flags, count = _number(trun, 0), _number(trun, 4)
    place = 8 + (4 if flags & _DATA_OFFSET else 0) + (4 if flags & _FIRST_FLAGS else 0)
    fields = [
        flag
        for flag in (_SAMPLE_DURATION, _SAMPLE_SIZE, _SAMPLE_FLAGS, _SAMPLE_OFFSET)
        if flags & flag
    ]
    if not fields:
        return Added(units=count * usual.units, length_bytes=count * usual.length_bytes)
    # A table that says more rows than there are bytes is an error.
    width = 4 * len(fields)
    if len(trun) - place < count * width:
        raise struct.error
    rows = list(struct.iter_unpack(f">{len(fields)}I", trun[place : place + count * width]))
    return Added(
        units=_sum(rows, fields, _SAMPLE_DURATION, usual.units),
        length_bytes=_sum(rows, fields, _SAMPLE_SIZE, usual.length_bytes),
    )


def _sum(rows: list[tuple[int, ...]], fields: list[int], flag: int, usual: int) -> int:
    if flag not in fields:
        return len(rows) * usual
    column = fields.index(flag)
    return sum(row[column] for row in rows)


def _number(data: bytes, place: int) -> int:
    """Return four bytes; where they are the first of a box, its version is left out."""
    number: int = struct.unpack_from(">I", data, place)[0]
    return number if place else number & 0xFF_FFFF
