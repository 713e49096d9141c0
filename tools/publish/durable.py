"""Make sure that what was written is on the disk before anything points to it."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path


def sync_tree(folder: Path) -> None:
    """Wait until everything written to the folder's file system is on the disk.

    One call for all files: waiting for each of some thousand takes minutes on a slow disk.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if not hasattr(libc, "syncfs") or libc.syncfs(handle) != 0:
            os.sync()
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def point_link(link: Path, target: str, temporary: Path) -> None:
    """Let a link point to a relative target: the old one or the new one at every moment."""
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(target)
    temporary.replace(link)
    sync_folder(link.parent)
