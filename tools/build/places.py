"""Where a site may be written: never into, nor around, the folders that it is made from."""

from __future__ import annotations

from pathlib import Path

from tools.shared.errors import RefusedError
from tools.shared.paths import ROOT, show, show_folder

_ENGINE = ("theme", "plugins", "tools", "tests", "docs", "locks", ".git", ".venv")


def refuse_overlap(place: Path, content: Path, variable: str) -> None:
    """Raise an error if writing a site to a place could touch what it is made from."""
    for source in (content, *(ROOT / name for name in _ENGINE)):
        if _overlap(place, source):
            raise RefusedError(
                f"{show_folder(place)}: the site cannot be written here, because of "
                f"{show(source)}. Choose a folder apart from it with {variable}=…"
            )


def _overlap(place: Path, source: Path) -> bool:
    place, source = place.resolve(), source.resolve()
    return place.is_relative_to(source) or source.is_relative_to(place)
