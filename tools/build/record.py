"""The record of what was written to an output folder, kept outside of it."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from plugins.shared.files import write_whole
from tools.shared.paths import CACHE


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An output folder and the files that builds wrote there, ours to change and to remove."""

    folder: Path
    files: frozenset[str]


def records_folder() -> Path:
    """Return where the records lie, one file for each output folder."""
    return CACHE / "outputs"


def record_path(folder: Path) -> Path:
    """Return where the record of an output folder lies."""
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    return records_folder() / f"{digest}.json"


def read_record(folder: Path) -> Record | None:
    """Return the record of an output folder, if a build ever wrote there."""
    path = record_path(folder)
    return parse_record(path.read_text(encoding="utf-8")) if path.exists() else None


def parse_record(text: str) -> Record:
    """Read a record back."""
    found = json.loads(text)
    return Record(folder=Path(found["folder"]), files=frozenset(found["files"]))


def write_record(record: Record) -> None:
    """Keep a record."""
    found = {"folder": str(record.folder), "files": sorted(record.files)}
    write_whole(record_path(record.folder), json.dumps(found, indent=0).encode())
