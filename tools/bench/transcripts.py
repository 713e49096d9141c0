"""A whole build of episodes with long transcripts: how long it takes, and how much memory."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from tools.bench.words import sentence
from tools.build.pelican import pelican_command, pelican_environment
from tools.build.request import Request
from tools.shared.paths import ROOT

TRANSCRIPT_BYTES = 100_000
_FIRST = date(2000, 1, 3)
_CUE_MILLISECONDS = 20
_SOUND = ROOT / "tests" / "data" / "thirty-seconds.mp3"


def measure(count: int) -> dict[str, float]:
    """Return seconds and the peak memory in MB of a build of so many episodes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "content", count)
        request = Request(conf=ROOT / "publishconf.py", content=folder / "content", ledger=False)
        more = {"ENGINE_CACHE": str(folder / "cache")}
        command = pelican_command(request, folder / "output", folder / "facts.json", dict(more))
        begun = time.perf_counter()
        environment = pelican_environment(os.environ)
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        seconds = time.perf_counter() - begun
        published = (folder / "output" / "media").glob("*.*")
        size = sum(path.stat().st_size for path in published if path.suffix != ".mp3")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "episodes": count,
        "seconds": round(seconds, 1),
        "transcripts_mb": round(size / 1e6, 1),
        "peak_mb": round(peak),
    }


def _write(content: Path, count: int) -> None:
    episodes = content / "episodes"
    episodes.mkdir(parents=True)
    sound = _SOUND.read_bytes()
    for number in range(1, count + 1):
        stem = episodes / f"{number:05}-episode-{number}"
        day = _FIRST + timedelta(days=number)
        stem.with_suffix(".md").write_text(f"Title: Episode {number}\nDate: {day}\n\nNotes.\n")
        # The same sound in other bytes: players pass over what follows the last frame.
        stem.with_suffix(".mp3").write_bytes(sound + b"\0" * number)
        stem.with_suffix(".vtt").write_text(_transcript(number))


def _transcript(seed: int) -> str:
    parts = ["WEBVTT\n"]
    size, cue = 0, 0
    while size < TRANSCRIPT_BYTES:
        begin, end = (f"00:{at // 1000:02}.{at % 1000:03}" for at in _times(cue))
        parts.append(f"{begin} --> {end}\n<v Dave>{sentence(seed * 10_000 + cue)}\n")
        size, cue = size + len(parts[-1]), cue + 1
    return "\n".join(parts)


def _times(cue: int) -> tuple[int, int]:
    return cue * _CUE_MILLISECONDS, (cue + 1) * _CUE_MILLISECONDS
