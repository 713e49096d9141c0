"""Which AAC a track holds, told as RFC 6381, 3.3 wants it (`mp4a.40.2`).

ISO 14496-1, 7.2.6 has the descriptors, ISO 14496-3, 1.6.2.1 the AudioSpecificConfig.
"""

from __future__ import annotations

_AAC = 0x40
_SPECIFIC = 0x05
_LOW_COMPLEXITY = 2
_HIGH_EFFICIENCY, _WITH_STEREO = 5, 29
_EXTENSION, _STEREO_EXTENSION = 0x2B7, 0x548
_ESCAPE, _ANY_RATE = 31, 15


class _Bits:
    """Bits read one field after the other; behind the end there are zeros."""

    def __init__(self, data: bytes) -> None:
        self._digits = "".join(f"{byte:08b}" for byte in data)
        self._place = 0

    def take(self, count: int) -> int:
        digits = self._digits[self._place : self._place + count]
        self._place += count
        return int(digits.ljust(count, "0"), 2)


def codecs_of(description: bytes) -> str:
    """Return the codecs of an `mp4a` sample description, or nothing if it holds none."""
    place = description.find(b"esds")
    if place < 0:
        return ""
    body = description[place + 8 :]
    decoder = _descriptor(body, 0x04)
    if not decoder:
        return ""
    kind = decoder[0]
    if kind != _AAC:
        return f"mp4a.{kind:02X}"
    config = _descriptor(decoder[13:], _SPECIFIC)
    return f"mp4a.40.{_object_type(config)}" if config else ""


def _descriptor(data: bytes, tag: int) -> bytes:
    """Return the content of a descriptor; that of the stream (0x03) is stepped into."""
    place = 0
    while place + 1 < len(data):
        found, place = data[place], place + 1
        length = 0
        while place < len(data):
            byte, place = data[place], place + 1
            length = length << 7 | byte & 0x7F
            if not byte & 0x80:
                break
        if found == tag:
            return data[place : place + length]
        place += _stream_header(data[place : place + 3]) if found == 0x03 else length  # noqa: PLR2004 ES_Descriptor
    return b""


def _stream_header(head: bytes) -> int:
    """Return how many bytes of a stream's descriptor stand before the next one."""
    flags = head[2] if len(head) > 2 else 0  # noqa: PLR2004 the number of the stream comes first
    # A stream that depends on another, has an address, or another's clock is not in a file.
    return 3 + (2 if flags & 0x80 else 0) + (2 if flags & 0x20 else 0)


def _object_type(config: bytes) -> int:
    """Return 2 for AAC-LC, 5 for HE-AAC, 29 for HE-AAC v2; others as they are.

    >>> _object_type(bytes.fromhex("1210")), _object_type(bytes.fromhex("2b8a0800"))
    (2, 5)
    >>> _object_type(bytes.fromhex("139056e5a0"))
    5
    """
    bits = _Bits(config)
    kind = bits.take(5)
    if kind == _ESCAPE:
        kind = 32 + bits.take(6)
    if bits.take(4) == _ANY_RATE:
        bits.take(24)
    bits.take(4)
    if kind != _LOW_COMPLEXITY:
        return kind
    bits.take(1)
    if bits.take(1):
        bits.take(14)
    bits.take(1)
    # Old players take it for AAC-LC; what makes it HE-AAC stands behind.
    if bits.take(11) != _EXTENSION or bits.take(5) != _HIGH_EFFICIENCY or not bits.take(1):
        return kind
    if bits.take(4) == _ANY_RATE:
        bits.take(24)
    is_stereo = bits.take(11) == _STEREO_EXTENSION and bits.take(1)
    return _WITH_STEREO if is_stereo else _HIGH_EFFICIENCY
