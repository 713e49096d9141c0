"""Reading a document within a build: its problems are noted, and whether it is published."""

from __future__ import annotations

from pathlib import Path

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.shared.problems import Severity
from plugins.shared.run import Run


def read(path: Path, folder: Folder, run: Run) -> Document:
    """Read a document; its path joins `run.unpublished` or `run.failed` where that is so.

    What is not published is not checked either: a draft may be half done. A preview, which shows
    drafts, warns of what is wrong with one and leaves it out.
    """
    document = read_document(
        path, folder, run.where(path), zone=run.zone, extra_keys=run.extra_keys
    )
    if is_unpublished(document, run):
        run.unpublished.add(path)
        if is_scheduled(document, run):
            run.scheduled.add(path)
        return document
    if status_of(document, run) == "draft":
        run.problems.add_as_warnings(document.problems)
    else:
        run.problems.add_all(document.problems)
    if any(problem.severity is Severity.ERROR for problem in document.problems):
        run.failed.add(path)
    return document


def is_unpublished(document: Document, run: Run) -> bool:
    """Say whether this build leaves the document out: skipped, or a draft outside the preview."""
    status = document.values.get("status")
    return status == "skip" or (
        not run.is_preview and (status == "draft" or is_scheduled(document, run))
    )


def is_scheduled(document: Document, run: Run) -> bool:
    return document.date is not None and document.date > run.now


def status_of(document: Document, run: Run) -> str:
    """Return Pelican's status; in a preview what is scheduled looks like a draft."""
    return "draft" if is_scheduled(document, run) else document.text("status") or "published"
