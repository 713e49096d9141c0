"""What podcastparser and feedparser support, as tables: neither loses anything of our feeds."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import podcastparser
import pytest
from lxml import etree

from tests.clients.test_every_element import FILES, SHOW
from tests.site.sites import Built, build

pytestmark = pytest.mark.slow

URL = "https://example.org/podcast/feed.xml"
NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
}
# podcastparser knows the namespace by its former address alone.
FORMER = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
YES = {"yes": True, "true": True, "no": False, "false": False}

Node = etree._Element
Say = Callable[[Node], object]


def text(path: str) -> Say:
    """Return what says the text of an element, or nothing where there is none."""
    return lambda node: node.findtext(path, None, NS)


def number(path: str) -> Say:
    return lambda node: int(found) if (found := node.findtext(path, None, NS)) else None


def truth(path: str) -> Say:
    return lambda node: YES.get(node.findtext(path, "", NS))


def attribute(path: str, name: str, *, index: int = 0) -> Say:
    """Return what says an attribute of the first element, or of the last."""
    return lambda node: found[index].get(name) if (found := node.findall(path, NS)) else None


def instant(path: str) -> Say:
    return lambda node: int(parsedate_to_datetime(node.findtext(path, "", NS)).timestamp())


def categories(channel: Node) -> list[list[str | None]]:
    return [
        [main.get("text"), *(sub.get("text") for sub in main)]
        for main in channel.findall("itunes:category", NS)
    ]


def enclosures(item: Node) -> list[dict[str, object]]:
    return [
        {
            "url": one.get("url"),
            "file_size": int(one.get("length", "")),
            "mime_type": one.get("type"),
        }
        for one in item.findall("enclosure")
    ]


def chapters(item: Node) -> list[dict[str, object]] | None:
    found: list[dict[str, object]] = []
    for one in item.findall("psc:chapters/psc:chapter", NS):
        hours, minutes, seconds = (float(part) for part in one.get("start", "").split(":"))
        found.append(
            {"start": hours * 3600 + minutes * 60 + seconds}
            | {key: one.get(key) for key in ("title", "href", "image") if one.get(key)}
        )
    return found or None


def persons(item: Node) -> list[dict[str, str | None]] | None:
    found: list[dict[str, str | None]] = [
        {
            "name": one.text,
            "role": one.get("role", "host"),
            "group": one.get("group", "cast"),
            "href": one.get("href"),
            "img": one.get("img"),
        }
        for one in item.findall("podcast:person", NS)
    ]
    return found or None


def link_of(item: Node) -> list[dict[str, str | None]]:
    one = item.find("enclosure")
    assert one is not None
    page = {"rel": "alternate", "type": "text/html", "href": item.findtext("link")}
    sound = {"rel": "enclosure", "type": one.get("type"), "length": one.get("length")}
    return [page, sound | {"href": one.get("url")}]


# What podcastparser supports, and how the feed says it; None where it says nothing.
PODCASTPARSER_CHANNEL: dict[str, Say] = {
    "title": text("title"),
    "link": text("link"),
    "description": text("description"),
    "generator": text("generator"),
    "language": text("language"),
    "cover_url": attribute("itunes:image", "href"),
    "type": text("itunes:type"),
    "explicit": truth("itunes:explicit"),
    "new_url": text("itunes:new-feed-url"),
    "itunes_author": text("itunes:author"),
    "itunes_categories": categories,
    "itunes_owner": lambda channel: {
        key: channel.findtext(f"itunes:owner/itunes:{key}", None, NS) for key in ("name", "email")
    },
    "funding_url": attribute("podcast:funding", "url", index=-1),
    "import_prohibited": truth("podcast:locked"),
}
PODCASTPARSER_ITEM: dict[str, Say] = {
    "title": text("title"),
    "link": text("link"),
    "guid": text("guid"),
    "description_html": text("content:encoded"),
    "published": instant("pubDate"),
    "total_time": number("itunes:duration"),
    "enclosures": enclosures,
    "explicit": truth("itunes:explicit"),
    "itunes_author": text("itunes:author"),
    "season": number("itunes:season"),
    "number": number("itunes:episode"),
    "type": text("itunes:episodeType"),
    "episode_art_url": attribute("itunes:image", "href"),
    "chapters": chapters,
    "chapters_json_url": attribute("podcast:chapters", "url"),
    "transcript_url": attribute("podcast:transcript", "url", index=-1),
    "persons": persons,
}
# What it supports and feeds are better without, or what is made of other values.
UNSAID = {"itunes_keywords", "subtitle", "payment_url", "description", "episodes"}

# What feedparser supports, and how the feed says it.
FEEDPARSER_CHANNEL: dict[str, Say] = {
    "title": text("title"),
    "link": text("link"),
    "subtitle": text("description"),
    "language": text("language"),
    "rights": text("copyright"),
    "generator": text("generator"),
    "docs": text("docs"),
    "ttl": text("ttl"),
    "published": text("pubDate"),
    "updated": text("lastBuildDate"),
    "publisher": text("webMaster"),
    "author": text("itunes:author"),
    "image": lambda channel: {"href": attribute("itunes:image", "href")(channel)},
    "tags": lambda channel: [
        *(one.text for one in channel.findall("category")),
        *(one.get("text") for one in channel.findall(".//itunes:category", NS)),
    ],
    "itunes_type": text("itunes:type"),
    "itunes_title": text("itunes:title"),
    "itunes_new-feed-url": text("itunes:new-feed-url"),
    "itunes_complete": text("itunes:complete"),
    "itunes_block": lambda channel: 1 if channel.find("itunes:block", NS) is not None else None,
    "podcast_guid": text("podcast:guid"),
    "podcast_medium": text("podcast:medium"),
}
FEEDPARSER_ITEM: dict[str, Say] = {
    "title": text("title"),
    "link": text("link"),
    "id": text("guid"),
    "published": text("pubDate"),
    "author": text("itunes:author"),
    "comments": text("comments"),
    "image": lambda item: {"href": attribute("itunes:image", "href")(item)},
    "links": link_of,
    "tags": lambda item: [one.text for one in item.findall("category")] or None,
    "itunes_title": text("itunes:title"),
    "itunes_duration": text("itunes:duration"),
    "itunes_season": text("itunes:season"),
    "itunes_episode": text("itunes:episode"),
    "itunes_episodetype": text("itunes:episodeType"),
    "itunes_block": lambda item: 1 if item.find("itunes:block", NS) is not None else None,
    "psc_chapters": lambda item: (
        [dict(one.attrib) for one in item.findall("psc:chapters/psc:chapter", NS)] or None
    ),
    "media_thumbnail": lambda item: (
        [dict(one.attrib) for one in item.findall("media:thumbnail", NS)] or None
    ),
    "source": lambda item: (
        {"href": one.get("url"), "title": one.text}
        if (one := item.find("source")) is not None
        else None
    ),
}


@pytest.fixture(scope="module")
def every_element(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("parser-tables")
    return build(folder, FILES, PODCASTS=[SHOW], SITEURL="https://example.org")


@pytest.fixture(scope="module", params=["the sample", "every element"])
def feed(request: pytest.FixtureRequest, sample: Built, every_element: Built) -> str:
    built = sample if request.param == "the sample" else every_element
    return built.text("podcast/feed.xml").partition("?>\n")[2]


@pytest.fixture(scope="module")
def channel(feed: str) -> Node:
    found = etree.fromstring(feed).find("channel")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def by_podcastparser(feed: str) -> dict[str, Any]:
    found: dict[str, Any] = podcastparser.parse(
        URL, io.StringIO(feed.replace(NS["podcast"], FORMER))
    )
    return found


@pytest.fixture(scope="module")
def by_feedparser(feed: str) -> Any:
    return feedparser.parse(feed.encode(), sanitize_html=False)


@pytest.mark.parametrize("key", PODCASTPARSER_CHANNEL)
def test_podcastparser_reads_this_of_a_channel(
    by_podcastparser: dict[str, Any], channel: Node, key: str
) -> None:
    assert by_podcastparser.get(key) == PODCASTPARSER_CHANNEL[key](channel)


@pytest.mark.parametrize("key", PODCASTPARSER_ITEM)
def test_podcastparser_reads_this_of_each_item(
    by_podcastparser: dict[str, Any], channel: Node, key: str
) -> None:
    # It puts episodes into an order of its own.
    found = {episode["guid"]: episode.get(key) for episode in by_podcastparser["episodes"]}

    assert found == {
        item.findtext("guid"): PODCASTPARSER_ITEM[key](item) for item in channel.findall("item")
    }


@pytest.mark.parametrize(
    ("path", "table"),
    [("rss/channel/", PODCASTPARSER_CHANNEL), ("rss/channel/item/", PODCASTPARSER_ITEM)],
)
def test_the_tables_hold_all_that_podcastparser_supports(path: str, table: dict[str, Say]) -> None:
    supported = {
        target.key
        for name, target in podcastparser.MAPPING.items()
        if name.rpartition("/")[0] + "/" == path and getattr(target, "key", "")
    }

    assert supported - set(table) - UNSAID == set()


def test_podcastparser_finds_nothing_that_the_tables_do_not_hold(
    by_podcastparser: dict[str, Any],
) -> None:
    found = {key for episode in by_podcastparser["episodes"] for key in episode}

    assert set(by_podcastparser) - set(PODCASTPARSER_CHANNEL) <= UNSAID
    assert found - set(PODCASTPARSER_ITEM) <= UNSAID


def said(found: Any, key: str) -> object:
    """Return what feedparser found, without what it adds of its own."""
    value = found.get(key)
    if key == "tags" and value:
        return [tag.term for tag in value]
    if key == "psc_chapters" and value:
        return [
            {name: text for name, text in row.items() if name != "start_parsed"}
            for row in value["chapters"]
        ]
    return value


@pytest.mark.parametrize("key", FEEDPARSER_CHANNEL)
def test_feedparser_reads_this_of_a_channel(by_feedparser: Any, channel: Node, key: str) -> None:
    assert not by_feedparser.bozo
    assert said(by_feedparser.feed, key) == FEEDPARSER_CHANNEL[key](channel)


@pytest.mark.parametrize("key", FEEDPARSER_ITEM)
def test_feedparser_reads_this_of_each_item(by_feedparser: Any, channel: Node, key: str) -> None:
    assert [said(entry, key) for entry in by_feedparser.entries] == [
        FEEDPARSER_ITEM[key](item) for item in channel.findall("item")
    ]


def test_feedparser_reads_both_forms_of_the_notes(by_feedparser: Any, channel: Node) -> None:
    found = [(entry.summary, entry.content[0].value) for entry in by_feedparser.entries]

    assert [tuple(notes.replace(" />", "/>") for notes in pair) for pair in found] == [
        (item.findtext("description"), item.findtext("content:encoded", None, NS))
        for item in channel.findall("item")
    ]


def test_feedparser_knows_every_instant(by_feedparser: Any, channel: Node) -> None:
    assert [timegm(entry.published_parsed) for entry in by_feedparser.entries] == [
        instant("pubDate")(item) for item in channel.findall("item")
    ]
