"""The picture that an entry or a collection names, or has beside it."""

from __future__ import annotations

from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.shared.files import as_spelled, files_beside, is_file, is_inside
from plugins.shared.images import Image
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run

ENDINGS = (".jpg", ".jpeg", ".png", ".webp")


def named_file(given: str, document: Document, content: Path) -> Path:
    """Return the file a path of front matter means; a leading slash starts at `content/`."""
    for mark in ("{static}", "{attach}", "{filename}"):
        given = given.removeprefix(mark)
    folder = content if given.startswith("/") else document.path.parent
    return as_spelled(folder / given.lstrip("/"))


def find_image(document: Document, run: Run) -> Image | None:
    """Return the picture of a document: `Image:`, else the one with the same stem."""
    given = document.text("image")
    alt = document.text("imagealt")
    if not given:
        found = next(files_beside(document.path, ENDINGS), None)
        return _published(found, alt, document, run, None) if found else None
    file = named_file(given, document, run.content)
    line = document.lines.get("image")
    if not is_inside(file, run.content):
        what = f"Image: {given!r} leads out of the content folder."
        run.problems.error(
            document.where, what, "Put the picture inside.", line=line, rule="file-inside"
        )
        return None
    if not is_file(file):
        what = f"Image: there is no file {given!r}."
        run.problems.error(document.where, what, "Correct the path.", line=line, rule="file-there")
        return None
    return _published(file, alt, document, run, line)


def _published(
    file: Path, alt: str, document: Document, run: Run, line: int | None
) -> Image | None:
    try:
        return run.media.add_image(file, alt)
    except ValueError as error:
        what, todo = split_sentence(error)
        run.problems.error(
            document.where, f"Image: {file.name}: {what}", todo, line=line, rule="picture-readable"
        )
        return None
