"""Words, dates and addresses that break feeds elsewhere, through a whole build and two parsers."""

from __future__ import annotations

import io
from typing import Any

import feedparser
import podcastparser
import pytest

from tests.clients.spec_reader import Element, read
from tests.site.sites import MP3, Built, build, different_mp3, episode

SHOW: dict[str, Any] = {
    "key": "podcast",
    "title": "Calls ]]> & callers",
    "description": "1 < 2 &amp;amp; 🎧 שלום",
    "author": "Dave",
    "categories": ["Health & Fitness"],
    "guid": "1406459e-3d7f-578c-91ab-080b8a6e884a",
    "new_feed_url": "https://new.example.org/feed/",
}
# As an author types them; all of them are words, and none is markup.
TITLES = (
    "a ]]> b",
    "R&amp;D &amp;amp; &lt;b&gt;",
    "1 < 2 > 0",
    "🎧 👩‍💻 wave",
    "שלום, Dave",
    "\u202bright to left\u202c",
    "&nbsp; & co",
    "<b>bold</b>",
    "'single' \"double\"",
    "<![CDATA[section]]>",
    "<?php echo 1 ?>",
)
FILES: dict[str, str | bytes] = {
    name: text
    for number, title in enumerate(TITLES, start=1)
    for name, text in (
        (
            f"episodes/{number:03}-odd.md",
            episode(title, date=f"2026-01-{number:02}", Slug=f"odd-{number}"),
        ),
        (f"episodes/{number:03}-odd.mp3", different_mp3(number)),
    )
} | {
    "episodes/099-later.md": episode("Not yet", date="2026-07-01"),
    "episodes/099-later.mp3": MP3,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("odd-words")
    # The site's address ends in a slash, as many write it.
    found = build(folder, FILES, PODCASTS=[SHOW], SITEURL="https://example.org/")
    assert found.is_good, found.told
    return found


@pytest.fixture(scope="module")
def channel(built: Built) -> Element:
    return read((built.output / "podcast/feed.xml").read_bytes())


def test_every_title_is_read_as_it_was_typed(channel: Element) -> None:
    titles = [item.text_of("title") for item in channel.all("item")]

    assert titles[::-1] == list(TITLES)
    assert (channel.text_of("title"), channel.text_of("description")) == (
        SHOW["title"],
        SHOW["description"],
    )


def test_two_parsers_of_real_clients_read_the_titles(built: Built) -> None:
    text = built.text("podcast/feed.xml")

    by_podcastparser = podcastparser.parse(
        "https://example.org/podcast/feed.xml", io.StringIO(text.split("?>", 1)[1])
    )
    by_feedparser = feedparser.parse(text.encode())

    assert not by_feedparser.bozo
    assert [found["title"] for found in by_podcastparser["episodes"]] == list(TITLES)[::-1]
    assert [found["guid"] for found in by_podcastparser["episodes"]] == [
        found.id for found in by_feedparser.entries
    ]


def test_an_episode_of_the_future_is_in_no_feed(built: Built) -> None:
    feeds = [path.read_text(encoding="utf-8") for path in built.output.rglob("*.xml")]

    assert len(feeds) > 3
    assert [text for text in feeds if "Not yet" in text or "099-later" in text] == []


def test_an_address_that_ends_in_a_slash_makes_no_double_slash(channel: Element) -> None:
    (self_link,) = channel.all("atom:link")
    addresses = [
        value
        for element in channel.walk()
        for value in (*element.attributes.values(), element.text)
        if value.startswith("https://example.org")
    ]

    assert self_link.attributes["href"] == "https://example.org/podcast/feed.xml"
    assert [value for value in addresses if "//" in value.removeprefix("https://")] == []


def test_the_address_of_a_move_is_kept_to_the_letter(channel: Element) -> None:
    assert channel.text_of("itunes:new-feed-url") == "https://new.example.org/feed/"
