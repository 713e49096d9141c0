"""Which of the files beside an episode is its transcript."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from pathlib import Path

from plugins.podcast.transcripts.cached import read_cached
from plugins.podcast.transcripts.forms import ENDINGS
from plugins.podcast.transcripts.read import Reading
from plugins.shared.files import files_beside
from plugins.shared.problems import Problem
from plugins.shared.run import Run

# A page or any JSON may have an episode's stem; these are in a transcript only.
_MARKS = {
    ".json": (b'"segments"', b'"utterances"', b'"transcription"'),
    ".html": (b"<time",),
}


def find_transcripts(document: Path) -> list[Path]:
    """Return the transcripts with a document's stem, the one to read first."""
    return [path for path in files_beside(document, ENDINGS) if _is_transcript(path)]


def _is_transcript(path: Path) -> bool:
    marks = _MARKS.get(path.suffix)
    if marks is None or path.name.endswith(".transcript.json"):
        return True
    try:
        content = path.read_bytes()
    except OSError:
        return True
    return any(mark in content for mark in marks)


def read_first(
    paths: Iterable[Path], duration: timedelta, known: Collection[str], run: Run
) -> Reading:
    """Read the first transcript and tell its faults; the others must say the same."""
    first, *others = (read_cached(path, duration, known, run.cache) for path in paths)
    for fault in first.faults:
        run.problems.add(
            Problem(
                where=run.where(first.source),
                what=fault.what,
                todo=fault.todo,
                line=fault.line,
                severity=fault.severity,
                rule=fault.rule,
            )
        )
    for other in others:
        if _words(other) != _words(first):
            what = f"it is not used, because {first.source.name} is the transcript."
            todo = "Keep the one that is right."
            run.problems.warning(run.where(other.source), what, todo, rule="transcript-one")
    return first


def _words(reading: Reading) -> list[str]:
    return " ".join(cue.text for cue in reading.cues).split()
