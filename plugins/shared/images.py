"""A picture as a page or a feed names it, and how one is measured."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image as Pillow

from plugins.shared.pictures.colours import DAMAGED, has_alpha, is_like_srgb

# Exif 2.32, 4.6.4.A and 4.6.3: how a picture is turned (5 to 8 exchange its sides), and where the
# part lies that tells the place. Tag 0 of that part is only its version.
_ORIENTATION, _ON_ITS_SIDE = 0x0112, range(5, 9)
_PLACE, _PLACE_VERSION = 0x8825, 0
# PNG, 11.2.1: the byte that says the bits of a sample.
_PNG_DEPTH, _DEEP = 24, 16
UNREADABLE = "it cannot be read as a picture. Save it again as JPEG or PNG."
# What an author may use; a larger picture is a mistake or an attack.
Pillow.MAX_IMAGE_PIXELS = 100_000_000
_TYPES = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # a JPEG with a second picture behind it, as many telephones write it
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "AVIF": "image/avif",
}
DRAWING = "image/svg+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A picture at another width and in another format, for the browser to choose."""

    path: str
    width: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A published picture: its site path, size in pixels and bytes, and MIME type.

    `small` is the path of a JPEG or PNG at most 640 pixels wide, which every browser shows;
    `variants` what newer ones choose from; `source` the file it was measured from.
    """

    path: str
    small: str
    width: int
    height: int
    length_bytes: int
    type: str
    alt: str
    source: Path
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Size in pixels as it is shown, real type (whatever the name says), and what is special."""

    width: int
    height: int
    type: str
    mode: str
    has_alpha: bool = False
    has_place: bool = False
    has_profile: bool = False
    is_animated: bool = False
    is_deep: bool = False
    is_turned: bool = False


class _WrongKindError(ValueError):
    """A picture, but none that browsers show."""


def measure_image(source: Path) -> Measured:
    """Look at a picture; a colour profile that is like sRGB is none.

    Raises:
        ValueError: if it cannot be read as one, with a whole sentence.
    """
    if source.suffix.lower() == ".svg":
        return Measured(width=0, height=0, type=DRAWING, mode="")
    if not source.stat().st_size:
        raise ValueError("the file is empty. Save the picture again as JPEG or PNG.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow doubts some metadata
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            return _measure(source)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise ValueError("it has more than 100 million pixels. Make it smaller.") from error
    except _WrongKindError:
        raise
    except DAMAGED as error:
        raise ValueError(UNREADABLE) from error


def _measure(source: Path) -> Measured:
    with Pillow.open(source) as picture:
        picture.verify()
    with Pillow.open(source) as picture:  # `verify` must be the first and only thing done
        kind = picture.format or ""
        if kind not in _TYPES:
            raise _WrongKindError(f"a {kind} is no picture for the web. Save it as JPEG or PNG.")
        turn = picture.getexif().get(_ORIENTATION, 1)
        width, height = picture.size[::-1] if turn in _ON_ITS_SIDE else picture.size
        profile: bytes = picture.info.get("icc_profile") or b""
        return Measured(
            width=width,
            height=height,
            type=_TYPES[kind],
            mode=picture.mode,
            has_alpha=has_alpha(picture),
            has_place=_has_place(picture),
            has_profile=bool(profile) and not is_like_srgb(profile, picture.mode),
            is_animated=kind != "MPO" and getattr(picture, "is_animated", False),
            is_deep=kind == "PNG" and _is_deep(source),
            is_turned=turn in range(2, 9),
        )


def _has_place(picture: Pillow.Image) -> bool:
    """Say whether a picture tells where it was taken, in Exif or XMP."""
    if set(picture.getexif().get_ifd(_PLACE)) - {_PLACE_VERSION}:
        return True
    xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    text = xmp if isinstance(xmp, bytes) else str(xmp).encode()
    return b"GPSLatitude" in text or b"GPSLongitude" in text


def _is_deep(source: Path) -> bool:
    with source.open("rb") as file:
        return file.read(_PNG_DEPTH + 1)[_PNG_DEPTH] == _DEEP
