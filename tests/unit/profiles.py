"""Colour profiles for tests: three primaries and a gamma, as ICC.1 writes them."""

from __future__ import annotations

import struct

from PIL import ImageCms

Point = tuple[float, float, float]

_WHITE: Point = (0.9642, 1.0, 0.8249)  # D50, ICC.1:2010, 7.2.16


def make_profile(red: Point, green: Point, blue: Point, gamma: float = 2.2) -> bytes:
    """Return a profile of an RGB display."""
    curve = struct.pack(">4sIIHH", b"curv", 0, 1, round(gamma * 256), 0)
    tags = {
        b"desc": struct.pack(">4sII", b"desc", 0, 5) + b"test\0" + bytes(79),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": _xyz(_WHITE),
        b"rXYZ": _xyz(red),
        b"gXYZ": _xyz(green),
        b"bXYZ": _xyz(blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += struct.pack(">4sII", name, start + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    return _header(start + len(data)) + table + data


def _xyz(point: Point) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *(round(part * 65536) for part in point))


def _header(size: int) -> bytes:
    head = struct.pack(">I4sI4s4s4s", size, b"", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp")
    head = head.ljust(68, b"\0") + struct.pack(">3i", *(round(part * 65536) for part in _WHITE))
    return head.ljust(128, b"\0")


DISPLAY_P3 = make_profile(
    (0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841)
)
ADOBE_RGB = make_profile(
    (0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446)
)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
