"""The content folder as a whole: links that lead out of it, files that nothing would read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from plugins.frontmatter.keys import Folder
from plugins.shared.files import is_inside
from plugins.shared.nearest import did_you_mean
from plugins.shared.problems import Problem, Severity

_READ = {".md", ".markdown", ".mkd", ".mdown"}
_TEXTS = {".rst", ".adoc", ".org", ".html", ".htm", ".txt", ".textile", ".docx", ".odt", ".ipynb"}


def check_tree(content: Path, where: Callable[[Path], str]) -> Iterator[Problem]:
    """Find links that leave `content`, folders that cannot be opened, texts that are not read."""
    closed: list[OSError] = []
    for folder, names, files in os.walk(content, onerror=closed.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted([*names, *files]):
            path = Path(folder, name)
            if name.startswith("."):
                continue
            if path.is_symlink() and not is_inside(path, content):
                yield _leads_out(path, where)
            elif path.is_file():
                yield from _unread(path, content, where)
    for error in closed:
        what = f"the folder cannot be opened ({error.strerror})."
        yield Problem(
            where=where(Path(error.filename)),
            what=what,
            todo="Look at its permissions.",
            rule="file-readable",
        )


def _leads_out(path: Path, where: Callable[[Path], str]) -> Problem:
    try:
        what = f"the symbolic link leads out of the content folder, to {path.resolve()}."
    except (OSError, RuntimeError):  # Python 3.13 has the one, older ones have the other
        what = "the symbolic link leads in a circle."
    todo = "Put the file itself here, or remove the link."
    return Problem(where=where(path), what=what, todo=todo, rule="file-inside")


def _unread(path: Path, content: Path, where: Callable[[Path], str]) -> Iterator[Problem]:
    """Find a text that nothing would read, and that nobody would miss until it is too late."""
    top, ending = path.relative_to(content).parts[0], path.suffix
    is_known = top in set(Folder)
    if ending.lower() in _READ and ending not in _READ:
        what = f"a file that ends in {ending} is not read."
        yield Problem(
            where=where(path),
            what=what,
            todo=f"Rename it to end in {ending.lower()}.",
            rule="file-read",
        )
    elif ending in _READ and not is_known:
        what = "nothing reads a text here."
        todo = (
            did_you_mean(top, [kind.value for kind in Folder])
            or f"Put it into one of: {', '.join(Folder)}."
        )
        yield Problem(
            where=where(path), what=what, todo=todo, severity=Severity.WARNING, rule="file-read"
        )
    elif is_known and ending.lower() in _TEXTS and not _is_part_of_an_episode(path, top):
        what = f"a {ending} file is not read: entries are Markdown."
        todo = "Rename it to .md, or move it out of the content folder."
        yield Problem(
            where=where(path), what=what, todo=todo, severity=Severity.WARNING, rule="file-read"
        )


def _is_part_of_an_episode(path: Path, top: str) -> bool:
    """Say whether a text is written chapters, or a transcript in HTML, which has times."""
    if path.name.endswith(".chapters.txt"):
        return True
    try:
        return top == Folder.EPISODES and path.suffix == ".html" and b"<time" in path.read_bytes()
    except OSError:
        return False
