"""Transcripts that were read before: an hour of talk takes longer to read than to remember."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict
from datetime import timedelta
from functools import cache
from pathlib import Path

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.read import Reading, read_transcript
from plugins.podcast.transcripts.spoken import Fault
from plugins.shared.kept import Kept
from plugins.shared.problems import Severity

_ENDING = ".json"
_MILLISECOND = timedelta(milliseconds=1)


def read_cached(path: Path, duration: timedelta, known: Collection[str], folder: Path) -> Reading:
    """Return what `read_transcript` does, from `folder` if the same bytes were read before."""
    try:
        content = path.read_bytes()
    except OSError:
        return read_transcript(path, duration, known)
    about = json.dumps([_version(), path.name, str(duration), sorted(known)])
    digest = hashlib.sha256(about.encode() + b"\0" + content).hexdigest()
    kept = Kept(folder / "transcripts")
    found = kept.recall(digest, _ENDING, lambda text: _load(text, path, content))
    if found is None:
        found = read_transcript(path, duration, known)
        kept.remember(digest, _ENDING, _dump(found))
    return found


@cache
def _version() -> str:
    """Return a digest of our own code: what another version read is read again."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def _dump(reading: Reading) -> bytes:
    rows = [
        [cue.start // _MILLISECOND, cue.end // _MILLISECOND, cue.text, cue.speaker]
        for cue in reading.cues
    ]
    faults = [asdict(fault) for fault in reading.faults]
    record = {"cues": rows, "faults": faults, "is_ready": bool(reading.webvtt)}
    return json.dumps(record, ensure_ascii=False).encode()


def _load(text: bytes, path: Path, content: bytes) -> Reading:
    record = json.loads(text)
    return Reading(
        source=path,
        cues=tuple(
            Cue(
                start=timedelta(milliseconds=start),
                end=timedelta(milliseconds=end),
                text=str(text),
                speaker=str(speaker),
            )
            for start, end, text, speaker in record["cues"]
        ),
        faults=tuple(
            Fault(**{**fault, "severity": Severity(fault["severity"])})
            for fault in record["faults"]
        ),
        webvtt=content if record["is_ready"] else b"",
    )
