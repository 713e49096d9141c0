"""Who has which address: no two sources may have one, and links may only lead to what exists."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.shared.problems import Problem


class Addresses:
    """All site paths of a build, each with the source that asked for it first."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._places: dict[str, str] = {}

    def claim(self, path: str, source: str) -> Problem | None:
        """Give a path to a source; return a problem if another has it already."""
        # A folder cannot have the name of a file: `/x`, `/x/` and `/x/index.html` are one place.
        place = path.removesuffix("/index.html").rstrip("/")
        owner = self._places.setdefault(place, source)
        if owner == source:
            self._owners[path] = source
            return None
        return Problem(
            where=source,
            what=f"its address {path} is already that of {owner}.",
            todo="Give one of them another 'Slug:'.",
        )

    def owner(self, path: str) -> str | None:
        return self._owners.get(path)

    def __contains__(self, path: str) -> bool:
        return path in self._owners

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._owners))
