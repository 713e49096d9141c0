"""The boxes that an MP4 is made of (ISO 14496-12, 4.2): where they are, and what is in them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from plugins.podcast.audio.tags import read_at

_HEADER, _LARGE_HEADER = 8, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box: its name, where its content begins and where it should end."""

    name: bytes
    start: int
    end: int


def find_boxes(file: BinaryIO, length_bytes: int) -> Iterator[Box]:
    """Yield the outermost boxes; the last may say that it ends behind the file."""
    place = 0
    while place + _HEADER <= length_bytes:
        box = _parse(read_at(file, place, _LARGE_HEADER), place, length_bytes)
        if box is None:
            return
        yield box
        place = box.end


def _parse(head: bytes, place: int, end: int) -> Box | None:
    size, name = struct.unpack_from(">I4s", head)
    start = place + _HEADER
    if size == 1 and len(head) >= _LARGE_HEADER:
        size, start = struct.unpack_from(">Q", head, _HEADER)[0], place + _LARGE_HEADER
    elif size == 0:
        size = end - place
    return Box(name=name, start=start, end=place + size) if place + size >= start else None


def children(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of the boxes in the content of another."""
    start = 0
    while start + _HEADER <= len(data):
        box = _parse(data[start : start + _LARGE_HEADER], start, len(data))
        if box is None:
            return
        yield box.name, data[box.start : box.end]
        start = box.end


def child(data: bytes, *names: bytes) -> bytes:
    """Return the content of a box within boxes, nothing if it is not there."""
    for name in names:
        data = next((content for found, content in children(data) if found == name), b"")
    return data
