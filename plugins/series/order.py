"""The order of a series: by number, never by text; what has no number finds its place by date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plugins.entries.collections import Collection, Position
from plugins.entries.model import Entry

Number = Callable[[Entry], int | None]


def order(entries: Sequence[Entry], number: Number) -> tuple[Entry, ...]:
    """Sort entries by number; each without one stands behind the last that is no younger."""
    by_date = sorted(entries, key=lambda entry: (entry.date, entry.path))
    numbered = [entry for entry in by_date if number(entry) is not None]
    numbered.sort(key=lambda entry: number(entry) or 0)
    ordered = list(numbered)
    for entry in (entry for entry in by_date if number(entry) is None):
        older = [place for place, other in enumerate(ordered) if other.date <= entry.date]
        ordered.insert(older[-1] + 1 if older else 0, entry)
    return tuple(ordered)


def part_of(entry: Entry) -> int | None:
    return entry.part


def number_of(entry: Entry) -> int | None:
    return entry.episode.number if entry.episode else None


def positions(collection: Collection) -> dict[str, Position]:
    """Return where each entry stands, by its path."""
    entries = collection.entries
    neighbours = zip(entries, (None, *entries), (*entries[1:], None), strict=False)
    return {
        entry.path: Position(
            collection=collection,
            number=number,
            total=len(entries),
            previous=previous,
            following=following,
        )
        for number, (entry, previous, following) in enumerate(neighbours, start=1)
    }


def find_double_parts(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Return pairs of entries that claim the same number, the first one first."""
    owners: dict[int, Entry] = {}
    return [
        (owners[entry.part], entry)
        for entry in sorted(entries, key=lambda entry: entry.source)
        if entry.part is not None and owners.setdefault(entry.part, entry) is not entry
    ]
