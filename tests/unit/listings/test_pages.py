from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.entries.collections import Collection
from plugins.listings.pages import FeedLink, Listing, cut, next_page
from tests.unit.builders import make_collection, make_numbered


def make_blog(count: int) -> Collection:
    """A collection of so many entries, newest first."""
    return make_collection(*(make_numbered(number) for number in range(count, 0, -1)))


def numbers(page: Listing) -> list[int]:
    return [int(entry.path.split("/")[2]) for entry in page.entries]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, [[]]),
        (1, [[1]]),
        (3, [[3, 2, 1]]),
        (4, [[4, 3], [2, 1]]),
        (5, [[5, 4, 3], [2, 1]]),
        (6, [[6, 5], [2, 1], [4, 3]]),
    ],
)
def test_the_front_page_has_the_newest_and_page_one_the_oldest(
    count: int, expected: list[list[int]]
) -> None:
    assert [numbers(page) for page in cut(make_blog(count), 2)] == expected


@given(st.integers(0, 40), st.integers(1, 7))
def test_every_entry_stands_exactly_once(count: int, size: int) -> None:
    found = [number for page in cut(make_blog(count), size) for number in numbers(page)]

    assert sorted(found) == list(range(1, count + 1))


@given(st.integers(0, 40), st.integers(1, 7))
def test_a_newer_entry_never_changes_a_full_page(count: int, size: int) -> None:
    before, after = cut(make_blog(count), size), cut(make_blog(count + 1), size)

    for old, new in zip(before[1:], after[1:], strict=False):
        assert (new.path, new.entries, new.older, new.newer) == (
            old.path, old.entries, old.older, old.newer,
        )  # fmt: skip


@given(st.integers(0, 40), st.integers(1, 7))
def test_full_pages_are_full_and_the_front_is_never_poor(count: int, size: int) -> None:
    front, *full = cut(make_blog(count), size)

    assert all(len(page.entries) == size for page in full)
    assert min(size, count) <= len(front.entries) < 2 * size


@given(st.integers(0, 40), st.integers(1, 7))
def test_a_reader_who_goes_to_older_pages_sees_every_entry_in_order(count: int, size: int) -> None:
    pages = {page.path: page for page in cut(make_blog(count), size)}
    path: str | None = "/tags/trust/"
    seen: list[int] = []
    while path:
        seen += numbers(pages[path])
        path = pages[path].older

    assert seen == list(range(count, 0, -1))


def test_the_last_full_page_calls_a_page_newer_that_is_still_to_come() -> None:
    pages = cut(make_blog(6), 2)

    assert [page.newer for page in pages] == [None, "/tags/trust/page/2/", "/tags/trust/page/3/"]
    assert next_page(pages) == "/tags/trust/page/3/"
    assert next_page(cut(make_blog(1), 2)) is None


def test_what_is_ordered_by_number_is_one_page() -> None:
    collection = make_collection(*map(make_numbered, range(1, 30)), is_numbered=True)

    (page,) = cut(collection, 2)

    assert len(page.entries) == 29


def test_every_page_offers_the_feeds() -> None:
    feeds = (FeedLink(title="Posts", path="/blog/feed.xml"),)

    assert {page.feeds for page in cut(make_blog(6), 2, feeds)} == {feeds}
