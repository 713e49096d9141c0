"""Each pair in the corpus is a transcript as somebody writes it, and what it says to us."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.read import read_transcript
from plugins.podcast.transcripts.spoken import Fault
from plugins.shared.durations import long_clock

CORPUS = Path(__file__).parents[3] / "corpus" / "transcripts"
FILES = [path for path in sorted(CORPUS.iterdir()) if path.suffix != ".txt"]


def cue_line(cue: Cue) -> str:
    name = f"<{cue.speaker}> " if cue.speaker else ""
    return f"{long_clock(cue.start)} {long_clock(cue.end)} {name}{cue.text}"


def fault_line(fault: Fault) -> str:
    return f"line {fault.line}: {fault.severity}: {fault.what} {fault.todo} ({fault.rule})"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_gives_its_cues_and_its_faults(path: Path) -> None:
    audio = timedelta(hours=101) if "long" in path.stem else timedelta(minutes=5)

    found = read_transcript(path, audio, ["Dave"])

    lines = [*map(cue_line, found.cues), *map(fault_line, found.faults)]
    lines += ["published as it is"] if found.webvtt else []
    assert "\n".join(lines) + "\n" == path.with_name(f"{path.name}.txt").read_text("utf-8")
