"""Art as directories take it: the author's file if it is right, else a copy; never changed."""

from __future__ import annotations

from pathlib import Path

from PIL import Image as Pillow

from plugins.podcast.art.judge import (
    ENDINGS,
    LARGEST,
    Finding,
    Looked,
    find_mends,
    find_weight,
    needs_pixels,
    refuse,
)
from plugins.shared.files import sha256_of
from plugins.shared.images import UNREADABLE, Image
from plugins.shared.kept import Kept
from plugins.shared.media import Media
from plugins.shared.pictures.colours import DAMAGED, flatten, open_upright
from plugins.shared.pictures.encode import JPEG, encode
from plugins.shared.pictures.maker import MAKER
from plugins.shared.problems import Problem, Severity, split_sentence
from plugins.shared.run import Run

_KEY = f"art-1-{MAKER}"


def fit_art(source: Path, alt: str, run: Run, where: str, line: int | None = None) -> Image | None:
    """Publish the art of a feed, mended where that is needed and safe, and tell what was not right.

    Nothing is returned if it cannot be read.
    """
    media = run.media
    try:
        art = look(source, media)
        fault = refuse(art)
        if fault is not None:
            run.problems.add(_problem(fault, source, where, line))
            return media.add_image(source, alt)
        found = find_mends(art)
        image = media.add_image(source, alt, _copy(source, found, art, media))
    except ValueError as error:
        what, todo = split_sentence(error)
        run.problems.error(where, what, todo, line=line, rule="art-readable")
        return None
    weight = find_weight(art) if not needs_pixels(found) else None
    for finding in (*found, *((weight,) if weight else ())):
        run.problems.add(_problem(finding, source, where, line, Severity.WARNING))
    return image


def look(source: Path, media: Media) -> Looked:
    """Return what a picture for a feed is.

    Raises:
        ValueError: if the file is no picture, with a whole sentence.
    """
    measured = media.measure(source)
    length = source.stat().st_size
    return Looked(ending=source.suffix.lower(), length_bytes=length, measured=measured)


def _copy(source: Path, found: tuple[Finding, ...], art: Looked, media: Media) -> Path | None:
    if not found or (art.measured.has_place and not needs_pixels(found)):
        return None  # the copy that does not tell the place has the right name
    if needs_pixels(found):
        return mend(source, media.kept)
    ending = ENDINGS[art.measured.type][0]
    return media.kept.get(f"renamed/{sha256_of(source)}", ending, source.read_bytes)


def _problem(
    finding: Finding, source: Path, where: str, line: int | None,
    severity: Severity = Severity.ERROR,
) -> Problem:  # fmt: skip
    return Problem(
        where=where,
        line=line,
        what=f"the artwork {source.name} {finding.what}",
        todo=f"{finding.done} {finding.todo}".strip(),
        severity=severity,
        rule=finding.rule,
    )


def mend(source: Path, kept: Kept) -> Path:
    """Return a copy of a square picture as an RGB JPEG: upright, in sRGB, on white, not too large.

    Raises:
        ValueError: if the picture ends before its pixels do, with a whole sentence.
    """
    return kept.get(f"{_KEY}/{sha256_of(source)}", JPEG.ending, lambda: _mended(source))


def _mended(source: Path) -> bytes:
    try:
        picture = flatten(open_upright(source))
    except DAMAGED as error:
        raise ValueError(UNREADABLE) from error
    if picture.width > LARGEST:
        picture = picture.resize((LARGEST, LARGEST), Pillow.Resampling.LANCZOS)
    return encode(picture, JPEG)
