"""What was measured of a recording, remembered for its bytes: no build measures them again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import timedelta
from functools import cache
from pathlib import Path

import mutagen

from plugins.podcast.audio.faults import AudioError, Caveat
from plugins.podcast.audio.probe import Measured, probe
from plugins.podcast.model import Chapter
from plugins.shared.files import sha256_of
from plugins.shared.kept import Kept
from plugins.shared.media import CHANGED

_ENDING = ".json"
_MICROSECOND = timedelta(microseconds=1)


def probe_once(path: Path, folder: Path) -> Measured:
    """Measure an audio file, or recall from the engine's cache what was measured of its bytes.

    Raises:
        AudioError: with a whole sentence, if it is not what its name says.
        OSError: if it cannot be read.
    """
    digest = sha256_of(path)
    kept = Kept(folder / "audio")
    # The same bytes under another ending may have the wrong name.
    key = f"{_version()}/{digest}{path.suffix.lower()}"
    known = kept.recall(key, _ENDING, lambda text: _load(text, digest))
    if known is not None:
        return known
    measured = probe(path)
    if measured.sha256 != digest:
        raise AudioError("file-stays", CHANGED)
    kept.remember(key, _ENDING, json.dumps(_dump(measured), ensure_ascii=False).encode())
    return measured


@cache
def _version() -> str:
    """Return a digest of what measures: what another version measured is measured again."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    ours = b"\0".join(source.read_bytes() for source in sources)
    return hashlib.sha256(ours + mutagen.version_string.encode()).hexdigest()[:16]


def _dump(measured: Measured) -> dict[str, object]:
    return {
        "bytes": measured.length_bytes,
        "type": measured.type,
        "microseconds": measured.duration // _MICROSECOND,
        "bitrate": measured.bitrate,
        "codecs": measured.codecs,
        "chapters": [
            [chapter.start // _MICROSECOND, chapter.title] for chapter in measured.chapters
        ],
        "caveats": [asdict(caveat) for caveat in measured.caveats],
    }


def _load(text: bytes, digest: str) -> Measured:
    row = json.loads(text)
    return Measured(
        length_bytes=int(row["bytes"]),
        sha256=digest,
        type=str(row["type"]),
        duration=int(row["microseconds"]) * _MICROSECOND,
        bitrate=row["bitrate"] and int(row["bitrate"]),
        codecs=str(row["codecs"]),
        chapters=tuple(
            Chapter(start=start * _MICROSECOND, title=str(title))
            for start, title in row["chapters"]
        ),
        caveats=tuple(Caveat(**caveat) for caveat in row["caveats"]),
    )
