from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from zoneinfo import ZoneInfo

import podcastparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.podcast.feed import Part
from plugins.podcast.model import (
    Episode,
    EpisodeType,
    Extras,
    Funding,
    License,
    Person,
    Soundbite,
)
from tests.unit.builders import (
    DATE,
    make_chapter,
    make_enclosure,
    make_episode,
    make_image,
    make_show,
    render_feed,
)

NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
    "fh": "http://purl.org/syndication/history/1.0",
}
# What XML 1.0 can hold; control characters are refused where they are read.
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"))
TEXT = st.text(LETTERS, max_size=40)
WORDS = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
DATES = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001 made aware below


def render(*episodes: Episode, part: Part | None = None, **said: Any) -> bytes:
    return render_feed(make_show(**said), episodes, part)


def channel_of(feed: bytes) -> etree._Element:
    channel = etree.fromstring(feed).find("channel")
    assert channel is not None
    return channel


def item_of(episode: Episode) -> etree._Element:
    item = channel_of(render(episode)).find("item")
    assert item is not None
    return item


def text_of(element: etree._Element, path: str) -> str | None:
    return element.findtext(path, namespaces=NS)


def attributes(element: etree._Element, path: str) -> list[dict[str, str]]:
    return [
        {str(k): str(v) for k, v in found.attrib.items()} for found in element.findall(path, NS)
    ]


def make_part(**said: Any) -> Part:
    return Part(
        **{
            "title": "Trust", "description": "About trust.", "path": "/tags/trust/",
            "feed_path": "/tags/trust/podcast.xml", "image": None, "is_open": False,
            "guid": "5f1e0c0a-7d0c-5c4e-9b7a-0d8f1a2b3c4d", **said,
        }
    )  # fmt: skip


@given(WORDS, TEXT, WORDS)
def test_any_words_come_back_as_they_were(title: str, summary: str, guid: str) -> None:
    episode = make_episode(title=title, summary=summary, guid=guid)

    feed = render(episode, title=title, description=title)
    item = channel_of(feed).find("item")

    assert item is not None
    assert (text_of(item, "title"), text_of(item, "guid")) == (title, guid)
    assert render(episode, title=title, description=title) == feed


@given(WORDS, WORDS)
def test_a_podcast_app_reads_any_words(title: str, summary: str) -> None:
    episode = make_episode(title=title, summary=summary, number=75)
    text = render(episode).decode().split("?>", 1)[1]

    found = podcastparser.parse("https://example.org/podcast/feed.xml", io.StringIO(text))

    (item,) = found["episodes"]
    assert item["title"].split() == title.split()
    assert item["guid"] == "episode-guid"
    assert (item["number"], item["total_time"], item["published"]) == (75, 65, DATE.timestamp())
    assert item["enclosures"] == [
        {
            "file_size": 412_345,
            "mime_type": "audio/mpeg",
            "url": "https://example.org/media/075-calls-12345678.mp3",
        }
    ]


@given(st.lists(DATES, min_size=1, max_size=5), st.none() | DATES)
def test_the_feed_was_built_when_the_newest_of_dates_and_changes_was(
    dates: list[datetime], modified: datetime | None
) -> None:
    aware = [date.replace(tzinfo=UTC, microsecond=0) for date in dates]
    change = modified.replace(tzinfo=UTC, microsecond=0) if modified else None
    episodes = [make_episode(guid=str(n), published=date) for n, date in enumerate(aware)]
    episodes += [make_episode(guid="x", published=aware[0], modified=change)]

    channel = channel_of(render(*episodes))

    built = parsedate_to_datetime(text_of(channel, "lastBuildDate") or "")
    assert built == max([*aware, *([change] if change else [])])
    assert parsedate_to_datetime(text_of(channel, "pubDate") or "") == max(aware)


@given(st.permutations(["a", "b", "c", "d"]))
def test_episodes_stand_newest_first_whatever_their_order(guids: list[str]) -> None:
    dates = {"a": 0, "b": 1, "c": 1, "d": 2}
    episodes = [make_episode(guid=g, published=DATE + timedelta(days=dates[g])) for g in guids]

    found = [node.text for node in channel_of(render(*episodes)).iter("guid")]

    assert found == ["d", "b", "c", "a"]


def test_a_long_show_is_whole_in_its_feed() -> None:
    """Other systems stop at 10 or 100 items without a word."""
    episodes = [make_episode(guid=f"{number:03d}") for number in range(150)]

    assert len(channel_of(render(*episodes)).findall("item")) == 150


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/St_Johns"])
def test_dates_are_those_of_rfc_2822(zone: str) -> None:
    published = DATE.astimezone(ZoneInfo(zone))
    item = item_of(make_episode(published=published))

    text = text_of(item, "pubDate") or ""

    assert parsedate_to_datetime(text) == DATE
    assert text[:5] == "Thu, "


def test_a_show_without_episodes_is_a_feed_without_a_time_of_the_machine() -> None:
    channel = channel_of(render())

    assert channel.find("lastBuildDate") is None
    assert channel.find("pubDate") is None


def test_a_channel_says_who_and_what_it_is() -> None:
    channel = channel_of(
        render(owner_email="dave@example.org", hosts=(Person(name="Dave", path="/people/dave/"),),
               extras=Extras(license=License(name="cc-by-4.0"),
                             funding=(Funding(url="https://example.org/give", text="Support"),)),
               copyright="Dave")
    )  # fmt: skip

    assert text_of(channel, "podcast:guid") == "4742f4c2-f9ef-519e-9f1f-105bbb16369c"
    assert text_of(channel, "itunes:owner/itunes:name") == "Dave"
    assert text_of(channel, "itunes:owner/itunes:email") == "dave@example.org"
    assert attributes(channel, "podcast:locked") == [{"owner": "dave@example.org"}]
    assert attributes(channel, "itunes:category/itunes:category") == [{"text": "Careers"}]
    assert attributes(channel, "podcast:person") == [
        {"role": "host", "href": "https://example.org/people/dave/"}
    ]
    assert attributes(channel, "podcast:funding") == [{"url": "https://example.org/give"}]
    assert (text_of(channel, "podcast:license"), text_of(channel, "copyright")) == (
        "cc-by-4.0", "Dave",
    )  # fmt: skip


def test_a_channel_says_nothing_that_is_not_known() -> None:
    channel = channel_of(render())

    names = ("itunes:owner", "itunes:block", "podcast:block", "podcast:license", "copyright",
             "podcast:trailer", "podcast:funding", "podcast:person")  # fmt: skip
    assert [name for name in names if channel.find(name, NS) is not None] == []
    assert attributes(channel, "podcast:locked") == [{}]


def test_an_item_says_what_its_episode_is() -> None:
    item = item_of(
        make_episode(
            number=75, season=2, type=EpisodeType.BONUS, is_explicit=True,
            show=make_show(season_names=((2, "The telephone"),)),
            soundbites=(
                Soundbite(start=timedelta(0), duration=timedelta(seconds=20.25), title="Ask"),
            ),
        )
    )  # fmt: skip

    names = ("episode", "season", "episodeType", "explicit", "duration", "author")
    assert [text_of(item, f"itunes:{name}") for name in names] == [
        "75", "2", "bonus", "true", "65", "Dave",
    ]  # fmt: skip
    assert attributes(item, "podcast:season") == [{"name": "The telephone"}]
    assert attributes(item, "podcast:soundbite") == [{"startTime": "0", "duration": "20.25"}]
    assert attributes(item, "podcast:episode") == [{"display": "Bonus"}]


def test_an_episode_without_number_or_season_says_none() -> None:
    item = item_of(make_episode())

    names = ("itunes:episode", "itunes:season", "podcast:episode", "podcast:season")
    assert [name for name in names if item.find(name, NS) is not None] == []


def test_chapters_are_in_the_item_its_notes_and_a_file() -> None:
    episode = make_episode(
        chapters=(make_chapter(0, "A & B", "https://x.org/"), make_chapter(3725.5, "C")),
        chapters_path="/media/075.chapters.json",
    )

    item = item_of(episode)

    assert attributes(item, "psc:chapters/psc:chapter") == [
        {"start": "00:00:00.000", "title": "A & B", "href": "https://x.org/"},
        {"start": "01:02:05.500", "title": "C"},
    ]
    assert text_of(item, "content:encoded") == "<p>00:00:00 A &amp; B<br/>01:02:05 C</p>"
    assert attributes(item, "podcast:chapters")[0]["url"] == (
        "https://example.org/media/075.chapters.json"
    )


def test_guests_bring_the_hosts_into_the_item_and_hosts_alone_are_not_repeated() -> None:
    dave, ann = Person(name="Dave"), Person(name="Ann", role="guest")
    show = make_show(hosts=(dave,))

    assert attributes(item_of(make_episode(show=show, persons=(dave,))), "podcast:person") == []
    assert attributes(item_of(make_episode(show=show, persons=(dave, ann))), "podcast:person") == [
        {"role": "host"},
        {"role": "guest"},
    ]


def test_alternates_come_after_the_main_enclosure_with_their_digests() -> None:
    opus = make_enclosure(path="/media/075.opus", type="audio/ogg", codecs="opus", bitrate=24_000)
    item = item_of(make_episode(alternates=(opus,)))

    found = attributes(item, "podcast:alternateEnclosure")

    assert [(e["type"], e.get("default"), e.get("bitrate")) for e in found] == [
        ("audio/mpeg", "true", None), ("audio/ogg", None, "24000"),
    ]  # fmt: skip
    assert attributes(item, "podcast:alternateEnclosure/podcast:integrity")[0] == {
        "type": "sri",
        "value": "sha256-EjRWeBI0VngSNFZ4EjRWeBI0VngSNFZ4EjRWeBI0Vng=",
    }


def test_trailers_introduce_the_show_newest_first() -> None:
    trailers = [
        make_episode(guid=str(n), title=f"Trailer {n}", type=EpisodeType.TRAILER, season=n,
                     published=DATE + timedelta(days=n))
        for n in (1, 2)
    ]  # fmt: skip

    channel = channel_of(render(*trailers))

    assert [element.text for element in channel.findall("podcast:trailer", NS)] == [
        "Trailer 2", "Trailer 1",
    ]  # fmt: skip
    assert attributes(channel, "podcast:trailer")[:1] == [
        {
            "url": "https://example.org/media/075-calls-12345678.mp3",
            "pubdate": "Sat, 14 Mar 2026 07:30:00 GMT",
            "length": "412345",
            "type": "audio/mpeg",
            "season": "2",
        }
    ]


def test_a_part_is_a_show_of_its_own_that_directories_leave_alone() -> None:
    channel = channel_of(render(make_episode(), part=make_part()))

    assert text_of(channel, "title") == "The Daily Dave: Trust"
    assert text_of(channel, "description") == "About trust."
    assert text_of(channel, "itunes:block") == "Yes"
    assert text_of(channel, "podcast:guid") == "5f1e0c0a-7d0c-5c4e-9b7a-0d8f1a2b3c4d"
    assert attributes(channel, "atom:link")[0]["href"] == (
        "https://example.org/tags/trust/podcast.xml"
    )  # fmt: skip


def test_an_open_part_may_be_listed_and_one_without_words_has_those_of_its_show() -> None:
    channel = channel_of(render(make_episode(), part=make_part(is_open=True, description="")))

    assert channel.find("itunes:block", NS) is None
    assert text_of(channel, "description") == "One call a day."


@pytest.mark.parametrize(
    ("width", "expected"), [(1400, "/media/own.jpg"), (1401, "/media/cover-8c9d0e1f.jpg")]
)
def test_a_part_has_its_own_picture_if_that_is_square(width: int, expected: str) -> None:
    image = make_image(path="/media/own.jpg", width=width, height=1400)

    channel = channel_of(render(make_episode(), part=make_part(image=image)))

    assert text_of(channel, "image/url") == f"https://example.org{expected}"
