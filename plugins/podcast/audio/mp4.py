"""An MP4, measured: its tracks, whether one of them is a film, and whether all of it is there.

ISO 14496-12 describes the boxes, 14496-14 and QuickTime the descriptions of sound.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import timedelta
from typing import BinaryIO

from plugins.podcast.audio.aac import codecs_of
from plugins.podcast.audio.boxes import child, children, find_boxes
from plugins.podcast.audio.faults import AGAIN, AudioError, ends_early, no_sound
from plugins.podcast.audio.sound import Sound
from plugins.podcast.audio.tags import read_at
from plugins.podcast.model import Chapter
from plugins.shared.characters import clean

_MOST_INDEX = 64 * 1024 * 1024
# Pictures of chapters are tracks too; these are films.
_STILLS = {b"jpeg", b"png ", b"mjpa", b"mjpb", b"tiff", b"gif "}
_PROTECTED = {b"drms", b"drmi", b"enca", b"p608"}
_CHAPTER_UNITS = 10_000_000  # chpl counts in 100 nanoseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class _Track:
    handler: bytes
    codec: bytes
    description: bytes
    seconds: float
    length_bytes: int
    last_chunk: int


def measure_mp4(file: BinaryIO, length_bytes: int) -> Sound:
    """Measure an MP4 that holds nothing but sound.

    Raises:
        AudioError: with a whole sentence, if apps could not play it to its end.
    """
    boxes = list(find_boxes(file, length_bytes))
    index = next((box for box in boxes if box.name == b"moov"), None)
    if boxes and boxes[-1].end > length_bytes:
        raise ends_early()
    if index is None:
        raise no_sound()
    if index.end - index.start > _MOST_INDEX:
        raise AudioError("audio-damaged", f"the index in it cannot be read. {AGAIN}")
    if any(box.name == b"moof" for box in boxes):
        what = "it is cut into fragments for streaming, so no app knows how long it plays."
        raise AudioError("audio-type", f"{what} Export it as one M4A.")
    moov = read_at(file, index.start, index.end - index.start)
    try:
        return _measure_index(moov, length_bytes)
    except (struct.error, LookupError, ZeroDivisionError) as error:
        raise AudioError("audio-damaged", f"the index in it cannot be read. {AGAIN}") from error


def _measure_index(moov: bytes, length_bytes: int) -> Sound:
    timescale = _times(child(moov, b"mvhd"))[0]
    tracks = [_track(content, timescale) for name, content in children(moov) if name == b"trak"]
    if any(track.handler == b"vide" and track.codec not in _STILLS for track in tracks):
        todo = "Export its sound as MP3 or M4A."
        raise AudioError("audio-type", f"the file is really a video (video/mp4). {todo}")
    sound = next((track for track in tracks if track.handler == b"soun"), None)
    if sound is None or sound.seconds <= 0 or not sound.length_bytes:
        raise no_sound()
    if sound.length_bytes > length_bytes or any(
        track.last_chunk >= length_bytes for track in tracks
    ):
        raise ends_early()
    return Sound(
        seconds=sound.seconds,
        bitrate=round(sound.length_bytes * 8 / sound.seconds),
        codecs=_codecs(sound),
        chapters=_chapters(child(moov, b"udta", b"chpl")),
    )


def _times(header: bytes) -> tuple[int, int]:
    """Return units in a second, and how many there are, of `mvhd` or `mdhd`."""
    if header[:1] == b"\1":
        return struct.unpack_from(">IQ", header, 20)
    return struct.unpack_from(">II", header, 12)


def _track(trak: bytes, movie_timescale: int) -> _Track:
    media = child(trak, b"mdia")
    handler = child(media, b"hdlr")[8:12]
    table = child(media, b"minf", b"stbl")
    timescale, units = _times(child(media, b"mdhd"))
    description = child(table, b"stsd")[8:]
    edited = _edited(child(trak, b"edts", b"elst"), movie_timescale)
    whole = units / timescale if timescale else 0
    return _Track(
        handler=handler,
        codec=description[4:8],
        description=description,
        seconds=min(edited, whole) if edited else whole,
        length_bytes=_total(child(table, b"stsz")),
        last_chunk=_last_chunk(table),
    )


def _edited(edits: bytes, timescale: int) -> float:
    """Return how many seconds of a track are played, 0 if its edit list does not say."""
    if not edits or not timescale:
        return 0
    form, count = struct.Struct(">QqI" if edits[0] else ">IiI"), _count(edits)
    rows = (form.unpack_from(edits, 8 + number * form.size) for number in range(count))
    return float(sum(length for length, start, _ in rows if start >= 0)) / timescale


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


def _codecs(track: _Track) -> str:
    if track.codec in _PROTECTED:
        todo = "Export it as MP3 or M4A."
        raise AudioError("audio-type", f"it is protected, so only its buyer can play it. {todo}")
    if track.codec == b"alac":
        return "alac"
    codecs = codecs_of(track.description) if track.codec == b"mp4a" else ""
    if not codecs:
        name = track.codec.decode("ascii", "replace").strip()
        what = f"the sound in it is {name!r}, which apps do not play."
        raise AudioError("audio-type", f"{what} Export it with AAC.")
    return codecs


def _chapters(chpl: bytes) -> tuple[Chapter, ...]:
    """Read the chapter list that Nero introduced: version, flags, (4 bytes,) count, rows."""
    found, place = [], 9 if chpl[:1] == b"\1" else 5
    count = chpl[place - 1] if len(chpl) >= place else 0
    for _ in range(count):
        if place + 9 > len(chpl):
            break
        start, length = struct.unpack_from(">QB", chpl, place)
        title = chpl[place + 9 : place + 9 + length].decode("utf-8", "replace")
        found.append(Chapter(start=timedelta(seconds=start / _CHAPTER_UNITS), title=clean(title)))
        place += 9 + length
    return tuple(found)
