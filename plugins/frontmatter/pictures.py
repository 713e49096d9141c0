"""The picture that an entry or a collection names, or has beside it."""

from __future__ import annotations

from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.frontmatter.named import find_named
from plugins.shared.files import files_beside
from plugins.shared.images import Image
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run

ENDINGS = (".jpg", ".jpeg", ".png", ".webp")


def find_image(document: Document, run: Run) -> Image | None:
    """Return the picture of a document: `Image:`, else the one with the same stem."""
    given = document.text("image")
    alt = document.text("imagealt")
    if not given:
        found = next(files_beside(document.path, ENDINGS), None)
        return _published(found, alt, document, run, None) if found else None
    file = find_named(given, "image", document, run)
    return _published(file, alt, document, run, document.lines.get("image")) if file else None


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
