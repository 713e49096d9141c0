"""Files read, measured and written so that nothing is ever half there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from plugins.shared.digests import Digests, Store


def is_inside(path: Path, folder: Path) -> bool:
    """Say whether a path, with every link followed, lies in a folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, or no path at all
        return False


def is_file(path: Path) -> bool:
    """Say whether a file is there, whatever somebody typed as its path."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # longer than a path may be
        return False


DIGESTS = Digests()


def sha256_of(path: Path) -> str:
    """Return the lower-case hex digest of a file, read once as long as it does not change."""
    return DIGESTS.of(path)


def keep_digests(store: Store) -> None:
    """Remember in a store, from one build to the next, what `sha256_of` finds."""
    DIGESTS.keep_in(store)


def read_digest(path: Path) -> str:
    """Return the digest of a file whose bytes were looked at, not one from an earlier build."""
    return DIGESTS.read(path)


def write_whole(path: Path, content: bytes | Iterable[bytes], *, is_lasting: bool = True) -> None:
    """Write a file so that a reader, even after a power cut, sees the old or the new one whole.

    Content may come in pieces that are written one after the other.
    What is not `is_lasting` need not outlive a power cut: it is written faster.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            if is_lasting:
                file.flush()
                os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
