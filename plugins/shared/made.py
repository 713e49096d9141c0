"""Files that a build makes: they wait on disk, because thousands of them fill the memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from plugins.shared.files import is_file, write_whole


@dataclass(frozen=True, slots=True)
class MadeFiles:
    """A folder of files named by the sha256 of their bytes, which several builds may share."""

    folder: Path

    def keep(self, content: bytes) -> Path:
        """Return the file that holds these bytes, written if it is not there, or damaged."""
        digest = hashlib.sha256(content).hexdigest()
        path = self.folder / digest[:2] / digest
        if not is_file(path) or path.read_bytes() != content:
            write_whole(path, content, is_lasting=False)
        return path
