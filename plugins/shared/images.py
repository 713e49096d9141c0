"""A picture as a page or a feed names it, how it is measured, and its small version."""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path

import PIL
from PIL import Image as Pillow
from PIL import ImageOps

from plugins.shared.files import sha256_of, write_whole

SMALL_WIDTH = 640
# WebP, 2.3: the largest height a file can say.
_TALLEST_WEBP = 16_383
# Exif 2.32, 4.6.4.A: how a picture is turned; 5 to 8 exchange its sides.
_ORIENTATION, _ON_ITS_SIDE = 0x0112, range(5, 9)
_UNREADABLE = "it cannot be read as a picture. Save it again as JPEG or PNG."
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
    """Size in pixels as it is shown, real type (whatever the name says) and Pillow's mode."""

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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow doubts some metadata
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            return _measure(source)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise ValueError("it has more than 100 million pixels. Make it smaller.") from error
    except (OSError, SyntaxError, struct.error, LookupError, EOFError, OverflowError) as error:
        raise ValueError(_UNREADABLE) from error


def _measure(source: Path) -> Measured:
    with Pillow.open(source) as picture:
        picture.verify()
    with Pillow.open(source) as picture:  # `verify` must be the first and only thing done
        is_on_its_side = picture.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
        width, height = picture.size[::-1] if is_on_its_side else picture.size
        kind, mode = picture.format or "", picture.mode
    if kind not in _TYPES:
        raise ValueError(f"a {kind} is no picture for the web. Save it as JPEG or PNG.")
    return Measured(width=width, height=height, type=_TYPES[kind], mode=mode)


class Thumbnails:
    """Small versions of pictures, kept in a folder by the digest of what they were made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, source: Path, measured: Measured) -> Path | None:
        """Return a WebP `SMALL_WIDTH` pixels wide, or nothing if the picture is small.

        Raises:
            ValueError: if the picture ends before its pixels do, with a whole sentence.
        """
        height = measured.height * SMALL_WIDTH // max(1, measured.width)
        is_small = measured.width <= SMALL_WIDTH or height >= _TALLEST_WEBP
        if is_small or measured.type == "image/gif":
            return None
        maker = f"webp-{SMALL_WIDTH}-q80-upright-pillow-{PIL.__version__}"
        target = self._folder / maker / sha256_of(source) / f"{source.stem}-{SMALL_WIDTH}.webp"
        if not target.is_file():
            write_whole(target, _shrink(source))
        return target


def _shrink(source: Path) -> bytes:
    try:
        with Pillow.open(source) as picture:
            has_alpha = "A" in picture.getbands() or "transparency" in picture.info
            upright = ImageOps.exif_transpose(picture)
            small = upright.convert("RGBA" if has_alpha else "RGB")
    except (OSError, SyntaxError, struct.error) as error:
        raise ValueError(_UNREADABLE) from error
    height = round(small.height * SMALL_WIDTH / small.width)
    small = small.resize((SMALL_WIDTH, max(1, height)), Pillow.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "WEBP", quality=80, method=4)
    return buffer.getvalue()
