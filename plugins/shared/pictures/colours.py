"""The colours of a picture: upright, in sRGB with eight bits, whatever a camera or a press made."""

from __future__ import annotations

import io
import struct
import warnings
from itertools import product
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

# What Pillow raises for files that are damaged.
DAMAGED = (
    OSError, SyntaxError, struct.error, LookupError, EOFError, OverflowError, ValueError,
    RuntimeError,
)  # fmt: skip
# How far a colour may move until somebody sees it, of 255.
_UNSEEN = 8
_LEVELS = (0, 64, 128, 192, 255)
# Modes that Pillow's colour management takes; all others are brought to one of them.
_MANAGED = {"L", "RGB", "CMYK"}


def open_upright(source: Path, width: int = 0) -> Pillow.Image:
    """Return a picture as it is meant to look, as `RGB`, or `RGBA` if it can be seen through.

    A large JPEG may come smaller, but no narrower than `width`, which is many times faster.

    Raises:
        DAMAGED: one of these, if it ends before its pixels do.
    """
    with warnings.catch_warnings(action="ignore"), Pillow.open(source) as picture:
        if width:
            picture.draft(None, (width, width))
        profile = picture.info.get("icc_profile")
        is_clear = has_alpha(picture)
        found = _to_eight_bits(ImageOps.exif_transpose(picture))
    alpha = found.convert("RGBA").getchannel("A") if is_clear else None
    managed = found if found.mode in _MANAGED else found.convert("RGB")
    plain = _to_srgb(managed, profile) if profile else managed.convert("RGB")
    if alpha is not None:
        plain.putalpha(alpha)
    plain.info.clear()  # what a camera wrote would be saved again
    return plain


def has_alpha(picture: Pillow.Image) -> bool:
    """Say whether a picture can be seen through, or says that it could."""
    return "A" in picture.getbands() or "transparency" in picture.info


def flatten(picture: Pillow.Image) -> Pillow.Image:
    """Lay what can be seen through on white."""
    if picture.mode != "RGBA":
        return picture
    ground = Pillow.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def is_like_srgb(profile: bytes, mode: str) -> bool:
    """Say whether a profile's colours look like those of sRGB; one that is damaged is ignored."""
    if mode in {"L", "LA", "I;16"}:
        sample = Pillow.frombytes("L", (len(_LEVELS), 1), bytes(_LEVELS))
    else:
        colours = bytes(level for colour in product(_LEVELS, repeat=3) for level in colour)
        sample = Pillow.frombytes("RGB", (len(colours) // 3, 1), colours)
    before, after = sample.convert("RGB").tobytes(), _to_srgb(sample, profile).tobytes()
    return max(abs(a - b) for a, b in zip(before, after, strict=True)) <= _UNSEEN


def _to_eight_bits(picture: Pillow.Image) -> Pillow.Image:
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda level: level / 256).convert("L")


def _to_srgb(picture: Pillow.Image, profile: bytes) -> Pillow.Image:
    try:
        found = ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError):  # damaged, or of another kind of picture
        return picture.convert("RGB")
    return found or picture.convert("RGB")
