"""Where one can publish to: a table from the scheme of the target's address to the class for it."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from tools.build.site import Site
from tools.publish.folder import FolderTarget
from tools.shared.errors import ToolError
from tools.shared.manifest import Manifest


class Target(Protocol):
    """What the publisher needs of a target, in the order in which it is needed."""

    def __init__(self, address: str) -> None: ...

    def check(self, content: Path) -> None:
        """Raise an error unless the target may be written to; change nothing."""

    def hold(self) -> AbstractContextManager[None]:
        """Keep other publishers away."""

    def name(self) -> str:
        """Return the address as a user would type it."""

    def promised(self) -> str | None:
        """Return the ledger of what the world sees, if the target kept it."""

    def place(self) -> AbstractContextManager[Path]:
        """Give an empty place to build in."""

    def find(self, path: str, sha256: str) -> Path | None:
        """Return a file that was published under this site path, if the target still has it."""

    def keep(self, site: Site) -> str:
        """Bring a build to the target, unseen, and return its name there."""

    def served(self, path: str) -> bytes | None:
        """Return a file that the target serves now, by its path in the site; change nothing."""

    def served_manifest(self) -> Manifest:
        """Return what was published there last, or nothing; change nothing."""

    def switch(self, name: str) -> bool:
        """Show it to the world; say whether that changed anything."""

    def prune(self, name: str) -> None:
        """Remove what is neither live nor recent."""

    def describe(self, name: str) -> str:
        """Return where it is to be seen, for the report."""

    def next_step(self) -> str:
        """Return what to do next, for the report."""


# A path has no scheme.
TARGETS: dict[str, type[Target]] = {"": FolderTarget}

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def parse_target(address: str) -> Target:
    """Return the target for an address."""
    match = _SCHEME.match(address)
    scheme = match[1].lower() if match else ""
    if scheme not in TARGETS:
        known = ", ".join(f"{name}://" for name in TARGETS if name)
        others = f", or one of {known}" if known else ""
        raise ToolError(
            f"TARGET={address}: nothing here can publish to {scheme}://. "
            f"Give the path of a folder, such as TARGET=public{others}."
        )
    return TARGETS[scheme](address)
