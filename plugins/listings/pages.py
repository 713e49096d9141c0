"""Lists cut into pages from the oldest end, so that a page that is full never changes again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.entries.collections import Collection
from plugins.entries.model import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that a page offers."""

    title: str
    path: str
    is_podcast: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a collection; `number` is None for the front page, which has the newest."""

    collection: Collection
    path: str
    entries: tuple[Entry, ...]
    number: int | None = None
    older: str | None = None
    newer: str | None = None
    feeds: tuple[FeedLink, ...] = ()


def cut(collection: Collection, size: int, feeds: tuple[FeedLink, ...] = ()) -> tuple[Listing, ...]:
    """Return the front page and the full pages, oldest first behind it.

    The front page has `size` entries or more, fewer than twice as many: what is older stands on
    numbered pages, of which number 1 has the oldest. What is ordered by number is one page.
    """
    full = 0 if collection.is_numbered else max(0, len(collection.entries) // size - 1)
    front = Listing(
        collection=collection,
        path=collection.path,
        entries=collection.entries[: len(collection.entries) - full * size],
        older=page_path(collection, full) if full else None,
        feeds=feeds,
    )
    oldest_first = collection.entries[::-1]
    numbered = [
        Listing(
            collection=collection,
            path=page_path(collection, number),
            entries=oldest_first[(number - 1) * size : number * size][::-1],
            number=number,
            older=page_path(collection, number - 1) if number > 1 else None,
            newer=page_path(collection, number + 1),
            feeds=feeds,
        )
        for number in range(1, full + 1)
    ]
    return (front, *numbered)


def page_path(collection: Collection, number: int) -> str:
    return f"{collection.path}page/{number}/"


def next_page(listings: tuple[Listing, ...]) -> str | None:
    """Return the address that the last full page calls newer: until it is full, it redirects."""
    return listings[-1].newer


def former_pages(listings: Iterable[Listing], moved: Mapping[str, str]) -> dict[str, str]:
    """Return where the pages of lists lead that stood at other addresses, numbered ones too."""
    formers: dict[str, list[str]] = {}
    for old, new in moved.items():
        formers.setdefault(new, []).append(old)
    return {
        f"{old}{listing.path.removeprefix(listing.collection.path)}": listing.path
        for listing in listings
        for old in formers.get(listing.collection.path, ())
    }
