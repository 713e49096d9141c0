"""Write the ledger once the world was promised what it says."""

from __future__ import annotations

from pathlib import Path

from plugins.shared.files import write_whole
from tools.build.facts import Ledger
from tools.publish.durable import sync_folder
from tools.shared.locks import locked


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
