from __future__ import annotations

import pytest

from tests.unit.tools.feed_documents import SITE, make_feed, make_item, older, reader
from tools.publish.feeds.follow import find_path, read_feed
from tools.publish.feeds.rows import FeedError

PATH = "podcast/feed.xml"
PAGES = {
    PATH: make_feed(make_item(guid="3"), extra=older("/podcast/archive/2.xml")),
    "podcast/archive/2.xml": make_feed(
        make_item(guid="2"), extra="<fh:archive/>" + older("/podcast/archive/1.xml")
    ),
    "podcast/archive/1.xml": make_feed(make_item(guid="1"), extra="<fh:archive/>"),
}


def test_a_show_is_its_feed_and_all_archive_pages_before_it() -> None:
    feed = read_feed(PATH, reader(PAGES))

    assert [(row.guid, row.page) for row in feed.rows] == [("3", 0), ("2", 2), ("1", 1)]
    assert feed.documents == tuple(PAGES)


def test_an_episode_in_two_documents_is_that_of_the_newer_one() -> None:
    pages = PAGES | {
        "podcast/archive/1.xml": make_feed(make_item(guid="3", title="Old"), make_item(guid="1"))
    }

    feed = read_feed(PATH, reader(pages))

    assert [row.guid for row in feed.rows] == ["3", "2", "1"]
    assert feed.rows[0].title == "First draft"
    assert feed.doubles == ()


def test_two_episodes_of_one_document_with_one_guid_are_doubles() -> None:
    feed = read_feed(PATH, reader({PATH: make_feed(make_item(), make_item(title="Another"))}))

    assert [row.title for row in feed.doubles] == ["Another"]


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ({}, "podcast/feed.xml: there is no such file."),
        ({PATH: b"<rss/>"}, "podcast/feed.xml: it is no RSS feed."),
        (
            {PATH: make_feed(extra=older("/podcast/archive/1.xml"))},
            "podcast/archive/1.xml: there is no such file.",
        ),
        (
            PAGES | {"podcast/archive/1.xml": make_feed(extra=older("/podcast/archive/2.xml"))},
            "podcast/archive/2.xml: the archive pages lead in a circle.",
        ),
        (
            {PATH: make_feed(extra=older("/podcast/feed.xml"))},
            "podcast/feed.xml: the archive pages lead in a circle.",
        ),
    ],
)
def test_a_page_that_cannot_be_read_is_named(pages: dict[str, bytes], message: str) -> None:
    with pytest.raises(FeedError) as caught:
        read_feed(PATH, reader(pages))

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("url", "own", "path"),
    [
        (f"{SITE}/podcast/feed-1.xml", f"{SITE}/podcast/feed.xml", "podcast/feed-1.xml"),
        (f"{SITE}/sub/podcast/feed-1.xml", f"{SITE}/sub/podcast/feed.xml", "podcast/feed-1.xml"),
        ("archive/1.xml", f"{SITE}/podcast/feed.xml", "podcast/archive/1.xml"),
        ("/podcast/feed-1.xml", "/podcast/feed.xml", "podcast/feed-1.xml"),
        ("https://elsewhere.example/1.xml", f"{SITE}/podcast/feed.xml", "1.xml"),
        (f"{SITE}/podcast/feed-1.xml", "", "podcast/feed-1.xml"),
    ],
)
def test_an_archive_page_is_found_wherever_the_site_lives(url: str, own: str, path: str) -> None:
    assert find_path(url, PATH, own) == path
