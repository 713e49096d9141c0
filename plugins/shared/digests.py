"""Digests of files, remembered for as long as a file stays as it is: gigabytes are read once."""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

# Two changes of a file that are closer than this may leave it with the same times.
_GRANULARITY = 2_000_000_000  # nanoseconds; the coarsest file systems count in two seconds
# Reading less than this again costs no more than looking up what it was.
_SMALL = 128 * 1024
_ENDING = ".txt"
_DIGEST = re.compile(rb"[0-9a-f]{64}")


class Store(Protocol):
    """Small files kept by a key, and found again only while they are whole."""

    def recall(self, key: str, ending: str, load: Callable[[bytes], str]) -> str | None: ...
    def remember(self, key: str, ending: str, content: bytes) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What a file system says of a file; another content has another state."""

    path: str
    inode: int
    size: int
    modified: int
    changed: int

    @property
    def key(self) -> str:
        words = f"{self.path}\0{self.inode}\0{self.size}\0{self.modified}\0{self.changed}"
        return hashlib.sha256(os.fsencode(words)).hexdigest()

    def is_settled(self, now: int) -> bool:
        """Say whether no later change can leave the file in this very state."""
        # A time to come was set by hand, and says nothing of when the file was written.
        times = [time for time in (self.modified, self.changed) if time <= now]
        return self.changed <= now and max(times) + _GRANULARITY < now


class Digests:
    """What was read in this process, and in earlier ones where a store is given."""

    def __init__(self, now: Callable[[], int] = time.time_ns) -> None:
        self._now = now
        self._read: dict[_State, str] = {}
        self._recalled: dict[_State, str] = {}
        self._store: Store | None = None

    def keep_in(self, store: Store) -> None:
        """Remember in a store what is read from now on."""
        self._store = store

    def of(self, path: Path) -> str:
        """Return the digest of a file, which may have been read by an earlier process."""
        state = _look(path)
        if self._store is None or state.size < _SMALL or state in self._read:
            return self._digest(path, state)
        found = self._recalled.get(state) or self._store.recall(state.key, _ENDING, _parse)
        if found:
            self._recalled[state] = found
            return found
        found = self._digest(path, state)
        if state in self._read:
            self._store.remember(state.key, _ENDING, found.encode())
        return found

    def read(self, path: Path) -> str:
        """Return the digest of a file that was read by this very process."""
        return self._digest(path, _look(path))

    def _digest(self, path: Path, state: _State) -> str:
        if state in self._read:
            return self._read[state]
        begun = self._now()
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if state.is_settled(begun) and _look(path) == state:
            self._read[state] = found
        return found


def _look(path: Path) -> _State:
    stat = path.stat()
    return _State(
        path=os.path.abspath(path),  # noqa: PTH100 links are followed by the file system, not here
        inode=stat.st_ino,
        size=stat.st_size,
        modified=stat.st_mtime_ns,
        changed=stat.st_ctime_ns,
    )


def _parse(content: bytes) -> str:
    if not _DIGEST.fullmatch(content):
        raise ValueError(content)
    return content.decode()
