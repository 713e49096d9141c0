from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from plugins.podcast.items import Items, render_items
from tests.unit.builders import make_enclosure, make_episode, make_site

EPISODE = make_episode(
    title="Cats & dogs",
    guid="1d8e",
    path="/podcast/cats/",
    published=datetime(2026, 3, 2, 7, 30, tzinfo=UTC),
    enclosure=make_enclosure(path="/media/cats.mp3", length_bytes=12, type="audio/mpeg"),
    summary="1 < 2",
)


def test_an_item_begins_with_the_core_of_rss_an_element_a_line() -> None:
    (item,) = render_items([EPISODE], make_site())
    lines = item.decode().splitlines()

    assert lines[:7] == [
        "    <item>",
        "      <title>Cats &amp; dogs</title>",
        "      <link>https://example.org/podcast/cats/</link>",
        '      <guid isPermaLink="false">1d8e</guid>',
        '      <enclosure url="https://example.org/media/cats.mp3" length="12" type="audio/mpeg"/>',
        "      <pubDate>Mon, 02 Mar 2026 07:30:00 +0000</pubDate>",
        "      <description><![CDATA[<p>1 &lt; 2</p>"
        '<p><a href="https://example.org/podcast/cats/">Show notes</a></p>'
        "]]></description>",
    ]
    assert lines[-1] == "    </item>"


def test_an_item_that_stands_in_several_feeds_is_made_once() -> None:
    items = Items(make_site())

    (first,) = items.render([EPISODE])
    (again,) = items.render([EPISODE])

    assert again is first
    assert [first] == list(render_items([EPISODE], make_site()))


def test_two_episodes_with_one_guid_keep_their_own_items() -> None:
    items = Items(make_site())

    one, two = items.render([make_episode(guid="1d8e", title=title) for title in ("One", "Two")])

    assert (b"<title>One<" in one, b"<title>Two<" in two) == (True, True)


def test_any_number_of_items_comes_in_the_order_of_the_episodes() -> None:
    episodes = [make_episode(guid=f"{n}") for n in range(250)]
    items = Items(make_site())
    items.render(episodes[100:200])

    found = [re.findall(b"<guid[^>]*>(.*)</guid>", item) for item in items.render(episodes)]

    assert found == [[f"{n}".encode()] for n in range(250)]


@pytest.mark.parametrize("name", ["title", "guid"])
def test_a_control_character_that_got_so_far_stops_the_feed(name: str) -> None:
    with pytest.raises(ValueError, match="XML"):
        Items(make_site()).render([make_episode(**{name: "a\x08b"})])
