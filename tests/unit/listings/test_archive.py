from __future__ import annotations

from datetime import UTC, datetime

from plugins.listings.archive import by_year
from tests.unit.builders import make_entry


def test_entries_are_grouped_by_year_and_month_newest_first() -> None:
    dates = [(2026, 3, 12), (2026, 3, 1), (2026, 1, 9), (2024, 3, 5)]
    entries = [make_entry(date=datetime(*date, tzinfo=UTC)) for date in dates]

    years = by_year(entries, "es")

    assert [(year.year, year.path, year.count) for year in years] == [
        (2026, "/archive/2026/", 3),
        (2024, "/archive/2024/", 1),
    ]
    assert [(month.label, len(month.entries)) for month in years[0].months] == [
        ("marzo", 2),
        ("enero", 1),
    ]


def test_no_entries_have_no_years() -> None:
    assert by_year([], "en") == ()
