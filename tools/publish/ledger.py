"""Write the ledger once the world was promised what it says."""

from __future__ import annotations

import os
from pathlib import Path

from plugins.shared.files import write_whole
from tools.build.facts import Ledger
from tools.publish.durable import sync_folder
from tools.shared.errors import ToolError
from tools.shared.locks import locked
from tools.shared.paths import show


def refuse_unwritable(ledger: Ledger) -> None:
    """Raise an error before anything is promised that could not be noted."""
    path = ledger.path.resolve()
    if path.is_file() and path.read_bytes() == ledger.text.encode("utf-8"):
        return
    folder = next(parent for parent in path.parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise ToolError(
            f"{show(ledger.path)}: it cannot be written, so what is promised would be forgotten. "
            f"Make {show(folder)} a folder that you may write to, or publish with LEDGER=0."
        )


def write_ledger(ledger: Ledger) -> bool:
    """Bring the ledger's file to its new text; say whether that changed anything."""
    # The ledger may be a link to a file kept elsewhere: the link stays.
    path = ledger.path.resolve()
    text = ledger.text.encode("utf-8")
    with locked(path.parent):
        _remove_leftovers(path)
        if path.exists() and path.read_bytes() == text:
            return False
        write_whole(path, text)
        sync_folder(path.parent)
    return True


def _remove_leftovers(path: Path) -> None:
    for leftover in sorted(path.parent.glob(f".{path.name}.*")):
        leftover.unlink()
