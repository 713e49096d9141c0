"""The file of the content that a line of front matter names."""

from __future__ import annotations

from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.shared.files import as_spelled, is_file, is_inside
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run


class NamedFileError(ValueError):
    """A file that cannot be taken, told in whole sentences; `rule` says why."""

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(words)
        self.rule = rule


def named_file(given: str, document: Document, content: Path) -> Path:
    """Return the file a path of front matter means; a leading slash starts at `content/`."""
    for mark in ("{static}", "{attach}", "{filename}"):
        given = given.removeprefix(mark)
    folder = content if given.startswith("/") else document.path.parent
    return as_spelled(folder / given.lstrip("/"))


def check_named(file: Path, given: str, content: Path) -> None:
    """Look whether a file that was named is one of the content.

    Raises:
        NamedFileError: if it is not.
    """
    if not is_inside(file, content):
        what = f"{given!r} leads out of the content folder."
        raise NamedFileError("file-inside", f"{what} Put the file inside.")
    if not is_file(file):
        raise NamedFileError("file-there", f"there is no file {given!r}. Correct the path.")


def find_named(given: str, key: str, document: Document, run: Run) -> Path | None:
    """Return the file that the line of a key names; nothing if there is none, which is told."""
    file = named_file(given, document, run.content)
    try:
        check_named(file, given, run.content)
    except NamedFileError as error:
        what, todo = split_sentence(error)
        line = document.lines.get(key)
        what = f"{key.capitalize()}: {what}"
        run.problems.error(document.where, what, todo, line=line, rule=error.rule)
        return None
    return file
