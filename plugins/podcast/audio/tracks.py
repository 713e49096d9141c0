"""The tracks in the index of an MP4 (ISO 14496-12, 8): what is in one, and how long it plays."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from operator import mul

from plugins.podcast.audio.boxes import child, children


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A track: its number, and how long it plays; `units` are in its index, not in fragments.

    The sound that is heard begins at `first_unit`.
    """

    number: int
    timescale: int
    units: int
    first_unit: int
    handler: bytes
    codec: bytes
    description: bytes
    seconds: float
    samples: int
    length_bytes: int
    last_chunk: int


def parse_tracks(moov: bytes) -> list[Track]:
    """Read all tracks.

    Raises:
        struct.error: if one is not what it should be.
    """
    timescale = _times(child(moov, b"mvhd"))[0]
    return [_track(content, timescale) for name, content in children(moov) if name == b"trak"]


def _times(header: bytes) -> tuple[int, int]:
    """Return units in a second, and how many there are, of `mvhd` or `mdhd`."""
    if header[:1] == b"\1":
        return struct.unpack_from(">IQ", header, 20)
    return struct.unpack_from(">II", header, 12)


def _track(trak: bytes, movie_timescale: int) -> Track:
    media = child(trak, b"mdia")
    handler = child(media, b"hdlr")[8:12]
    table = child(media, b"minf", b"stbl")
    timescale, units = _times(child(media, b"mdhd"))
    description = child(table, b"stsd")[8:]
    edits = child(trak, b"edts", b"elst")
    edited = _edited(edits, movie_timescale)
    head = child(trak, b"tkhd")
    whole = units / timescale if timescale else 0
    return Track(
        number=struct.unpack_from(">I", head, 20 if head[:1] == b"\1" else 12)[0],
        timescale=timescale,
        units=_units(child(table, b"stts")),
        first_unit=_first_unit(edits),
        handler=handler,
        codec=description[4:8],
        description=description,
        seconds=min(edited, whole) if edited else whole,
        samples=int.from_bytes(child(table, b"stsz")[8:12], "big"),
        length_bytes=_total(child(table, b"stsz")),
        last_chunk=_last_chunk(table),
    )


def _edited(edits: bytes, timescale: int) -> float:
    """Return how many seconds of a track are played, 0 if its edit list does not say."""
    if not timescale:
        return 0
    return float(sum(length for length, start in _edits(edits) if start >= 0)) / timescale


def _first_unit(edits: bytes) -> int:
    """Return where in a track that is played begins: before, there is only what encoders need."""
    return next((start for _, start in _edits(edits) if start >= 0), 0)


def _edits(edits: bytes) -> Iterator[tuple[int, int]]:
    """Yield how long each piece is played, and where in the track it begins; nowhere is -1."""
    form = struct.Struct(">QqI" if edits[:1] == b"\1" else ">IiI")
    for number in range(_count(edits)):
        length, start, _ = form.unpack_from(edits, 8 + number * form.size)
        yield length, start


def _units(times: bytes) -> int:
    """Return how long all samples in the index of a track play."""
    numbers = struct.unpack_from(f">{2 * _count(times)}I", times, 8) if times else ()
    return sum(map(mul, numbers[::2], numbers[1::2]))


def _count(rows: bytes, place: int = 4) -> int:
    """Return how many rows a table says that it has; there cannot be more than bytes."""
    return min(int.from_bytes(rows[place : place + 4], "big"), len(rows))


def _total(sizes: bytes) -> int:
    """Return the bytes of all samples of a track."""
    one = int.from_bytes(sizes[4:8], "big")
    if one:
        return one * int.from_bytes(sizes[8:12], "big")
    return sum(struct.unpack_from(f">{_count(sizes, 8)}I", sizes, 12))


def _last_chunk(table: bytes) -> int:
    """Return where the last chunk of a track begins."""
    short, long = child(table, b"stco"), child(table, b"co64")
    places = struct.unpack_from(f">{_count(short)}I", short, 8) if short else ()
    places += struct.unpack_from(f">{_count(long)}Q", long, 8) if long else ()
    return int(max(places, default=0))
