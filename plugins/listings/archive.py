"""The archive: all entries by year and month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from plugins.entries.model import Entry
from plugins.shared.dates import month_name


class Month(NamedTuple):
    """The entries of a month, newest first."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year with its months, newest first."""

    year: int
    path: str
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        return sum(len(month.entries) for month in self.months)


def by_year(newest_first: Iterable[Entry], language: str) -> tuple[Year, ...]:
    """Group entries that stand newest first."""
    # Dates keep their zones: what is newer by the clock may have the older day.
    in_order = sorted(newest_first, key=_month_of, reverse=True)
    return tuple(
        Year(year=year, path=f"/archive/{year}/", months=_by_month(entries, language))
        for year, entries in groupby(in_order, key=lambda entry: entry.date.year)
    )


def _month_of(entry: Entry) -> tuple[int, int]:
    return entry.date.year, entry.date.month


def _by_month(entries: Iterable[Entry], language: str) -> tuple[Month, ...]:
    return tuple(
        Month(label=month_name(month, language), entries=tuple(found))
        for month, found in groupby(entries, key=lambda entry: entry.date.month)
    )
