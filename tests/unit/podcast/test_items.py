from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.podcast.items import Items, render_item
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
    lines = render_item(EPISODE, make_site()).decode().splitlines()

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

    first = items.render(EPISODE)

    assert items.render(EPISODE) is first
    assert first == render_item(EPISODE, make_site())


def test_two_episodes_with_one_guid_keep_their_own_items() -> None:
    items = Items(make_site())

    titles = [items.render(make_episode(guid="1d8e", title=title)) for title in ("One", "Two")]

    assert [b"One" in titles[0], b"Two" in titles[1]] == [True, True]


@pytest.mark.parametrize("name", ["title", "guid"])
def test_a_control_character_that_got_so_far_stops_the_feed(name: str) -> None:
    with pytest.raises(ValueError, match="XML"):
        render_item(make_episode(**{name: "a\x08b"}), make_site())
