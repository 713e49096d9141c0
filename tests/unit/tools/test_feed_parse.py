from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.unit.tools.feed_documents import SITE, SOUND, make_feed, make_item
from tools.publish.feeds.parse import parse_document
from tools.publish.feeds.rows import FeedError, Row


def parse_row(**said: str) -> Row:
    (row,) = parse_document(make_feed(make_item(**said))).rows
    return row


def test_an_item_becomes_a_row() -> None:
    row = parse_row()

    assert (row.guid, row.title, row.heading) == ("guid-76", "First draft", "#076 First draft")
    assert row.published == datetime(2026, 5, 15, 5, 30, tzinfo=UTC)
    assert row.link == f"{SITE}/podcast/first-draft/"
    assert (row.url, row.length, row.type) == (f"{SITE}{SOUND}", "1000", "audio/mpeg")


def test_the_channel_says_who_the_show_is() -> None:
    channel = parse_document(make_feed()).channel

    assert (channel.title, channel.guid) == ("Phone Notes", "show-guid")
    assert channel.feed_url == f"{SITE}/podcast/feed.xml"
    assert channel.image_url == f"{SITE}/media/cover-89abcdef.jpg"


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ({}, "#076"),
        ({"number": "7"}, "#007"),
        ({"number": "1234"}, "#1234"),
        ({"number": ""}, ""),
        ({"number": "", "extra": '<podcast:episode display="#7.5">7.5</podcast:episode>'}, "#7.5"),
        ({"extra": '<podcast:episode display="Chapter 3">76</podcast:episode>'}, "Chapter 3"),
        ({"number": "", "extra": "<podcast:episode>9</podcast:episode>"}, "#009"),
        ({"extra": "<itunes:episodeType>trailer</itunes:episodeType>"}, "Trailer"),
        ({"extra": "<itunes:episodeType>bonus</itunes:episodeType>"}, "Bonus"),
        ({"extra": "<itunes:episodeType>full</itunes:episodeType>"}, "#076"),
    ],
)  # fmt: skip
def test_an_episode_is_called_by_its_number_or_type(said: dict[str, str], label: str) -> None:
    assert parse_row(**said).label == label


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Fri, 15 May 2026 05:30:00 GMT", datetime(2026, 5, 15, 5, 30, tzinfo=UTC)),
        ("Fri, 15 May 2026 07:30:00 +0200", datetime(2026, 5, 15, 5, 30, tzinfo=UTC)),
        ("Fri, 15 May 2026 05:30:00 -0000", datetime(2026, 5, 15, 5, 30, tzinfo=UTC)),
        ("someday", "someday"),
        ("Fri, 45 May 2026 05:30:00 GMT", "Fri, 45 May 2026 05:30:00 GMT"),
        ("", ""),
    ],
)
def test_a_date_is_an_instant_or_stays_as_written(text: str, date: datetime | str) -> None:
    assert parse_row(date=text).published == date


def test_an_item_without_a_guid_is_known_by_its_audio() -> None:
    assert parse_row(guid="").guid == f"{SITE}{SOUND}"


def test_an_item_that_says_nothing_is_a_row_still() -> None:
    (row,) = parse_document(make_feed("<item/>")).rows

    assert row == Row(
        guid="", title="", label="", published="", link="", url="", length="", type=""
    )


def test_indentation_and_escapes_change_no_facet() -> None:
    chapters = '<psc:chapters>{0}<psc:chapter title="a"/>{0}</psc:chapters>'

    one = parse_row(notes="<p>Hi</p>", extra=chapters.format(""))
    other = parse_row(extra=chapters.format("\n  "))
    plain = make_feed(make_item(extra=chapters.format("\n"))).replace(
        b"<![CDATA[Words.]]>", b"&lt;p&gt;Hi&lt;/p&gt;"
    )

    assert one.facets["chapters"] == other.facets["chapters"]
    assert parse_document(plain).rows[0].facets == one.facets


def test_an_element_that_nobody_knows_is_a_facet_of_its_own() -> None:
    assert "other location" in parse_row(extra="<podcast:location>Leeds</podcast:location>").facets


BOMB = "<!DOCTYPE rss [<!ENTITY a 'boom'><!ENTITY b '&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (make_feed(before=BOMB), "it has a DOCTYPE, which no feed needs."),
        (make_feed(before="<!DOCTYPE rss>"), "it has a DOCTYPE, which no feed needs."),
        (make_feed(make_item(title="&b;"), before=BOMB), "it has a DOCTYPE, which no feed needs."),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "it is no RSS feed."),
        (b"<rss/>", "it is no RSS feed."),
    ],
)
def test_what_is_no_feed_is_told(content: bytes, message: str) -> None:
    with pytest.raises(FeedError) as caught:
        parse_document(content)

    assert str(caught.value) == message


@pytest.mark.parametrize("content", [b"", b"<rss>", make_feed()[:-20], b"\xff\xfe", b"not XML"])
def test_what_is_not_whole_is_told_with_what_the_parser_says(content: bytes) -> None:
    with pytest.raises(FeedError, match=r"^it is not whole XML: .+[^.]\.$"):
        parse_document(content)
