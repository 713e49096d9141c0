from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle, islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.podcast.archive import plan_pages
from plugins.podcast.feed import Document, Part, render_documents
from plugins.podcast.items import Items
from plugins.podcast.model import EpisodeType, Paging
from tests.clients.spec_reader import Element, read
from tests.unit.builders import DATE, make_chapter, make_episode, make_show, make_site

BY_NUMBER = Paging(page_size=10)
BY_BYTES = Paging(byte_budget=60_000)


PART = Part(
    title="trust", description="", path="/tags/trust/", feed_path="/tags/trust/podcast.xml",
    image=None, is_open=False, guid="a-guid",
)  # fmt: skip


def render(
    count: int, paging: Paging, *, notes: str = "<p>Words.</p>", part: Part | None = None
) -> tuple[Document, ...]:
    show = make_show(paging=paging)
    episodes = [
        make_episode(show=show, guid=f"{n:04}", number=n, notes=notes,
                     published=DATE + timedelta(days=n))
        for n in range(1, count + 1)
    ]  # fmt: skip
    return render_documents(show, episodes, Items(make_site()), part)


def render_trailer_and(count: int, **said: Any) -> dict[str, Element]:
    """Documents by path of a show whose first episode is its trailer; `said` is of the second."""
    show = make_show(paging=BY_NUMBER)
    trailer = make_episode(show=show, guid="0", title="Soon", type=EpisodeType.TRAILER)
    episodes = [trailer, make_episode(show=show, guid="1", published=at(1), **said)]
    episodes += [make_episode(show=show, guid=f"{n}", published=at(n)) for n in range(2, count + 1)]
    return {
        item.path: read(item.content)
        for item in render_documents(show, episodes, Items(make_site()))
    }


def at(day: int) -> datetime:
    return DATE + timedelta(days=day)


def links(channel: Element) -> dict[str, str]:
    return {e.attributes["rel"]: e.attributes["href"] for e in channel.all("atom:link")}


def guids(channel: Element) -> list[int]:
    return [int(item.text_of("guid")) for item in channel.all("item")]


@pytest.mark.parametrize(
    ("episodes", "pages"), [(0, ()), (10, ()), (19, ()), (20, (10,)), (29, (10,)), (30, (10, 10))]
)
def test_a_page_is_full_and_the_feed_keeps_at_least_as_many(
    episodes: int, pages: tuple[int, ...]
) -> None:
    assert plan_pages([1] * episodes, BY_NUMBER) == pages


def test_a_feed_within_its_limit_is_one_complete_document() -> None:
    (document,) = render(19, BY_NUMBER)

    channel = read(document.content)
    assert len(channel.all("fh:complete")) == 1
    assert list(links(channel)) == ["self"]


def test_pages_lead_from_the_newest_episode_to_the_oldest() -> None:
    first, second, feed = render(35, BY_NUMBER)

    found = {item.path: read(item.content) for item in (first, second, feed)}
    address = "https://example.org"
    assert {path: (guids(channel)[0], guids(channel)[-1]) for path, channel in found.items()} == {
        "/podcast/feed-1.xml": (10, 1),
        "/podcast/feed-2.xml": (20, 11),
        "/podcast/feed.xml": (35, 21),
    }
    assert [links(channel) for channel in found.values()] == [
        {"self": f"{address}/podcast/feed-1.xml", "current": f"{address}/podcast/feed.xml"},
        {"self": f"{address}/podcast/feed-2.xml", "current": f"{address}/podcast/feed.xml",
         "prev-archive": f"{address}/podcast/feed-1.xml"},
        {"self": f"{address}/podcast/feed.xml", "prev-archive": f"{address}/podcast/feed-2.xml"},
    ]  # fmt: skip
    marks = [
        [e.name for e in channel.children if e.name[:3] == "fh:"] for channel in found.values()
    ]
    assert marks == [["fh:archive"], ["fh:archive"], []]


def test_the_feed_names_a_trailer_that_has_moved_into_an_archive_page() -> None:
    found = render_trailer_and(30)

    trailers = {path: [e.text for e in doc.all("podcast:trailer")] for path, doc in found.items()}
    assert trailers == {
        "/podcast/feed-1.xml": ["Soon"],
        "/podcast/feed-2.xml": [],
        "/podcast/feed.xml": ["Soon"],
    }


def test_a_change_in_an_archive_page_dates_the_feed_too() -> None:
    dates = {
        path: (document.text_of("pubDate"), document.text_of("lastBuildDate"))
        for path, document in render_trailer_and(30, modified=at(90)).items()
    }

    assert dates == {
        "/podcast/feed-1.xml": (
            "Sat, 21 Mar 2026 07:30:00 +0000", "Wed, 10 Jun 2026 07:30:00 +0000",
        ),
        "/podcast/feed-2.xml": ("Tue, 31 Mar 2026 07:30:00 +0000",) * 2,
        "/podcast/feed.xml": (
            "Sat, 11 Apr 2026 07:30:00 +0000", "Wed, 10 Jun 2026 07:30:00 +0000",
        ),
    }  # fmt: skip


def test_a_document_declares_no_namespace_for_what_stands_in_an_archive_page() -> None:
    show = make_show(paging=BY_NUMBER)
    chapters = (make_chapter(0, "Hello"), make_chapter(20, "Bye"))
    episodes = [
        make_episode(show=show, guid=f"{n}", published=at(n), chapters=chapters if n == 1 else ())
        for n in range(1, 21)
    ]
    page, feed = render_documents(show, episodes, Items(make_site()))

    assert [b"xmlns:psc" in document.content for document in (page, feed)] == [True, False]


@pytest.mark.parametrize("part", [None, PART])
@pytest.mark.parametrize("paging", [BY_NUMBER, BY_BYTES])
def test_a_full_page_never_changes_again(paging: Paging, part: Part | None) -> None:
    notes = "<p>" + "Some words about calls. " * 120 + "</p>"
    seen: dict[str, bytes] = {}
    for count in range(1, 60):
        *pages, feed = render(count, paging, notes=notes, part=part)
        now = {page.path: page.content for page in pages}
        assert {path: now[path] for path in seen} == seen
        assert feed.path == (part.feed_path if part else "/podcast/feed.xml")
        newest_first = (feed, *reversed(pages))
        found = [number for item in newest_first for number in guids(read(item.content))]
        assert found == list(range(count, 0, -1))
        seen = now

    assert len(seen) > 3


def test_a_byte_budget_holds_for_the_feed_and_half_of_it_for_its_pages() -> None:
    *pages, feed = render(60, BY_BYTES, notes="<p>" + "Some words about calls. " * 60 + "</p>")

    header = 3_000
    assert all(len(page.content) <= 30_000 + header for page in pages)
    assert 25_000 <= len(feed.content) <= 60_000 + header


@given(
    st.lists(st.integers(min_value=1, max_value=500), max_size=60),
    st.sampled_from([Paging(), BY_NUMBER, Paging(byte_budget=600)]),
)
def test_every_item_has_a_place_and_the_newest_stays_in_the_feed(
    sizes: list[int], paging: Paging
) -> None:
    pages = plan_pages(sizes, paging)

    assert all(count > 0 for count in pages)
    assert sum(pages) < max(len(sizes), 1)


@settings(max_examples=15)
@given(
    st.lists(st.integers(min_value=1, max_value=500), min_size=1, max_size=12),
    st.sampled_from([Paging(page_size=10), Paging(page_size=37), Paging(byte_budget=600)]),
)
def test_a_thousand_episodes_one_by_one_move_no_cut(pattern: list[int], paging: Paging) -> None:
    sizes = list(islice(cycle(pattern), 1_000))
    cuts: tuple[int, ...] = ()

    for count in range(1, 1_001):
        before, cuts = cuts, plan_pages(sizes[:count], paging)
        assert cuts[: len(before)] == before
        assert count - sum(cuts) > 0

    assert cuts
