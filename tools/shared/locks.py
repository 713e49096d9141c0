"""One writer at a time, by a lock that the kernel drops when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools.shared.errors import ToolError


@contextmanager
def locked(folder: Path, busy: str = "") -> Iterator[None]:
    """Hold the lock of a folder, which is made if need be and removed again if it stays empty.

    With a `busy` sentence a taken lock is an error that says it; without, it is waited for.
    """
    handle = _take(folder, busy)
    try:
        yield
    finally:
        with suppress(OSError):
            folder.rmdir()
        os.close(handle)


def _take(folder: Path, busy: str) -> int:
    while True:
        with suppress(FileExistsError):
            folder.mkdir(parents=True)
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (fcntl.LOCK_NB if busy else 0))
        except BlockingIOError:
            os.close(handle)
            raise ToolError(busy) from None
        if _is_same(handle, folder):
            return handle
        # The holder before us removed the folder: we hold the lock of nothing.
        os.close(handle)


def _is_same(handle: int, folder: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), folder.stat())
    except FileNotFoundError:
        return False
