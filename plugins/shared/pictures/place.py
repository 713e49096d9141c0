"""A picture without what tells where it was taken: published in place of one that does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from plugins.shared.files import sha256_of
from plugins.shared.images import Measured
from plugins.shared.kept import Kept
from plugins.shared.pictures.colours import DAMAGED, open_upright
from plugins.shared.pictures.encode import JPEG, PNG, encode
from plugins.shared.pictures.maker import MAKER
from plugins.shared.problems import Problem, Severity

_KEY = f"placeless-1-{MAKER}"


def without_place(source: Path, measured: Measured, kept: Kept) -> Path | None:
    """Return a copy with its pixels alone; nothing if a still picture cannot take its place."""
    if measured.is_animated:
        return None
    is_png = measured.type == PNG.type or measured.has_alpha
    format_ = PNG if is_png else JPEG
    try:
        return kept.get(
            f"{_KEY}/{sha256_of(source)}",
            format_.ending,
            lambda: encode(open_upright(source), format_),
        )
    except DAMAGED:
        return None


def tell_places(
    placed: Mapping[Path, Path | None], where: Callable[[Path], str]
) -> Iterator[Problem]:
    """Yield a problem for each picture that tells its place, with what was done about it."""
    for source, copy in placed.items():
        done = "A copy without that is published; the file stays as it is."
        refused = "No copy without that could be made."
        yield Problem(
            where=where(source),
            what="the picture tells where it was taken (GPS).",
            todo=f"{done if copy else refused} Save it without its location.",
            severity=Severity.WARNING if copy else Severity.ERROR,
            rule="picture-place",
        )
