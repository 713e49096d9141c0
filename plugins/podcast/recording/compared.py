"""What the audio of an episode tells beside its chapters that are written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.podcast.chapters.embedded import compare
from plugins.podcast.recording.model import Recording
from plugins.shared.run import Run


def tell_other_chapters(
    recording: Recording, document: Document, published: Collection[str], run: Run
) -> None:
    """Warn where a file tells other chapters; `published` are the digests that the world has."""
    if not isinstance(recording.audio, Path):
        return
    fault = compare(
        recording.chapters,
        recording.measured,
        document.path.stem,
        is_published=recording.measured.sha256 in published,
    )
    if fault:
        run.problems.add(fault.problem(run.where(recording.audio)))
