"""Who is who in two feeds: the same guid, or the same episode under another one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from tools.publish.diff.hosts import digest_of
from tools.publish.feeds.rows import Feed, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An episode before and after; one that is new was not, one that is gone is no more."""

    old: Row | None
    new: Row | None


def pair_rows(old: Feed | None, new: Feed | None) -> list[Pair]:
    """Return every episode of either feed once."""
    before = {row.guid: row for row in old.rows} if old else {}
    after = {row.guid: row for row in new.rows} if new else {}
    strangers = {guid: row for guid, row in before.items() if guid not in after}
    known = _Known(strangers)
    pairs = [Pair(old=before.get(guid) or known.claim(row), new=row) for guid, row in after.items()]
    return pairs + [Pair(old=row, new=None) for row in known.left()]


class _Known:
    """Rows whose guid is no more, to be found by their recording, or by title and date."""

    def __init__(self, rows: dict[str, Row]) -> None:
        self._left = rows
        self._guids: dict[Hashable, list[str]] = {}
        for guid, row in rows.items():
            for sign in _signs(row):
                self._guids.setdefault(sign, []).append(guid)

    def claim(self, row: Row) -> Row | None:
        """Return the row that this one was, and no other may claim it."""
        guids = (guid for sign in _signs(row) for guid in self._guids.get(sign, ()))
        guid = next((guid for guid in guids if guid in self._left), None)
        return self._left.pop(guid) if guid is not None else None

    def left(self) -> list[Row]:
        return list(self._left.values())


def _signs(row: Row) -> Iterator[Hashable]:
    if row.url:
        yield digest_of(row)
    yield row.title, row.published
