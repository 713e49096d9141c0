"""Recordings measured: all of them, none when nothing changed, one when one is new."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from plugins.podcast.audio.known import probe_once
from plugins.shared import files
from plugins.shared.digests import Digests
from plugins.shared.kept import Kept

# 64 kbit/s at 44.1 kHz: what a frame of silence looks like.
_FRAME = bytes.fromhex("fffb50c4") + bytes(204)
_FRAMES = 1_000
# What was written a moment ago is not remembered.
_SETTLED = 2.5  # seconds


class _Opened:
    """The recordings that are opened, as Python itself tells."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        sys.addaudithook(self._look)

    def _look(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(arguments[0]).endswith(".mp3"):
            self.paths.add(str(arguments[0]))


def measure(count: int) -> dict[str, float]:
    """Return the seconds for so many recordings, and how many of them were opened."""
    opened = _Opened()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        paths = [_write(folder, number) for number in range(count)]
        time.sleep(_SETTLED)
        first = _probe(paths, folder, opened)
        again = _probe(paths, folder, opened)
        new = _probe([*paths, _write(folder, count)], folder, opened)
    return {
        "episodes": count,
        "megabytes": round(count * _FRAMES * len(_FRAME) / 1e6),
        "first_seconds": first[0],
        "first_read": first[1],
        "seconds": again[0],
        "read": again[1],
        "one_new_seconds": new[0],
        "one_new_read": new[1],
    }


def _write(folder: Path, number: int) -> Path:
    path = folder / f"{number:05}.mp3"
    path.write_bytes(_FRAME * _FRAMES + f"TAG{number}".encode().ljust(128, b"\0"))
    return path


def _probe(paths: Sequence[Path], folder: Path, opened: _Opened) -> tuple[float, int]:
    """Measure as a new process would, which remembers nothing but what is in the cache."""
    files.DIGESTS = Digests()
    files.keep_digests(Kept(folder / "digests"))
    opened.paths.clear()
    begun = time.perf_counter()
    for path in paths:
        probe_once(path, folder)
    return round(time.perf_counter() - begun, 3), len(opened.paths)
