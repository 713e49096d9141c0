"""A manifest: every file of a folder with size and digest, and the name that follows from it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.shared.files import sha256_of
from tools.shared.errors import ContentError

_ID_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFact:
    """One file; `path` is relative to the folder, with `/` between its parts."""

    path: str
    length_bytes: int
    sha256: str


Manifest = tuple[FileFact, ...]


def read_manifest(folder: Path) -> Manifest:
    """Measure all files of a folder, sorted by path."""
    return tuple(
        FileFact(
            path=path.relative_to(folder).as_posix(),
            length_bytes=path.stat().st_size,
            sha256=sha256_of(path),
        )
        for path in walk_files(folder)
    )


def walk_files(folder: Path) -> Iterator[Path]:
    """Yield all files of a folder, sorted by path; a link or a device is an error."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise ContentError(
                f"{path.relative_to(folder)}: the build made something that is no plain file. "
                "Put a copy of the file into the content instead of a link."
            )
        if path.is_file():
            yield path


def release_id(manifest: Manifest) -> str:
    """Return the name of a release: the same for the same files, wherever and whenever built."""
    digest = hashlib.sha256()
    for fact in manifest:
        name = fact.path.encode("utf-8", "surrogateescape")
        digest.update(name + b"\0" + fact.sha256.encode() + b"\n")
    return digest.hexdigest()[:_ID_LENGTH]


def total_bytes(manifest: Manifest) -> int:
    """Return the size of all files together."""
    return sum(fact.length_bytes for fact in manifest)


def dump_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as JSON, one line a file."""
    lines = (json.dumps(asdict(fact), sort_keys=True) for fact in manifest)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def parse_manifest(text: bytes) -> Manifest:
    """Read a manifest back."""
    return tuple(FileFact(**fact) for fact in json.loads(text))


def find_foreign(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Return what lies in a folder and is not in its manifest, sorted."""
    ours = {fact.path for fact in manifest}
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    names = (path.relative_to(folder).as_posix() for path in found)
    return tuple(sorted(name for name in names if name not in ours))
