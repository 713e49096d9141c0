"""What a check finds, as the command that asked for it reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from plugins.entries.model import Entry
from plugins.shared.problems import Problem
from plugins.shared.run import Run


def dump_check(problems: Iterable[Problem], entries: Sequence[Entry], run: Run) -> bytes:
    """Return the problems, the audio files to listen to, and what is not published yet."""
    found = {
        "problems": [asdict(problem) for problem in problems],
        "audio": [
            {"path": str(source.resolve()), "where": run.where(source)}
            for source in _recordings(entries)
        ],
        "unpublished": sorted(run.where(path) for path in run.unpublished),
        "sources": len(entries),
    }
    return json.dumps(found).encode()


def _recordings(entries: Iterable[Entry]) -> list[Path]:
    """Return the main recordings that lie on this machine, each once."""
    found = {
        entry.episode.enclosure.source
        for entry in entries
        if entry.episode is not None and entry.episode.enclosure.source is not None
    }
    return sorted(found)
