"""Words set for a picture: as large as they fit, in lines of like length, in a font of our own.

The font, Inter Display in one weight, holds Latin, Greek and Cyrillic. Its layout is the basic
one, which every build of Pillow has, so that the same words look the same everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from PIL import ImageFont

FONT = Path(__file__).parent / "fonts" / "inter-display-800.otf"
LEADING = 1.1
_STEP = 0.94
# Below this size a word that is wider than a line is broken, rather than all letters made smaller.
_BREAK = 130
_PROOF = 20
# A code point that no font has: what is drawn for it is drawn for all that is lacking.
_NOTHING = "\uffff"
# What changes the sign before it, and is no letter of its own.
_SELECTORS = {*map(chr, range(0xFE00, 0xFE10)), "\u20e3"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Lines of words and the size of their letters in pixels."""

    lines: tuple[str, ...]
    pixels: int

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.pixels * LEADING)


@cache
def load(pixels: int) -> ImageFont.FreeTypeFont:
    """Load the font at a size."""
    return ImageFont.truetype(FONT, pixels, layout_engine=ImageFont.Layout.BASIC)


def find_words(text: str) -> str:
    """Return what the font can draw of a text; nothing if it lacks a letter or a digit of it.

    >>> find_words("Über   uns 🎉"), find_words("電話")
    ('Über uns', '')
    """
    signs = unicodedata.normalize("NFC", text)
    lacking = [sign for sign in signs if not sign.isspace() and not _has(sign)]
    if any(unicodedata.category(sign)[0] in "LMN" for sign in lacking if sign not in _SELECTORS):
        return ""
    return " ".join("".join(sign for sign in signs if sign not in lacking).split())


@cache
def _has(sign: str) -> bool:
    font = load(_PROOF)
    found, nothing = font.getmask(sign), font.getmask(_NOTHING)
    return found.size != nothing.size or bytes(found) != bytes(nothing)


def set_words(text: str, width: int, height: int, *, largest: int, smallest: int) -> Setting:
    """Return the largest setting that fits; what is too long at the smallest size is cut."""
    pixels = float(largest)
    while pixels > smallest:
        words = text.split() if pixels > _BREAK else _pieces(text, width, round(pixels))
        setting = _try(words, width, height, round(pixels))
        if setting is not None:
            return setting
        pixels *= _STEP
    return _cut(text, width, height, smallest)


def _try(words: list[str], width: int, height: int, pixels: int) -> Setting | None:
    font = load(pixels)
    if max((font.getlength(word) for word in words), default=0) > width:
        return None
    setting = Setting(lines=tuple(_wrap(words, width, pixels)), pixels=pixels)
    return _balance(setting, words, width) if setting.height <= height else None


def _balance(setting: Setting, words: list[str], width: int) -> Setting:
    """Make the lines as narrow as their number allows, so that none is left with one word."""
    best, count = setting.lines, len(setting.lines)
    widest_word = max((load(setting.pixels).getlength(word) for word in words), default=0)
    for percent in range(96, 40, -4):
        narrow = width * percent / 100
        if narrow < widest_word:
            break
        lines = tuple(_wrap(words, narrow, setting.pixels))
        if len(lines) > count:
            break
        best = lines
    return Setting(lines=best, pixels=setting.pixels)


def _cut(text: str, width: int, height: int, pixels: int) -> Setting:
    lines = list(_wrap(_pieces(text, width, pixels), width, pixels))
    room = max(1, int(height / (pixels * LEADING)))
    if len(lines) > room:
        lines = lines[:room]
        last = lines[-1]
        while last and load(pixels).getlength(last + "…") > width:
            last = last[:-1]
        lines[-1] = last.rstrip() + "…"
    return Setting(lines=tuple(lines), pixels=pixels)


def _pieces(text: str, width: int, pixels: int) -> list[str]:
    return [piece for word in text.split() for piece in _break(word, width, pixels)]


def _break(word: str, width: int, pixels: int) -> Iterator[str]:
    """Yield a word in as few pieces as fit a line each, all of like length."""
    font, count = load(pixels), 1
    pieces = [word]
    while max(map(font.getlength, pieces)) > width and count < len(word):
        count += 1
        ends = [len(word) * number // count for number in range(count + 1)]
        pieces = [word[start:end] for start, end in pairwise(ends)]
    yield from pieces


def _wrap(words: list[str], width: float, pixels: int) -> Iterator[str]:
    font, line = load(pixels), ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line
