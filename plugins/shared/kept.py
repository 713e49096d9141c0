"""The engine's cache: files made of other files, each named by its digest, so damage is seen.

Pictures that are published are found and put; what only saves time is recalled and remembered.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from plugins.shared.files import read_digest, write_whole

T = TypeVar("T")


class Kept:
    """A folder of made files; `key` says of what, and how, a file was made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str, ending: str) -> Path | None:
        """Return the file that was made, if it is there and still whole."""
        folder = self._folder / key
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208 asked for thousands of times in a build
        except (FileNotFoundError, NotADirectoryError):
            return None
        for name in names:
            path, digest = folder / name, name.removesuffix(ending)
            if name.endswith(ending) and path.is_file() and read_digest(path) == digest:
                return path
        return None

    def put(self, key: str, ending: str, content: bytes) -> Path:
        """Keep what was made; what a power cut damages is seen, and made again."""
        path = self._folder / key / f"{hashlib.sha256(content).hexdigest()}{ending}"
        write_whole(path, content, is_lasting=False)
        return path

    def get(self, key: str, ending: str, make: Callable[[], bytes]) -> Path:
        """Return the file, made now if it is not there."""
        return self.find(key, ending) or self.put(key, ending, make())

    def recall(self, key: str, ending: str, load: Callable[[bytes], T]) -> T | None:
        """Return what `load` makes of a file; what cannot be read is as good as unknown."""
        try:
            path = self.find(key, ending)
            return load(path.read_bytes()) if path else None
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def remember(self, key: str, ending: str, content: bytes) -> None:
        """Keep what saves time; a folder that cannot be written to costs time, and no build."""
        with suppress(OSError):
            self.put(key, ending, content)
