"""An MP4, measured: its tracks, whether one of them is a film, and whether all of it is there.

ISO 14496-12 describes the boxes, 14496-14 and QuickTime the descriptions of sound.
"""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import timedelta
from typing import BinaryIO

from plugins.podcast.audio.aac import codecs_of
from plugins.podcast.audio.boxes import Box, child, find_boxes
from plugins.podcast.audio.faults import AGAIN, AudioError, Caveat, ends_early, no_sound
from plugins.podcast.audio.fragments import Added, add_fragments
from plugins.podcast.audio.sound import Sound
from plugins.podcast.audio.tags import read_at
from plugins.podcast.audio.tracks import Track, parse_tracks
from plugins.podcast.model import Chapter
from plugins.shared.characters import clean

_MOST_INDEX = 64 * 1024 * 1024
# Pictures of chapters are tracks too; these are films.
_STILLS = {b"jpeg", b"png ", b"mjpa", b"mjpb", b"tiff", b"gif "}
# What `mp4v` holds, by its object type (ISO 14496-1, table 5): JPEG, PNG and JPEG 2000.
_STILL_CODECS = {"mp4a.6C", "mp4a.6D", "mp4a.6E"}
_WITH_SOUND = {b"mdat", b"moov", b"moof"}
_PROTECTED = {b"drms", b"drmi", b"enca", b"p608"}
_CHAPTER_UNITS = 10_000_000  # chpl counts in 100 nanoseconds


def measure_mp4(file: BinaryIO, length_bytes: int) -> Sound:
    """Measure an MP4 that holds nothing but sound.

    Raises:
        AudioError: with a whole sentence, if apps could not play it to its end.
    """
    boxes = list(find_boxes(file, length_bytes))
    index = next((box for box in boxes if box.name == b"moov"), None)
    # What is no box of sound, as an ID3 tag that an editor put there, may look like any length.
    if boxes and boxes[-1].end > length_bytes and (index is None or boxes[-1].name in _WITH_SOUND):
        raise ends_early()
    if index is None:
        raise no_sound()
    if index.end - index.start > _MOST_INDEX:
        raise AudioError("audio-damaged", f"the index in it cannot be read. {AGAIN}")
    moov = read_at(file, index.start, index.end - index.start)
    try:
        return _measure_index(file, boxes, moov, length_bytes)
    except (struct.error, LookupError, ZeroDivisionError) as error:
        raise AudioError("audio-damaged", f"the index in it cannot be read. {AGAIN}") from error


def _measure_index(file: BinaryIO, boxes: list[Box], moov: bytes, length_bytes: int) -> Sound:
    tracks = parse_tracks(moov)
    if any(_is_film(track) for track in tracks):
        todo = "Export its sound as MP3 or M4A."
        raise AudioError("audio-type", f"the file is really a video (video/mp4). {todo}")
    sound = next((track for track in tracks if track.handler == b"soun"), None)
    is_cut_up = any(box.name == b"moof" for box in boxes)
    if sound is not None and is_cut_up:
        sound = _with_fragments(sound, add_fragments(file, boxes, moov, sound.number))
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
        caveats=(_cut_up(),) if is_cut_up else (),
    )


def _is_film(track: Track) -> bool:
    """Say whether a track is more than pictures: some writers make a film of the cover."""
    is_cover = track.samples == 1 or (
        track.codec == b"mp4v" and codecs_of(track.description) in _STILL_CODECS
    )
    return track.handler == b"vide" and track.codec not in _STILLS and not is_cover


def _with_fragments(track: Track, added: Added) -> Track:
    units = track.units + added.units
    seconds = max(0, units - track.first_unit) / track.timescale
    length_bytes = track.length_bytes + added.length_bytes
    return replace(track, seconds=seconds, length_bytes=length_bytes)


def _cut_up() -> Caveat:
    what = "it is cut into fragments for streaming, so some apps do not know how long it plays."
    todo = "Export it again as one M4A, unless it was published."
    return Caveat(rule="audio-fragments", what=what, todo=todo)


def _codecs(track: Track) -> str:
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
