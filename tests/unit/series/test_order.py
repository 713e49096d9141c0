from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.entries.model import Entry
from plugins.series.order import find_double_parts, number_of, order, part_of, positions
from tests.unit.builders import (
    DATE,
    make_collection,
    make_entry,
    make_episode,
    make_numbered,
)

PARTS = st.lists(st.none() | st.integers(1, 5), max_size=7)


def make_entries(*parts: int | None) -> list[Entry]:
    """Entries of one day after the other, with these parts."""
    return [make_numbered(day, part=part) for day, part in enumerate(parts)]


def days(entries: tuple[Entry, ...]) -> list[int]:
    return [(entry.date - DATE).days for entry in entries]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([10, 9, 2], [2, 1, 0]),
        ([None, None], [0, 1]),
        ([1, None, 2], [0, 1, 2]),
        ([2, None, 1], [2, 0, 1]),
        ([None, 1], [0, 1]),
        ([3, 1, None, 2], [1, 3, 0, 2]),
        ([1, 2, None, None], [0, 1, 2, 3]),
        ([1, 1], [0, 1]),
    ],
)
def test_numbers_come_first_and_what_has_none_stands_behind_the_last_that_is_no_younger(
    parts: list[int | None], expected: list[int]
) -> None:
    assert days(order(make_entries(*parts), part_of)) == expected


@given(PARTS, st.randoms(use_true_random=False))
def test_the_order_in_which_entries_were_found_does_not_show(
    parts: list[int | None], chance: object
) -> None:
    entries = make_entries(*parts)
    mixed = list(entries)
    getattr(chance, "shuffle", list.sort)(mixed)

    assert order(mixed, part_of) == order(entries, part_of)


@given(PARTS)
def test_every_entry_stands_once_and_numbers_ascend(parts: list[int | None]) -> None:
    ordered = order(make_entries(*parts), part_of)
    numbers = [entry.part for entry in ordered if entry.part is not None]

    assert sorted(days(ordered)) == list(range(len(parts)))
    assert numbers == sorted(numbers)


@given(PARTS)
def test_what_has_no_number_stands_behind_one_no_younger_and_before_younger_ones(
    parts: list[int | None],
) -> None:
    ordered = order(make_entries(*parts), part_of)

    for place, entry in enumerate(ordered):
        if entry.part is None:
            assert place == 0 or ordered[place - 1].date <= entry.date
            assert all(other.date > entry.date for other in ordered[place + 1 :])


def test_episodes_are_ordered_by_their_number_and_posts_have_none() -> None:
    entries = [
        make_entry(path=f"/{number}/", episode=make_episode(number=number)) for number in (10, 9)
    ]

    assert [entry.path for entry in order(entries, number_of)] == ["/9/", "/10/"]
    assert number_of(make_entry(part=3)) is None


def test_a_position_says_number_total_and_neighbours() -> None:
    entries = make_entries(1, 2, 3)
    collection = make_collection(*entries)

    places = [positions(collection)[entry.path] for entry in entries]

    assert [(p.number, p.total) for p in places] == [(1, 3), (2, 3), (3, 3)]
    assert [p.previous for p in places] == [None, *entries[:2]]
    assert [p.following for p in places] == [*entries[1:], None]


def test_an_empty_collection_has_no_positions() -> None:
    assert positions(make_collection()) == {}


def test_two_entries_with_one_part_are_found_the_first_by_source_first() -> None:
    entries = [
        make_entry(source=source, part=part)
        for source, part in [("c.md", 1), ("a.md", 1), ("b.md", 2), ("d.md", None), ("e.md", None)]
    ]

    assert [(a.source, b.source) for a, b in find_double_parts(entries)] == [("a.md", "c.md")]


def test_one_instant_is_decided_by_path() -> None:
    entries = [make_entry(path=path, date=DATE + timedelta(0)) for path in ("/b/", "/a/")]

    assert [entry.path for entry in order(entries, part_of)] == ["/a/", "/b/"]
