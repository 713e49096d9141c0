"""A picture as a page or a feed names it, how it is measured, and its small version."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import PIL
from PIL import Image as Pillow
from PIL import UnidentifiedImageError

from plugins.shared.files import sha256_of, write_whole

SMALL_WIDTH = 640
# What an author may use; a larger picture is a mistake or an attack.
Pillow.MAX_IMAGE_PIXELS = 100_000_000
_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "AVIF": "image/avif",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A published picture: its site path, size in pixels and bytes, and MIME type.

    `small` is the path of a version for cards and players, at most 640 pixels wide;
    `source` the file it was measured from.
    """

    path: str
    small: str
    width: int
    height: int
    length_bytes: int
    type: str
    alt: str
    source: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Size in pixels, real type (whatever the name says) and Pillow's colour mode."""

    width: int
    height: int
    type: str
    mode: str


def measure_image(source: Path) -> Measured:
    """Look at a picture.

    Raises:
        ValueError: if it cannot be read as one, with a whole sentence.
    """
    if source.suffix.lower() == ".svg":
        return Measured(width=0, height=0, type="image/svg+xml", mode="")
    try:
        with Pillow.open(source) as picture:
            picture.verify()
            width, height = picture.size
            kind, mode = picture.format or "", picture.mode
    except (UnidentifiedImageError, OSError, SyntaxError, Pillow.DecompressionBombError) as error:
        raise ValueError("it cannot be read as a picture. Save it again as JPEG or PNG.") from error
    if kind not in _TYPES:
        raise ValueError(f"a {kind} is no picture for the web. Save it as JPEG or PNG.")
    return Measured(width=width, height=height, type=_TYPES[kind], mode=mode)


class Thumbnails:
    """Small versions of pictures, kept in a folder by the digest of what they were made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, source: Path, measured: Measured) -> Path | None:
        """Return a WebP at most `SMALL_WIDTH` pixels wide, or nothing if the picture is small."""
        if measured.width <= SMALL_WIDTH or measured.type == "image/gif":
            return None
        maker = f"webp-{SMALL_WIDTH}-q80-pillow-{PIL.__version__}"
        target = self._folder / maker / sha256_of(source) / f"{source.stem}-{SMALL_WIDTH}.webp"
        if not target.is_file():
            write_whole(target, _shrink(source))
        return target


def _shrink(source: Path) -> bytes:
    with Pillow.open(source) as picture:
        has_alpha = "A" in picture.getbands() or "transparency" in picture.info
        small = picture.convert("RGBA" if has_alpha else "RGB")
    height = round(small.height * SMALL_WIDTH / small.width)
    small = small.resize((SMALL_WIDTH, max(1, height)), Pillow.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "WEBP", quality=80, method=4)
    return buffer.getvalue()
