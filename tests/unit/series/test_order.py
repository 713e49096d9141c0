from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.entries.collections import Position
from plugins.entries.model import Entry
from plugins.series.order import find_double_parts, number_of, order, part_of, positions
from tests.unit.builders import DATE, make_collection, make_entry, make_episode

PARTS = st.lists(
    st.tuples(st.none() | st.integers(min_value=-2, max_value=12), st.integers(0, 9)), max_size=12
)


def make_part(part: int | None, day: int, name: str = "") -> Entry:
    """A part named by its number and the day it was published."""
    name = name or f"{part}@{day}"
    source = f"content/posts/{name}.md"
    date = DATE + timedelta(days=day)
    return make_entry(path=f"/blog/{name}/", source=source, part=part, date=date)


def names(entries: Sequence[Entry]) -> list[str]:
    return [entry.path.split("/")[2] for entry in entries]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], []),
        ([(10, 1), (9, 2), (2, 3), (1, 4)], ["1@4", "2@3", "9@2", "10@1"]),
        ([(1, 1), (0, 2), (-1, 3)], ["-1@3", "0@2", "1@1"]),
        ([(None, 3), (None, 1), (None, 2)], ["None@1", "None@2", "None@3"]),
        ([(1, 1), (2, 5), (None, 3)], ["1@1", "None@3", "2@5"]),
        ([(1, 2), (2, 3), (None, 1)], ["None@1", "1@2", "2@3"]),
        ([(1, 1), (2, 2), (None, 9)], ["1@1", "2@2", "None@9"]),
        ([(1, 9), (2, 1), (None, 5)], ["1@9", "2@1", "None@5"]),
        ([(1, 2), (1, 1)], ["1@1", "1@2"]),
    ],
)
def test_parts_stand_by_number_and_the_rest_by_date(
    parts: list[tuple[int | None, int]], expected: list[str]
) -> None:
    assert names(order([make_part(*part) for part in parts], part_of)) == expected


def test_parts_of_the_same_instant_stand_by_path() -> None:
    entries = [make_part(None, 1, name) for name in "cab"]

    assert names(order(entries, part_of)) == ["a", "b", "c"]


def test_episodes_of_a_season_stand_by_their_number() -> None:
    entries = [
        make_entry(path=f"/podcast/{number}/", episode=make_episode(number=number))
        for number in (10, 9, 100)
    ]

    assert names(order(entries, number_of)) == ["9", "10", "100"]


def test_a_post_has_no_number_of_an_episode() -> None:
    assert number_of(make_entry(part=3)) is None


@given(PARTS, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_in_which_parts_come(
    parts: list[tuple[int | None, int]], chance: Random
) -> None:
    entries = [make_part(*part, name=f"p{number}") for number, part in enumerate(parts)]
    mixed = list(entries)
    chance.shuffle(mixed)

    assert order(mixed, part_of) == order(entries, part_of)


@given(PARTS)
def test_every_part_stands_once_and_numbers_only_grow(parts: list[tuple[int | None, int]]) -> None:
    entries = [make_part(*part, name=f"p{number}") for number, part in enumerate(parts)]

    ordered = order(entries, part_of)

    assert sorted(names(ordered)) == sorted(names(entries))
    numbers = [entry.part for entry in ordered if entry.part is not None]
    assert numbers == sorted(numbers)


def test_every_part_knows_its_place_and_its_neighbours() -> None:
    first, second, third = (make_part(number, number, f"{number}") for number in (1, 2, 3))
    series = make_collection(first, second, third, kind="series")

    def place(number: int, previous: Entry | None, following: Entry | None) -> Position:
        return Position(
            collection=series, number=number, total=3, previous=previous, following=following
        )

    assert positions(series) == {
        "/blog/1/": place(1, None, second),
        "/blog/2/": place(2, first, third),
        "/blog/3/": place(3, second, None),
    }


def test_a_series_of_nothing_has_no_positions() -> None:
    assert positions(make_collection()) == {}


@pytest.mark.parametrize(
    ("parts", "pairs"),
    [
        ([("a", 1), ("b", 2), ("c", None), ("d", None)], []),
        ([("b", 1), ("a", 1)], [["a", "b"]]),
        ([("c", 0), ("b", 0), ("a", 0)], [["a", "b"], ["a", "c"]]),
        ([("a", 1), ("b", 2), ("c", 1), ("d", 2)], [["a", "c"], ["b", "d"]]),
    ],
)
def test_parts_with_the_same_number_are_found_first_one_first(
    parts: list[tuple[str, int | None]], pairs: list[list[str]]
) -> None:
    entries = [make_part(part, 1, name) for name, part in parts]

    assert [names(pair) for pair in find_double_parts(entries)] == pairs
