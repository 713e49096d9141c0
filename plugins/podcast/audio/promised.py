"""What the first frame of an MP3 may promise of the rest: Xing, Info, LAME and VBRI headers.

Layouts: Xing's VBR header SDK of 1999, the LAME tag specification of gabriel.mp3-tech.org, and
Fraunhofer's VBRI header as Konrad Windszus describes it ("MPEG Audio Frame Header", 2.3.2).
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.podcast.audio.mpeg import HEADER_BYTES, Header

_VBRI_AT = 36
_HAS_FRAMES, _HAS_BYTES, _HAS_TABLE, _HAS_QUALITY = 1, 2, 4, 8
_TABLE_BYTES = 100
# Encoders whose delay and padding players take off again.
_KNOWN_ENCODERS = (b"LAME", b"Lavf", b"Lavc")
_DELAYS_AT = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a header says: frames and bytes, 0 where it does not say; samples to leave out.

    The frame that holds it is no sound, and is counted in `length_bytes` but not in `frames`.
    """

    frames: int = 0
    length_bytes: int = 0
    delay: int = 0
    padding: int = 0


def find_promise(frame: bytes, header: Header) -> Promise | None:
    """Read the header in a frame, or nothing if there is sound in it."""
    place = HEADER_BYTES + _side_bytes(header)
    # The checksum stands before the side information, and not all writers make room for it.
    for start in (place, place + 2) if header.has_checksum else (place,):
        if frame[start : start + 4] in {b"Xing", b"Info"}:
            return _xing(frame[start + 4 :])
    if frame[_VBRI_AT : _VBRI_AT + 4] == b"VBRI":
        numbers = frame[_VBRI_AT + 10 : _VBRI_AT + 18]
        return Promise(length_bytes=_number(numbers[:4]), frames=_number(numbers[4:]))
    return None


def _side_bytes(header: Header) -> int:
    if header.is_mpeg_1:
        return 17 if header.is_mono else 32
    return 9 if header.is_mono else 17


def _number(four: bytes) -> int:
    return int.from_bytes(four, "big")


def _xing(rest: bytes) -> Promise:
    flags, place = _number(rest[:4]), 4
    found = {}
    for flag, name, size in (
        (_HAS_FRAMES, "frames", 4),
        (_HAS_BYTES, "length_bytes", 4),
        (_HAS_TABLE, "", _TABLE_BYTES),
        (_HAS_QUALITY, "", 4),
    ):
        if flags & flag:
            found[name] = _number(rest[place : place + size])
            place += size
    found.pop("", None)
    if rest[place : place + 4] in _KNOWN_ENCODERS:
        delays = int.from_bytes(rest[place + _DELAYS_AT : place + _DELAYS_AT + 3], "big")
        found |= {"delay": delays >> 12, "padding": delays & 0xFFF}
    return Promise(**found)
