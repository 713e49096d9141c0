"""The colours that a cover lends to the covers of its parts: a dark ground, and an accent on it."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

from PIL import Image as Pillow

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
_COLOURS = 12
# WCAG 2.2, 1.4.3 asks 4.5 of text, 3 of large letters; covers are looked at from afar.
_TEXT_CONTRAST, _ACCENT_CONTRAST = 7.0, 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Two colours: white letters can be read on the ground, the accent stands out from it."""

    ground: Colour
    accent: Colour


def find_palette(picture: Pillow.Image) -> Palette:
    """Return the palette of an RGB picture."""
    reduced = picture.quantize(_COLOURS, method=Pillow.Quantize.MEDIANCUT).convert("RGB")
    counted = sorted(reduced.getcolors() or [], key=lambda pair: (-pair[0], pair[1]))
    colours = [(count, colour) for count, colour in counted if isinstance(colour, tuple)]
    _, ground = max(colours, key=lambda pair: pair[0] ** 0.5 * _depth(pair[1]))
    ground = _darkened(ground)
    _, accent = max(colours, key=lambda pair: _vividness(pair[1]) * pair[0] ** 0.25)
    return Palette(ground=ground, accent=_lightened(accent, ground))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours as WCAG measures it, 1 to 21.

    >>> round(contrast((0, 0, 0), WHITE)), contrast(WHITE, WHITE)
    (21, 1.0)
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 sRGB
        for level in (part / 255 for part in colour)
    ]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def _depth(colour: Colour) -> float:
    """Say how well a colour serves as a ground: saturated, and dark already.

    A light colour that is made dark turns into another: yellow into brown.
    """
    _, _, saturation = _hls(colour)
    darkness = min(1.0, contrast(colour, WHITE) / _TEXT_CONTRAST)
    return (0.2 + saturation) * darkness**3


def _vividness(colour: Colour) -> float:
    _, light, saturation = _hls(colour)
    return saturation * (1 - abs(2 * light - 1.1))


def tinted(colour: Colour, share: float) -> Colour:
    """Return a colour with a share of white in it."""
    red, green, blue = (round(part + (255 - part) * share) for part in colour)
    return red, green, blue


def _darkened(colour: Colour) -> Colour:
    while contrast(colour, WHITE) < _TEXT_CONTRAST:
        red, green, blue = (int(part * 0.95) for part in colour)
        colour = (red, green, blue)
    return colour


def _lightened(colour: Colour, ground: Colour) -> Colour:
    while contrast(colour, ground) < _ACCENT_CONTRAST:
        colour = tinted(colour, 0.1)
    return colour


def _hls(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (part / 255 for part in colour)
    return colorsys.rgb_to_hls(red, green, blue)
