"""Bytes of a picture in the formats of the web; the same bytes for any number of processors."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from PIL import Image as Pillow
from PIL import features


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: its ending, its MIME type, Pillow's name of it and of its options."""

    ending: str
    type: str
    name: str
    options: dict[str, object] = field(default_factory=dict)


JPEG = Format(
    ending=".jpg",
    type="image/jpeg",
    name="JPEG",
    options={"quality": 90, "subsampling": "4:2:0", "optimize": True, "dpi": (72, 72)},
)
SMALL_JPEG = Format(
    ending=".jpg", type="image/jpeg", name="JPEG", options={"quality": 80, "optimize": True}
)
PNG = Format(ending=".png", type="image/png", name="PNG", options={"optimize": True})
WEBP = Format(ending=".webp", type="image/webp", name="WEBP", options={"quality": 80, "method": 4})
# With several threads the encoder may cut a picture differently.
AVIF = Format(
    ending=".avif",
    type="image/avif",
    name="AVIF",
    options={"quality": 60, "speed": 8, "subsampling": "4:2:0", "max_threads": 1},
)
# What browsers choose from, the smallest first; a Pillow of one's own may be without one.
MODERN = tuple(format_ for format_ in (AVIF, WEBP) if features.check(format_.name.lower()))


def encode(picture: Pillow.Image, format_: Format) -> bytes:
    """Return a picture as a file, without anything but its pixels."""
    buffer = io.BytesIO()
    # Pillow keeps the options at the picture while it saves, and other threads save it as well.
    picture.copy().save(buffer, format_.name, **format_.options)
    return buffer.getvalue()
