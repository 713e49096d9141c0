"""Which entries lists show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from plugins.entries.model import Entry, newest_first


class Content(Protocol):
    """A host's content with its entry."""

    entry: Entry


def listed(contents: Iterable[Content], originals: Iterable[object]) -> tuple[Entry, ...]:
    """Return the posts and episodes of lists, newest first: published, and no translation."""
    known = {id(content) for content in originals}
    found = (content.entry for content in contents if id(content) in known)
    return newest_first(tuple(entry for entry in found if entry.is_listed))
