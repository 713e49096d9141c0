"""Paths as users type and read them."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"


def user_path(text: str) -> Path:
    """Return the absolute path a user means: `~/` is home, the rest starts where they stand.

    Links are followed everywhere but at the end, since the end may be the link in question.
    """
    typed = Path(text)
    if typed.parts[:1] == ("~",):
        typed = Path.home().joinpath(*typed.parts[1:])
    path = Path.cwd() / typed
    if path.name in {"", ".."}:
        return path.resolve()
    return path.parent.resolve() / path.name


def show(path: Path) -> str:
    """Return a path as its user would type it: short where it lies below them."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def show_folder(path: Path) -> str:
    """Return a folder's path with a slash at its end."""
    return show(path).rstrip("/") + "/"
