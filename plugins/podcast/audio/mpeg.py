"""The header of an MPEG audio frame (ISO 11172-3 and 13818-3, 2.4.2.3), and MPEG 2.5's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

HEADER_BYTES = 4
# No frame is longer: layer II of MPEG 2.5 with 160 kbit/s at 8 kHz, and a byte of padding.
LONGEST_FRAME = 2881
SYNC = 0xFF
_LAYERS = {0b11: 1, 0b10: 2, 0b01: 3}
_RATES = {
    0b11: (44_100, 48_000, 32_000),
    0b10: (22_050, 24_000, 16_000),
    0b00: (11_025, 12_000, 8_000),
}
# Kilobits in a second by MPEG 1 or not, and layer; index 0 is "free", 15 is forbidden.
_BITRATES = {
    (True, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}  # fmt: skip
_MPEG_1 = _MONO = 0b11


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What one frame says of itself: `rate` in Hz, `samples` of each channel, whole bytes.

    `bitrate` is in bit/s, and 0 together with `length_bytes` where it is free.
    """

    is_mpeg_1: bool
    layer: int
    rate: int
    samples: int
    bitrate: int
    length_bytes: int
    is_mono: bool
    has_checksum: bool


def parse_header(four: bytes) -> Header | None:
    """Read a header, or nothing if these bytes are none.

    >>> header = parse_header(bytes.fromhex("fffb9064"))
    >>> header.layer, header.rate, header.bitrate, header.samples, header.length_bytes
    (3, 44100, 128000, 1152, 417)
    >>> parse_header(b"ID3!")
    """
    if len(four) < HEADER_BYTES or four[0] != SYNC or four[1] & 0xE0 != 0xE0:  # noqa: PLR2004 eleven bits
        return None
    return _parse(four[1], four[2], four[3] >> 6 == _MONO)


@cache
def _parse(second: int, third: int, is_mono: bool) -> Header | None:  # noqa: FBT001 three fields of one word
    layer, rates = _LAYERS.get(second >> 1 & 3), _RATES.get(second >> 3 & 3)
    if layer is None or rates is None:
        return None
    is_mpeg_1 = second >> 3 & 3 == _MPEG_1
    bitrates = _BITRATES[is_mpeg_1, layer]
    index, rate_index = third >> 4, third >> 2 & 3
    if index >= len(bitrates) or rate_index >= len(rates):
        return None
    bitrate, rate = bitrates[index] * 1000, rates[rate_index]
    samples = 384 if layer == 1 else 1152 if layer == 2 or is_mpeg_1 else 576  # noqa: PLR2004 layers
    slot = 4 if layer == 1 else 1
    slots = samples * bitrate // (8 * slot * rate) + (third >> 1 & 1)
    return Header(
        is_mpeg_1=is_mpeg_1,
        layer=layer,
        rate=rate,
        samples=samples,
        bitrate=bitrate,
        length_bytes=slots * slot if bitrate else 0,
        is_mono=is_mono,
        has_checksum=not second & 1,
    )


@cache
def lengths(second: int, third: int) -> tuple[int, ...]:
    """Return for each third byte the length of a frame of the same stream, or 0.

    All frames of a stream share version, layer and sampling rate; the rest may change.
    """
    found = [_parse(second, byte, False) for byte in range(256)]
    same = third & 0b1100
    return tuple(
        header.length_bytes if header and number & 0b1100 == same else 0
        for number, header in enumerate(found)
    )


def _class(accepted: list[int]) -> bytes:
    return b"[" + b"".join(re.escape(bytes([number])) for number in accepted) + b"]"


# Three bytes that can begin a frame of known length, found at the speed of C; the two behind the
# first are only looked at, because they may be a beginning themselves.
BEGINNING = re.compile(
    b"\xff(?="
    + _class([n for n in range(0xE0, 0x100) if _parse(n, 0x90, False)])
    + _class([n for n in range(0x100) if n >> 4 and (h := _parse(0xFB, n, False)) and h.bitrate])
    + b")",
    re.DOTALL,
)
