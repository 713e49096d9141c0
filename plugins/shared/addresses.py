"""Who has which address: no two sources may have one, and links may only lead to what exists."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.shared.problems import Problem

LONGEST = 200  # bytes of a name; file systems take 255, and names grow on the way


class Addresses:
    """All site paths of a build, each with the source that asked for it first."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def claim(self, path: str, source: str) -> Problem | None:
        """Give a path to a source; return a problem if it cannot have it."""
        # A folder cannot have the name of a file: `/x`, `/x/` and `/x/index.html` are one place.
        place = path.removesuffix("/index.html").rstrip("/")
        if any(len(part.encode()) > LONGEST for part in place.split("/")):
            what = f"its address {path} is too long for a file."
            todo = "Give it a shorter 'Slug:', or a shorter name."
            return Problem(where=source, what=what, todo=todo, rule="address-short")
        owner = self._places.setdefault(place, source)
        if owner != source:
            return _taken(path, source, owner)
        self._owners[path] = source
        return self._nested(path, place, source)

    def _nested(self, path: str, place: str, source: str) -> Problem | None:
        """Find a file that would have to be a folder too."""
        parents = ["/".join(place.split("/")[:end]) for end in range(2, place.count("/") + 1)]
        clash = next((parent for parent in parents if parent in self._files), None)
        if not path.endswith(("/", "/index.html")):
            clash = clash or (place if place in self._folders else None)
            self._files.add(place)
        self._folders.update(parents)
        if clash is None:
            return None
        what = f"its address {path} needs {clash} to be a file and a folder."
        return Problem(
            where=source, what=what, todo="Choose another address.", rule="address-folder"
        )

    def owner(self, path: str) -> str | None:
        return self._owners.get(path)

    def __contains__(self, path: str) -> bool:
        return path in self._owners

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._owners))


def _taken(path: str, source: str, owner: str) -> Problem:
    """Blame a file where there is one: what the site makes itself cannot be changed."""
    if _is_file(owner) and not _is_file(source):
        what = f"its address {path} is the site's own, for {source}."
        return Problem(where=owner, what=what, todo="Give it another 'Slug:'.", rule="address-once")
    what = f"its address {path} is already that of {owner}."
    return Problem(
        where=source, what=what, todo="Give one of them another 'Slug:'.", rule="address-once"
    )


def _is_file(source: str) -> bool:
    return source.endswith((".md", ".markdown", ".mkd", ".mdown"))


def alias_path(alias: str) -> str | None:
    """Return the site path of an old address, or nothing if it does not stay inside the site.

    >>> alias_path("2019/old"), alias_path("/2019/old/"), alias_path("../x")
    ('/2019/old/', '/2019/old/', None)
    >>> alias_path("/2019/old.html"), alias_path("/v1.0/")
    ('/2019/old.html', '/v1.0/')
    """
    if {"?", "#"} & set(alias):
        return None
    parts = [part for part in alias.strip().split("/") if part]
    if not parts or {"..", "."} & set(parts) or "\\" in alias or "://" in alias:
        return None
    is_file = "." in parts[-1] and not alias.strip().endswith("/")
    return "/" + "/".join(parts) + ("" if is_file else "/")
