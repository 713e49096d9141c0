"""The podcasts of tags, seasons, series and people: which of them a publish changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.publish.diff.sides import Side

# The feed of a part as far as there are episodes in it, and its archive pages.
_PART = re.compile(r"(.+)/podcast(?:-\d+)?\.xml")


def changed_parts(old: Side, new: Side) -> tuple[dict[str, str], dict[str, str]]:
    """Return the paths of part feeds with other bytes than before, each by the path of its page.

    What has the same bytes is not read: there may be thousands.

    >>> old = Side(read={}.get, digests={"tags/a/podcast.xml": "1", "feed.xml": "2"}, shows={})
    >>> new = Side(read={}.get, digests={"tags/b/podcast.xml": "1", "feed.xml": "3"}, shows={})
    >>> changed_parts(old, new)
    ({'tags/a': 'tags/a/podcast.xml'}, {'tags/b': 'tags/b/podcast.xml'})
    """
    before, after = _documents(old), _documents(new)
    names = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    return dict(_feeds(names, before)), dict(_feeds(names, after))


def _documents(side: Side) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path, digest in side.digests.items():
        match = _PART.fullmatch(path)
        if match:
            found.setdefault(match[1], {})[path] = digest
    return found


def _feeds(
    names: list[str], documents: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    for name in names:
        path = f"{name}/podcast.xml"
        if path in documents.get(name, {}):
            yield name, path
