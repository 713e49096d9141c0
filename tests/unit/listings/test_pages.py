from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.entries.collections import Collection
from plugins.listings.pages import FeedLink, Listing, cut, next_page
from tests.unit.builders import make_collection, make_numbered

COUNTS = st.integers(min_value=0, max_value=60)
SIZES = st.integers(min_value=1, max_value=12)


def collection_of(count: int) -> Collection:
    """Entries `count` to 1: newest first."""
    return make_collection(*(make_numbered(number) for number in range(count, 0, -1)))


def numbers(listing: Listing) -> list[int]:
    return [int(entry.path.split("/")[2]) for entry in listing.entries]


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (0, [[]]),
        (1, [[1]]),
        (5, [[5, 4, 3, 2, 1]]),
        (6, [[6, 5, 4], [3, 2, 1]]),
        (8, [[8, 7, 6, 5, 4], [3, 2, 1]]),
        (9, [[9, 8, 7], [3, 2, 1], [6, 5, 4]]),
    ],
)
def test_the_front_has_the_newest_and_page_one_the_oldest(
    count: int, pages: list[list[int]]
) -> None:
    assert [numbers(page) for page in cut(collection_of(count), 3)] == pages


def test_every_page_knows_its_address_and_those_beside_it() -> None:
    front, oldest, second = cut(collection_of(9), 3)

    assert (front.path, front.number, front.older) == ("/tags/trust/", None, "/tags/trust/page/2/")
    assert (second.path, second.number) == ("/tags/trust/page/2/", 2)
    assert (second.older, second.newer) == ("/tags/trust/page/1/", "/tags/trust/page/3/")
    assert (oldest.path, oldest.number) == ("/tags/trust/page/1/", 1)
    assert (oldest.older, oldest.newer) == (None, "/tags/trust/page/2/")
    assert front.newer is None


def test_every_page_offers_the_feeds_of_its_collection() -> None:
    feeds = (FeedLink(title="Trust", path="/tags/trust/feed.xml"),)

    assert {page.feeds for page in cut(collection_of(9), 3, feeds)} == {feeds}


@given(COUNTS, SIZES)
def test_every_entry_stands_exactly_once(count: int, size: int) -> None:
    pages = cut(collection_of(count), size)

    assert sorted(number for page in pages for number in numbers(page)) == [*range(1, count + 1)]
    assert all(numbers(page) == sorted(numbers(page), reverse=True) for page in pages)


@given(COUNTS, SIZES)
def test_numbered_pages_are_full_and_the_front_is_never_twice_as_long(
    count: int, size: int
) -> None:
    front, *full = cut(collection_of(count), size)

    assert all(len(page.entries) == size for page in full)
    assert min(count, size) <= len(front.entries) < 2 * size


@given(COUNTS, SIZES)
def test_a_newer_entry_never_changes_a_full_page(count: int, size: int) -> None:
    def shapes(entries: int) -> list[tuple[object, ...]]:
        _, *full = cut(collection_of(entries), size)
        return [(page.path, numbers(page), page.older, page.newer) for page in full]

    before, after = shapes(count), shapes(count + 1)

    assert after[: len(before)] == before
    assert len(after) <= len(before) + 1


@given(COUNTS, SIZES)
def test_whoever_follows_older_from_the_front_meets_every_page(count: int, size: int) -> None:
    pages = {page.path: page for page in cut(collection_of(count), size)}
    page, seen = pages["/tags/trust/"], ["/tags/trust/"]

    while page.older:
        page = pages[page.older]
        seen.append(page.path)

    assert sorted(seen) == sorted(pages)


@given(COUNTS, SIZES)
def test_what_is_ordered_by_number_is_one_page(count: int, size: int) -> None:
    entries = tuple(make_numbered(number) for number in range(1, count + 1))
    collection = make_collection(*entries, is_numbered=True)

    (only,) = cut(collection, size)

    assert only.entries == entries
    assert (only.number, only.older, only.newer) == (None, None, None)


@pytest.mark.parametrize(
    ("count", "path"), [(5, None), (6, "/tags/trust/page/2/"), (9, "/tags/trust/page/3/")]
)
def test_the_next_page_is_the_one_that_the_last_full_page_names(
    count: int, path: str | None
) -> None:
    assert next_page(cut(collection_of(count), 3)) == path
