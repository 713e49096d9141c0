"""How loud recordings are, where ffmpeg is there to say it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.podcast.loudness import (
    Loudness,
    find_loudness_faults,
    measure_loudness,
    read_ffmpeg_version,
    recall_loudness,
    tell_unheard,
)
from plugins.shared.files import DIGESTS
from plugins.shared.kept import Kept
from plugins.shared.problems import Problem
from tools.shared.at_once import do_at_once

NO_FFMPEG = "Loudness was not measured: there is no ffmpeg on this machine."


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A file of sound, and how its author calls it."""

    path: Path
    where: str


def find_loudness(
    recordings: Iterable[Recording], cache: Path, tell: Callable[[str], None]
) -> tuple[list[Problem], tuple[str, ...]]:
    """Return what is wrong with the loudness of recordings, and what could not be done.

    What was heard once is remembered; the others are heard at once on all cores.
    """
    listed = list(recordings)
    if not listed:
        return [], ()
    DIGESTS.keep_in(Kept(cache / "digests"))
    version = read_ffmpeg_version()
    if not version:
        return [], (NO_FFMPEG,)
    heard = {one: recall_loudness(one.path, version, cache) for one in listed}
    new = [recording for recording, found in heard.items() if found is None]
    found = do_at_once(
        lambda one: measure_loudness(one.path, version, cache),
        new, os.cpu_count() or 1, "Listening", tell,
    )  # fmt: skip
    return [problem for one in listed for problem in _faults(one, heard[one] or found[one])], ()


def _faults(recording: Recording, heard: Loudness | ValueError) -> Iterable[Problem]:
    if isinstance(heard, Loudness):
        return find_loudness_faults(heard, recording.where)
    return [tell_unheard(heard, recording.where)]
