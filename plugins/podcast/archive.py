"""Where a long feed is cut (RFC 5005, 4): at the oldest end, so that a full page stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.podcast.model import Paging


def plan_pages(sizes: Sequence[int], paging: Paging) -> tuple[int, ...]:
    """Return how many items go into each archive page, oldest first.

    `sizes` are those of all items in bytes, oldest first. What is left is the feed itself: from
    one page's worth to less than two of them by number; from half the budget to all of it by
    bytes, of which a page gets half.

    >>> plan_pages([1] * 25, Paging(page_size=10))
    (10,)
    >>> plan_pages([40, 40, 40, 90, 10], Paging(byte_budget=160))
    (2,)
    """
    if paging.page_size:
        return (paging.page_size,) * max(0, len(sizes) // paging.page_size - 1)
    if paging.byte_budget:
        return _by_bytes(sizes, paging.byte_budget)
    return ()


def _by_bytes(sizes: Sequence[int], budget: int) -> tuple[int, ...]:
    pages: list[int] = []
    start, left = 0, sum(sizes)
    while left > budget and start < len(sizes) - 1:
        count, page = 1, sizes[start]
        while start + count < len(sizes) - 1 and page + sizes[start + count] <= budget // 2:
            page += sizes[start + count]
            count += 1
        pages.append(count)
        start, left = start + count, left - page
    return tuple(pages)


def page_path(feed_path: str, number: int) -> str:
    """Return the site path of an archive page, counted from the oldest.

    >>> page_path("/podcast/feed.xml", 3)
    '/podcast/feed-3.xml'
    """
    stem, _, ending = feed_path.rpartition(".")
    return f"{stem}-{number}.{ending}"
