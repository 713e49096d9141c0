"""Whether a template that an author names exists and is made for what they wrote."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.shared.nearest import did_you_mean

_EXTENDS = re.compile(r"\{%-?\s*extends\s+[\"'](?P<name>[^\"']+)[\"']")


def find_fault(name: str, root: str, folder: Path) -> str:
    """Return what is wrong with the template `name`, empty if it is `root` or extends it."""
    if not (folder / f"{name}.html").is_file():
        known = sorted(
            path.stem for path in folder.glob("*.html") if root in _ancestry(path.stem, folder)
        )
        hint = did_you_mean(name, known) or f"It has: {', '.join(known)}."
        return f"the theme has no template {name!r}. {hint}"
    if root not in _ancestry(name, folder):
        return f"the template {name!r} is not made for this. Use one that extends {root}.html."
    return ""


def _ancestry(name: str, folder: Path) -> list[str]:
    found: list[str] = []
    while name not in found and (folder / f"{name}.html").is_file():
        found.append(name)
        match = _EXTENDS.search((folder / f"{name}.html").read_text(encoding="utf-8"))
        name = match["name"].removesuffix(".html") if match else name
    return found
