"""A cover for a part of a show: its title in large letters, in the colours of the show's cover."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageDraw

from plugins.podcast.art.lettering import FONT, LEADING, Setting, load, set_words
from plugins.podcast.art.palette import BLACK, WHITE, Colour, Palette, find_palette, tinted
from plugins.shared.files import sha256_of
from plugins.shared.kept import Kept
from plugins.shared.pictures.colours import flatten, open_upright
from plugins.shared.pictures.encode import JPEG, encode
from plugins.shared.pictures.maker import MAKER

SIDE = 1400
_MARGIN = 108
_INSET = 330
_CORNER, _RIM = 34, 5
_GAP = 52
_BAR = (150, 18)
_DISC = (640, 620, 1820, 1800)
_FINE = 3
_TITLE_WIDTH, _TITLE_HEIGHT = SIDE - 2 * _MARGIN, SIDE - 3 * _MARGIN - _INSET - 40
_KEY = f"cover-1-{MAKER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What all covers of a show's parts share: its colours, and all but the words."""

    palette: Palette
    picture: Pillow.Image


def draw_cover(ground: Path, title: str, show_title: str, cache: Path) -> Path:
    """Return a square JPEG with a title, drawn once for the same cover and words.

    Raises:
        ValueError: if the ground is no picture.
    """
    words = "\0".join((sha256_of(ground), sha256_of(FONT), title, show_title))
    key = f"{_KEY}/{hashlib.sha256(words.encode()).hexdigest()}"
    return Kept(cache / "images").get(
        key, JPEG.ending, lambda: encode(_draw(ground, title, show_title), JPEG)
    )


def _draw(ground: Path, title: str, show_title: str) -> Pillow.Image:
    shared = _ground(ground, sha256_of(ground))
    cover = shared.picture.copy()
    pen = ImageDraw.Draw(cover)
    setting = set_words(title, _TITLE_WIDTH, _TITLE_HEIGHT, largest=300, smallest=64)
    _write(pen, setting, (_MARGIN, _MARGIN + _BAR[1] + _GAP), WHITE)
    top, left = SIDE - _MARGIN - _INSET, _MARGIN + _INSET + _GAP
    name = set_words(show_title, SIDE - _MARGIN - left, _INSET, largest=76, smallest=40)
    _write(pen, name, (left, top + (_INSET - name.height) // 2), shared.palette.accent)
    return cover


@lru_cache(maxsize=8)
def _ground(file: Path, _sha256: str) -> Ground:
    cover = flatten(open_upright(file, SIDE))
    palette = find_palette(cover.resize((64, 64), Pillow.Resampling.BOX))
    picture = _smooth((SIDE, SIDE), palette.ground, lambda pen: _shapes(pen, palette))
    inset = cover.resize((_INSET, _INSET), Pillow.Resampling.LANCZOS)
    picture.paste(inset, (_MARGIN, SIDE - _MARGIN - _INSET), _corners())
    return Ground(palette=palette, picture=picture)


def _shapes(pen: ImageDraw.ImageDraw, palette: Palette) -> None:
    """Draw a disc that leaves the picture, a bar above the title, and a rim for the inset."""
    left, top, right, bottom = _DISC
    disc = (left * _FINE, top * _FINE, right * _FINE, bottom * _FINE)
    pen.ellipse(disc, fill=tinted(palette.ground, 0.07))
    start, width, height = _MARGIN * _FINE, _BAR[0] * _FINE, _BAR[1] * _FINE
    bar = (start, start, start + width, start + height)
    pen.rounded_rectangle(bar, height / 2, fill=palette.accent)
    left, top = (_MARGIN - _RIM) * _FINE, (SIDE - _MARGIN - _INSET - _RIM) * _FINE
    side = (_INSET + 2 * _RIM) * _FINE - 1
    rim = (left, top, left + side, top + side)
    pen.rounded_rectangle(rim, (_CORNER + _RIM) * _FINE, fill=tinted(palette.ground, 0.3))


def _corners() -> Pillow.Image:
    """Return a mask with round corners."""
    side = _INSET * _FINE - 1
    return _smooth(
        (_INSET, _INSET), BLACK,
        lambda pen: pen.rounded_rectangle((0, 0, side, side), _CORNER * _FINE, fill=WHITE),
    ).convert("L")  # fmt: skip


def _smooth(
    size: tuple[int, int], ground: Colour, draw: Callable[[ImageDraw.ImageDraw], None]
) -> Pillow.Image:
    """Return shapes with smooth edges: they are drawn large."""
    large = Pillow.new("RGB", (size[0] * _FINE, size[1] * _FINE), ground)
    draw(ImageDraw.Draw(large))
    return large.resize(size, Pillow.Resampling.BOX)


def _write(pen: ImageDraw.ImageDraw, setting: Setting, at: tuple[int, int], colour: Colour) -> None:
    left, top = at
    for number, line in enumerate(setting.lines):
        baseline = top + round((number + 0.8) * setting.pixels * LEADING)
        pen.text((left, baseline), line, font=load(setting.pixels), fill=colour, anchor="ls")
