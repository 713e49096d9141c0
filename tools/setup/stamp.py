"""A stamp in `.venv` says for which locks and which Python it was set up."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.shared.files import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a finished set-up was made of; `python` is the program behind `.venv/bin/python`."""

    locks: str
    python: str


def expected_stamp(venv: Path, locks: list[Path]) -> Stamp:
    """Return the stamp of a set-up from these locks as they are now."""
    digest = hashlib.sha256()
    for lock in locks:
        digest.update(lock.name.encode() + b"\0" + lock.read_bytes() + b"\0")
    return Stamp(locks=digest.hexdigest(), python=str((venv / "bin" / "python").resolve()))


def read_stamp(path: Path) -> Stamp | None:
    """Return the stamp that was left, or None if none can be read."""
    try:
        return Stamp(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Leave a stamp."""
    write_whole(path, json.dumps(asdict(stamp), indent=2).encode())
