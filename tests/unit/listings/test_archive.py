from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from plugins.entries.model import Entry, newest_first
from plugins.listings.archive import Year, by_year
from tests.unit.builders import make_entry


def written(*dates: datetime) -> tuple[Entry, ...]:
    """Entries as lists have them, each named by its day."""
    return newest_first(
        tuple(make_entry(path=f"/blog/{date:%Y-%m-%d}/", date=date) for date in dates)
    )


def said(years: tuple[Year, ...]) -> dict[int, list[tuple[str, list[str]]]]:
    return {
        year.year: [
            (month.label, [entry.path.split("/")[2] for entry in month.entries])
            for month in year.months
        ]
        for year in years
    }


def test_entries_stand_by_year_and_month_newest_first() -> None:
    entries = written(
        datetime(2025, 12, 31, tzinfo=UTC),
        datetime(2026, 3, 1, tzinfo=UTC),
        datetime(2026, 3, 12, tzinfo=UTC),
        datetime(2026, 1, 5, tzinfo=UTC),
    )

    assert said(by_year(entries, "en")) == {
        2026: [("March", ["2026-03-12", "2026-03-01"]), ("January", ["2026-01-05"])],
        2025: [("December", ["2025-12-31"])],
    }


def test_a_year_has_its_page_and_counts_its_entries() -> None:
    entries = written(*(datetime(2026, month, 1, tzinfo=UTC) for month in (1, 2, 3)))

    (year,) = by_year(entries, "en")

    assert (year.path, year.count) == ("/archive/2026/", 3)


@pytest.mark.parametrize(("language", "label"), [("en", "March"), ("es", "marzo"), ("xx", "March")])
def test_a_month_is_named_in_the_language_of_the_site(language: str, label: str) -> None:
    (year,) = by_year([make_entry(date=datetime(2026, 3, 12, tzinfo=UTC))], language)

    assert [month.label for month in year.months] == [label]


def test_a_year_stands_once_whatever_zones_its_dates_are_in() -> None:
    east = timezone(timedelta(hours=9))
    entries = written(
        datetime(2025, 12, 31, 23, tzinfo=UTC),
        datetime(2026, 1, 1, 7, tzinfo=east),
        datetime(2025, 12, 30, 12, tzinfo=UTC),
    )

    years = by_year(entries, "en")

    assert [(year.year, year.count) for year in years] == [(2026, 1), (2025, 2)]


def test_without_entries_there_is_no_year() -> None:
    assert by_year((), "en") == ()
