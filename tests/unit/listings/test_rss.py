from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.entries.model import Entry, Kind
from plugins.listings.rss import render_rss
from plugins.shared.site import Site
from tests.unit.builders import (
    ADDRESS,
    DATE,
    make_entry,
    make_episode,
    make_label,
    make_numbered,
    make_site,
)

CHARACTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
TITLES = st.lists(st.text(CHARACTERS, min_size=1), min_size=1, max_size=4).map(" ".join)


def render(*entries: Entry, **said: Any) -> bytes:
    values: dict[str, Any] = {"description": "Calls.", "path": "/blog/", "site": make_site()}
    return render_rss(
        title="Phone Notes: Blog", feed_path="/blog/feed.xml", entries=entries, **values | said
    )


def channel(feed: bytes) -> etree._Element:
    return etree.fromstring(feed)[0]


def texts(feed: bytes, name: str) -> Sequence[str | None]:
    return [element.text for element in channel(feed).iter(name)]


def heard() -> Entry:
    return make_entry(kind=Kind.EPISODE, episode=make_episode(number=75), title="Unwanted callers")


def test_a_feed_is_read_without_complaint_and_says_what_it_is() -> None:
    read = feedparser.parse(render(make_entry(tags=(make_label("Trust"),))))

    assert (read.bozo, read.version) == (False, "rss20")
    assert (read.feed.title, read.feed.subtitle) == ("Phone Notes: Blog", "Calls.")
    assert (read.feed.link, read.feed.language) == (f"{ADDRESS}/blog/", "en")
    assert f"{ADDRESS}/blog/feed.xml" in [link.href for link in read.feed.links]
    assert read.entries[0].summary == "Why the ear comes first."
    assert read.entries[0].content[0].value == "<p>Two ears.</p>"
    assert [tag.term for tag in read.entries[0].tags] == ["Trust"]


def test_a_feed_without_a_description_is_described_by_its_title() -> None:
    assert texts(render(description=""), "description") == ["Phone Notes: Blog"]


@pytest.mark.parametrize(
    ("guid", "text", "is_link"),
    [("", f"{ADDRESS}/blog/listen/", "true"), ("kept-from-2019", "kept-from-2019", "false")],
)
def test_an_item_is_known_by_its_guid_or_its_address(guid: str, text: str, is_link: str) -> None:
    (found,) = channel(render(make_entry(guid=guid))).iter("guid")

    assert (found.text, found.get("isPermaLink")) == (text, is_link)


def test_an_episode_is_a_link_to_listen_and_never_an_enclosure() -> None:
    feed = render(heard())

    assert b"<enclosure" not in feed
    assert texts(feed, "title")[1] == "The Daily Dave #075: Unwanted callers"
    assert feedparser.parse(feed).entries[0].content[0].value == (
        f'<p>Two ears.</p><p><a href="{ADDRESS}/blog/listen/">Listen to the episode</a></p>'
    )


@pytest.mark.parametrize(
    "title",
    [
        "AT&T — “the call” 🎉",
        "5 < 6 > 4",
        "a ]]> b",
        "Tea &amp; trust",
        "The <b> element",
        "北京 · مرحبا",
    ],
)
def test_wild_characters_of_a_title_come_back(title: str) -> None:
    assert texts(render(make_entry(title=title)), "title")[1] == title


@given(TITLES)
def test_a_title_of_any_characters_comes_back(title: str) -> None:
    assert texts(render(make_entry(title=title)), "title")[1] == title


@pytest.mark.parametrize("title", ["AT&T — “the call” 🎉", "a ]]> b", "北京 · مرحبا", "5 × 6 = 30"])
def test_a_reader_shows_a_title_as_it_was_written(title: str) -> None:
    assert feedparser.parse(render(make_entry(title=title))).entries[0].title == title


def test_a_text_cannot_end_the_cdata_section_around_it() -> None:
    feed = render(make_entry(html="<p>x[y[0]]>1</p>"))

    assert feedparser.parse(feed).entries[0].content[0].value == "<p>x[y[0]]&gt;1</p>"


def test_a_text_is_cleaned_as_show_notes_are() -> None:
    feed = render(make_entry(html='<p class="x">A<script>b()</script><a href="c">C</a></p>'))

    assert feedparser.parse(feed).entries[0].content[0].value == (
        f'<p>A<a href="{ADDRESS}/blog/listen/c">C</a></p>'
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Fri, 13 Mar 2026 07:30:00 +0000"),
        ({"modified": DATE + timedelta(days=5)}, "Tue, 17 Mar 2026 07:30:00 +0000"),
    ],
)
def test_a_feed_was_built_when_its_newest_change_was_made(
    changed: dict[str, Any], said: str
) -> None:
    feed = render(make_numbered(1), make_numbered(0, **changed))

    assert texts(feed, "lastBuildDate") == [said]


def test_a_change_before_its_publication_counts_from_the_publication() -> None:
    feed = render(make_entry(modified=DATE - timedelta(days=5)))

    assert texts(feed, "lastBuildDate") == ["Thu, 12 Mar 2026 07:30:00 +0000"]


def test_an_empty_feed_tells_no_time() -> None:
    assert texts(render(), "lastBuildDate") == []


def test_the_same_entries_make_the_same_bytes_in_whatever_order() -> None:
    entries = [make_entry(path=f"/blog/{name}/") for name in "abc"]

    first = render(*entries)

    assert render(*entries) == first
    assert render(*entries[::-1]) == first


def test_the_newest_hundred_are_told_newest_first() -> None:
    feed = render(*(make_numbered(number) for number in range(120)))

    assert texts(feed, "link")[1:] == [
        f"{ADDRESS}/blog/{number:03}/" for number in range(119, 19, -1)
    ]


@pytest.mark.parametrize(
    ("site", "html", "absolute"),
    [
        (make_site(), '<a href="/about/">x</a>', f'<a href="{ADDRESS}/about/">x</a>'),
        (make_site(), '<a href="#end">x</a>', f'<a href="{ADDRESS}/blog/listen/#end">x</a>'),
        (make_site(), '<img alt="" src="/media/x.jpg">', f'src="{ADDRESS}/media/x.jpg"'),
        (
            make_site(address=f"{ADDRESS}/sub"),
            '<a href="/sub/about/">x</a>',
            f'<a href="{ADDRESS}/sub/about/">x</a>',
        ),
        (make_site(), '<a href="https://a.example/">x</a>', '<a href="https://a.example/">x</a>'),
    ],
)
def test_links_of_a_text_are_absolute(site: Site, html: str, absolute: str) -> None:
    (item,) = feedparser.parse(render(make_entry(html=html), site=site)).entries

    assert absolute in item.content[0].value


def test_addresses_of_a_feed_are_ascii() -> None:
    feed = render(make_entry(path="/blog/zwölf uhr/"))

    assert texts(feed, "link")[1] == f"{ADDRESS}/blog/zw%C3%B6lf%20uhr/"
    assert texts(feed, "guid") == [f"{ADDRESS}/blog/zw%C3%B6lf%20uhr/"]
