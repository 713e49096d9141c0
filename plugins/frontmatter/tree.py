"""The content folder as a whole: links that lead out of it, files that nothing would read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from plugins.frontmatter.keys import Folder
from plugins.shared.files import is_inside
from plugins.shared.problems import Problem, Severity

_READ = {".md", ".markdown", ".mkd", ".mdown"}
_TEXTS = {".rst", ".adoc", ".org", ".html", ".htm", ".txt", ".textile"}


def check_tree(content: Path, where: Callable[[Path], str]) -> Iterator[Problem]:
    """Find symbolic links that leave `content`, and texts in formats that are not read."""
    for folder, names, files in os.walk(content):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted([*names, *files]):
            path = Path(folder, name)
            if name.startswith("."):
                continue
            if path.is_symlink() and not is_inside(path, content):
                yield _leads_out(path, where)
            elif _is_unread(path, content):
                yield _not_read(path, where)


def _leads_out(path: Path, where: Callable[[Path], str]) -> Problem:
    try:
        what = f"the symbolic link leads out of the content folder, to {path.resolve()}."
    except (OSError, RuntimeError):  # Python 3.13 has the one, older ones have the other
        what = "the symbolic link leads in a circle."
    todo = "Put the file itself here, or remove the link."
    return Problem(where=where(path), what=what, todo=todo)


def _is_unread(path: Path, content: Path) -> bool:
    top = path.relative_to(content).parts[0]
    if top not in set(Folder) or not path.is_file():
        return False
    return path.suffix.lower() in _TEXTS and not path.name.endswith(".chapters.txt")


def _not_read(path: Path, where: Callable[[Path], str]) -> Problem:
    what = f"a {path.suffix} file is not read: entries are Markdown."
    todo = "Rename it to .md, or move it out of the content folder."
    return Problem(where=where(path), what=what, todo=todo, severity=Severity.WARNING)
