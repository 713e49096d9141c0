"""How loud recordings are, where ffmpeg is there to say it."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.shared.problems import Problem

NO_FFMPEG = "Loudness was not measured: there is no ffmpeg on this machine."


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A file of sound, and how its author calls it."""

    path: Path
    where: str


def find_loudness(
    recordings: Iterable[Recording], cache: Path, tell: Callable[[str], None]
) -> tuple[list[Problem], tuple[str, ...]]:
    """Return what is wrong with the loudness of recordings, and what could not be done."""
    listed = list(recordings)
    if not listed:
        return [], ()
    if shutil.which("ffmpeg") is None:
        return [], (NO_FFMPEG,)
    try:
        ears = importlib.import_module("plugins.podcast.audio.loudness")
    except ModuleNotFoundError:
        return [], ()
    problems: list[Problem] = []
    for number, recording in enumerate(listed, start=1):
        tell(f"Listening to {number} of {len(listed)}")
        found = ears.measure_loudness(recording.path, cache)
        if found is not None:
            problems += ears.find_loudness_faults(found, recording.where)
    return problems, ()
