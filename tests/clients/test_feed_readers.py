"""The sample's feeds, held against the files that they lead to."""

from __future__ import annotations

import hashlib
import json

import feedparser
import pytest
from lxml import etree

from tests.site.sites import Built

pytestmark = pytest.mark.slow

ADDRESS = "https://dave.example.org"
NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}


@pytest.fixture(scope="module")
def items(sample: Built) -> list[etree._Element]:
    """The feed's items as they are written, read with nothing but lxml."""
    return sample.xml("/podcast/feed.xml").findall("channel/item")


def test_the_feed_holds_every_published_episode(items: list[etree._Element]) -> None:
    numbers = [item.findtext("itunes:episode", namespaces=NS) for item in items]

    assert numbers == [None, "75", "74", "73", "72", "71", "70", "69", "68", "67", "66", None]


def test_the_audio_is_the_very_bytes_on_disk(sample: Built, items: list[etree._Element]) -> None:
    for item in items:
        enclosure = item.find("enclosure")
        assert enclosure is not None
        url = enclosure.get("url") or ""
        published = (sample.output / url.removeprefix(ADDRESS + "/")).read_bytes()
        digest = hashlib.sha256(published).hexdigest()
        assert len(published) == int(enclosure.get("length") or 0)
        assert digest[:8] in url
        assert enclosure.get("type") == "audio/mpeg"


def test_every_alternate_says_the_digest_of_its_bytes(
    sample: Built, items: list[etree._Element]
) -> None:
    alternates = [a for item in items for a in item.findall("podcast:alternateEnclosure", NS)]

    assert len(alternates) == 6
    for alternate in alternates:
        source = alternate.find("podcast:source", NS)
        assert source is not None
        path = (source.get("uri") or "").removeprefix(ADDRESS + "/")
        assert (sample.output / path).stat().st_size == int(alternate.get("length") or 0)


def test_guids_are_explicit_unique_and_no_links(items: list[etree._Element]) -> None:
    guids = [item.find("guid") for item in items]

    assert {guid.get("isPermaLink") for guid in guids if guid is not None} == {"false"}
    assert len({guid.text for guid in guids if guid is not None}) == len(items)


def test_json_chapters_and_simple_chapters_say_the_same(
    sample: Built, items: list[etree._Element]
) -> None:
    for item in items:
        chapters = item.find("podcast:chapters", NS)
        if chapters is None:
            continue
        path = (chapters.get("url") or "").removeprefix(ADDRESS + "/")
        rows = json.loads((sample.output / path).read_text())["chapters"]
        simple = item.findall("psc:chapters/psc:chapter", NS)
        assert [row["title"] for row in rows] == [chapter.get("title") for chapter in simple]
        assert rows[0]["startTime"] == 0
        assert chapters.get("type") == "application/json+chapters"


def test_hosts_are_repeated_where_an_episode_has_a_guest(items: list[etree._Element]) -> None:
    persons = [
        (person.get("role"), person.text) for person in items[1].findall("podcast:person", NS)
    ]

    everybody = [("host", "Dave"), ("guest", "A guest"), ("content manager", "The desk")]
    assert persons == everybody


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/tags/training-thursday/podcast.xml", "The Daily Dave: Training Thursday"),
        ("/people/a-listener/podcast.xml", "The Daily Dave: A listener"),
        ("/series/unwanted-callers/podcast.xml", "The Daily Dave: Unwanted callers"),
        ("/podcast/season/2/podcast.xml", "The Daily Dave: Season 2: The telephone"),
    ],
)
def test_a_part_of_the_show_is_a_whole_feed_that_directories_leave_alone(
    sample: Built, path: str, title: str
) -> None:
    channel = sample.xml(path).find("channel")
    whole = {guid.text for guid in sample.xml("/podcast/feed.xml").iter("guid")}

    assert channel is not None
    assert channel.findtext("title") == title
    assert channel.findtext("itunes:block", namespaces=NS) == "Yes"
    assert channel.findtext("podcast:block", namespaces=NS) == "yes"
    link = channel.find("atom:link", NS)
    assert link is not None
    assert link.get("href") == ADDRESS + path
    assert {guid.text for guid in channel.iter("guid")} <= whole


@pytest.mark.parametrize("path", ["/blog/feed.xml", "/feed.xml", "/tags/trust/feed.xml"])
def test_blog_feeds_are_clean_and_without_enclosures(sample: Built, path: str) -> None:
    feed = feedparser.parse(sample.text(path).encode())

    assert not feed.bozo
    assert feed.entries
    assert all(not entry.enclosures and entry.id and entry.link for entry in feed.entries)
