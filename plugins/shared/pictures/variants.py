"""A picture in several widths and formats, so that a page loads no more than it shows."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image as Pillow

from plugins.shared.files import sha256_of
from plugins.shared.images import DRAWING, UNREADABLE, Measured
from plugins.shared.kept import Kept
from plugins.shared.pictures.colours import DAMAGED, open_upright
from plugins.shared.pictures.encode import MODERN, PNG, SMALL_JPEG, Format, encode
from plugins.shared.pictures.maker import MAKER

WIDTHS = (320, 640, 1280)
SMALL_WIDTH = 640
# WebP, 2.3: the largest height a file can say.
TALLEST = 16_383
_KEY = f"variants-1-{MAKER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file of one width and format, kept; `is_small` if it is for browsers of any age."""

    file: Path
    width: int
    type: str
    is_small: bool


def make_variants(source: Path, measured: Measured, kept: Kept) -> tuple[Made, ...]:
    """Return a picture's variants, none for drawings and for what moves; none is wider than it.

    Raises:
        ValueError: if the picture ends before its pixels do, with a whole sentence.
    """
    wanted = tuple(_wanted(measured))
    found = _find(source, wanted, kept)
    if None in found:
        found = _make(source, wanted, _folder(source), kept)
    return _told(wanted, found)


def find_variants(source: Path, measured: Measured, kept: Kept) -> tuple[Made, ...]:
    """Return the variants that were made before; else see that they could be made.

    Raises:
        ValueError: if the picture ends before its pixels do, with a whole sentence.
    """
    wanted = tuple(_wanted(measured))
    found = _find(source, wanted, kept)
    if None in found:
        _open(source, max(width for width, _ in wanted))
    return _told(wanted, found)


def _folder(source: Path) -> str:
    return f"{_KEY}/{sha256_of(source)}"


def _find(source: Path, wanted: tuple[tuple[int, Format], ...], kept: Kept) -> list[Path | None]:
    folder = _folder(source) if wanted else ""
    return [kept.find(f"{folder}/{width}", format_.ending) for width, format_ in wanted]


def _told(wanted: tuple[tuple[int, Format], ...], found: list[Path | None]) -> tuple[Made, ...]:
    return tuple(
        Made(file=file, width=width, type=format_.type, is_small=format_ not in MODERN)
        for (width, format_), file in zip(wanted, found, strict=True)
        if file is not None
    )


def _wanted(measured: Measured) -> Iterator[tuple[int, Format]]:
    if measured.type == DRAWING or measured.is_animated or measured.height > TALLEST:
        return
    widths = sorted({min(width, measured.width) for width in WIDTHS})
    for format_ in MODERN:
        yield from ((width, format_) for width in widths)
    if measured.width > SMALL_WIDTH:
        yield SMALL_WIDTH, PNG if measured.has_alpha else SMALL_JPEG


def _make(
    source: Path, wanted: tuple[tuple[int, Format], ...], folder: str, kept: Kept
) -> list[Path | None]:
    """Make all that is wanted, as many at a time as there are processors."""
    sizes = _resize(source, sorted({width for width, _ in wanted}, reverse=True))

    def make(one: tuple[int, Format]) -> Path:
        width, format_ = one
        return kept.get(f"{folder}/{width}", format_.ending, lambda: encode(sizes[width], format_))

    with ThreadPoolExecutor() as pool:
        return list(pool.map(make, wanted))


def _resize(source: Path, widths: list[int]) -> dict[int, Pillow.Image]:
    """Return the picture in each width, the largest first; each is made of the one before."""
    picture = _open(source, widths[0])
    sizes = {}
    for width in widths:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Pillow.Resampling.LANCZOS)
        sizes[width] = picture
    return sizes


def _open(source: Path, width: int) -> Pillow.Image:
    try:
        return open_upright(source, width)
    except DAMAGED as error:
        raise ValueError(UNREADABLE) from error
