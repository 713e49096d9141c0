from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from email.utils import parsedate_to_datetime

import feedparser
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.entries.model import Entry, Kind
from plugins.listings.rss import LIMIT, render_rss
from tests.unit.builders import DATE, make_entry, make_episode, make_label, make_numbered, make_site

# What XML 1.0 can hold; control characters are refused where they are read.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=40
)
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def render(*entries: Entry, title: str = "Blog", description: str = "Words") -> bytes:
    return render_rss(
        make_site(), title=title, description=description, path="/blog/",
        feed_path="/blog/feed.xml", entries=entries,
    )  # fmt: skip


def texts(feed: bytes, path: str) -> Sequence[str | None]:
    return [node.text for node in etree.fromstring(feed).findall(path)]


@given(TEXT.filter(str.strip), TEXT, TEXT)
def test_any_words_come_back_as_they_were(title: str, summary: str, html: str) -> None:
    entry = make_entry(title=title, summary=summary, html=html, guid="x")

    feed = render(entry, title=title)

    assert texts(feed, "channel/item/title") == [title]
    assert texts(feed, "channel/title") == [title]
    assert texts(feed, f"channel/item/{CONTENT}") in ([html], [])
    assert render(entry, title=title) == feed


def test_the_end_of_a_cdata_section_in_a_text_breaks_nothing() -> None:
    feed = render(make_entry(html="<p>a]]>b</p>"))

    assert texts(feed, f"channel/item/{CONTENT}") == ["<p>a]]>b</p>"]


def test_the_newest_come_first_and_no_more_than_the_limit() -> None:
    feed = render(*(make_numbered(number) for number in range(LIMIT + 5)))

    links = texts(feed, "channel/item/link")

    assert len(links) == LIMIT
    assert links[0] == f"https://example.org/blog/{LIMIT + 4}/"


def test_the_feed_changed_when_the_newest_of_dates_and_changes_was() -> None:
    modified = DATE + timedelta(days=30)
    feed = render(make_entry(modified=modified), make_numbered(3))

    (text,) = texts(feed, "channel/lastBuildDate")

    assert text
    assert parsedate_to_datetime(text) == modified


def test_an_empty_feed_says_no_time_of_the_machine() -> None:
    assert texts(render(), "channel/lastBuildDate") == ["Thu, 01 Jan 1970 00:00:00 +0000"]


def test_an_entry_is_known_by_its_guid_or_else_its_address() -> None:
    feed = render(make_entry(guid="one"), make_entry(path="/blog/two/"))

    guids = {(guid.text, guid.get("isPermaLink")) for guid in etree.fromstring(feed).iter("guid")}

    assert guids == {("one", "false"), ("https://example.org/blog/two/", "true")}


def test_an_episode_is_a_link_to_its_page_without_enclosure() -> None:
    entry = make_entry(
        kind=Kind.EPISODE, title="Calls", path="/podcast/calls/", episode=make_episode(number=75)
    )

    (found,) = feedparser.parse(render(entry)).entries

    assert found.title == "The Daily Dave #075: Calls"
    assert found.enclosures == []
    assert found.content[0].value.endswith(
        '<a href="https://example.org/podcast/calls/">Listen to the episode</a></p>'
    )


def test_a_reader_sees_channel_tags_and_absolute_links() -> None:
    entry = make_entry(html='<p><a href="/x/">x</a></p>', tags=(make_label("Trust"),))

    feed = feedparser.parse(render(entry, description=""))

    assert not feed.bozo
    assert (feed.feed.title, feed.feed.link) == ("Blog", "https://example.org/blog/")
    assert feed.feed.subtitle == "Blog"
    assert [tag.term for tag in feed.entries[0].tags] == ["Trust"]
    assert '<a href="https://example.org/x/">' in feed.entries[0].content[0].value
