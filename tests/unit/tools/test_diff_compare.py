from __future__ import annotations

import pytest

from tests.unit.tools.feed_documents import SITE, SOUND, make_feed, make_item, older, reader
from tools.publish.diff.compare import compare_feeds
from tools.publish.feeds.follow import read_feed
from tools.publish.feeds.rows import Feed

PATH = "podcast/feed.xml"
CDN = "https://cdn.example"


def read(*items: str, path: str = PATH, **said: str) -> Feed:
    return read_feed(path, reader({path: make_feed(*items, **said)}))


def lines(old: Feed | None, new: Feed | None) -> list[str]:
    """Return what changes, an episode a line."""
    found = compare_feeds(old, new)
    show = [f"show: {', '.join(map(str, found.show))}"] if found.show else []
    changed = (
        f"{item.row.heading}: {', '.join(map(str, item.changes))}" for item in found.episodes
    )
    return [*show, *changed]


EPISODE_CHANGES = [
    ({"guid": "other"}, "re-identified (its guid was guid-76)"),
    (
        {"date": "Sat, 16 May 2026 05:30:00 GMT"},
        "re-dated (2026-05-15T05:30:00Z → 2026-05-16T05:30:00Z)",
    ),
    ({"date": "someday"}, "re-dated (2026-05-15T05:30:00Z → someday)"),
    ({"url": f"{SITE}/media/076-first-draft-fedcba98.mp3"}, "downloaded again"),
    ({"url": f"{SITE}/media/076-renamed-0123abcd.mp3"}, "downloaded again"),
    ({"url": "https://radio.example/076.mp3"}, "downloaded again"),
    ({"length": "1001"}, "downloaded again"),
    ({"url": f"{CDN}{SOUND}"}, "moved host"),
    ({"url": f"http://example.org{SOUND}"}, "moved host"),
    ({"type": "audio/mp4"}, "audio type changed (audio/mpeg → audio/mp4)"),
    ({"notes": "Other words."}, "notes edited"),
    ({"number": "77"}, "renumbered"),
    ({"link": f"{SITE}/podcast/draft/"}, "page moved"),
    ({"extra": "<itunes:title>Live</itunes:title>"}, "retitled (was “First draft”)"),
    ({"extra": '<itunes:image href="/media/a-89abcdef.jpg"/>'}, "art changed"),
    ({"extra": '<podcast:chapters url="/media/a-89abcdef.json"/>'}, "chapters changed"),
    ({"extra": '<psc:chapters><psc:chapter title="a"/></psc:chapters>'}, "chapters changed"),
    ({"extra": '<podcast:transcript url="/media/a-89abcdef.vtt"/>'}, "transcript changed"),
    ({"extra": "<itunes:duration>61</itunes:duration>"}, "duration changed"),
    ({"extra": "<podcast:alternateEnclosure/>"}, "other formats changed"),
    ({"extra": "<podcast:person>A guest</podcast:person>"}, "people changed"),
    ({"extra": "<podcast:soundbite>A moment</podcast:soundbite>"}, "soundbites changed"),
    ({"extra": "<itunes:explicit>true</itunes:explicit>"}, "explicit mark changed"),
    ({"extra": "<itunes:block>Yes</itunes:block>"}, "block for directories changed"),
    ({"extra": "<category>trust</category>"}, "tags changed"),
    (
        {"extra": "<podcast:txt/><podcast:location>Leeds</podcast:location>"},
        "other details changed (location, txt)",
    ),
]


@pytest.mark.parametrize(("said", "what"), EPISODE_CHANGES)
def test_every_change_of_an_episode_has_its_words(said: dict[str, str], what: str) -> None:
    number = f"#{int(said.get('number', 76)):03}"

    assert lines(read(make_item()), read(make_item(**said))) == [f"{number} First draft: {what}"]


def test_nothing_changes_if_nothing_does() -> None:
    assert lines(read(make_item()), read(make_item())) == []


def test_a_new_title_stands_in_the_line_and_the_old_one_behind() -> None:
    new = read(make_item(title="Second draft"))

    assert lines(read(make_item()), new) == ["#076 Second draft: retitled (was “First draft”)"]


def test_an_episode_is_new_or_gone() -> None:
    one, other = read(make_item()), read(make_item(guid="77", title="Tide", date="", url="/x.mp3"))

    assert lines(one, other) == ["#076 First draft: gone", "#076 Tide: new"]


def test_all_episodes_of_a_first_or_a_lost_feed_are_new_or_gone() -> None:
    assert lines(None, read(make_item())) == ["#076 First draft: new"]
    assert lines(read(make_item()), None) == ["#076 First draft: gone"]
    assert lines(None, None) == []


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Other", "date": "", "number": "1"},
        {"title": "Other", "date": "", "url": f"{CDN}/media/renamed-0123abcd.mp3"},
        {"url": f"{SITE}/media/076-first-draft-fedcba98.mp3", "length": "5"},
    ],
)
def test_an_episode_under_another_guid_is_known_by_its_audio_or_its_title_and_date(
    said: dict[str, str],
) -> None:
    (line,) = lines(read(make_item()), read(make_item(guid="other", **said)))

    assert "re-identified (its guid was guid-76)" in line


def test_one_lost_guid_is_claimed_once() -> None:
    new = read(make_item(guid="a"), make_item(guid="b", title="Copy", date=""))

    assert lines(read(make_item()), new) == [
        "#076 First draft: re-identified (its guid was guid-76)",
        "#076 Copy: new",
    ]


def test_audio_on_another_host_is_known_by_its_path() -> None:
    old = read(make_item(url="https://a.example/show/1.mp3?x=1"))

    moved = read(make_item(url="https://b.example/show/1.mp3?x=1"))
    other = read(make_item(url="https://a.example/show/1.mp3?x=2"))

    assert lines(old, moved) == ["#076 First draft: moved host"]
    assert lines(old, other) == ["#076 First draft: downloaded again"]


def test_a_guid_that_two_episodes_have_is_told_with_the_other_one() -> None:
    new = read(make_item(), make_item(title="Tide"))

    assert lines(read(make_item()), new) == [
        "#076 Tide: has the guid of another (#076 First draft)"
    ]


def test_episodes_stand_newest_first_with_those_without_a_date_last() -> None:
    dates = {
        "a": "Fri, 15 May 2026 05:30:00 GMT",
        "b": "Sun, 17 May 2026 05:30:00 GMT",
        "c": "someday",
        "d": "Sat, 16 May 2026 05:30:00 GMT",
    }

    new = read(*(make_item(guid=guid, title=guid, date=date) for guid, date in dates.items()))

    found = compare_feeds(None, new).episodes
    assert [item.row.title for item in found] == ["b", "d", "a", "c"]


NOTES = '<a href="{0}/podcast/first-draft/#t=5">x</a> <img src="{1}/media/desk-89abcdef.jpg">'


@pytest.mark.parametrize("moved", ["https://other.example/sub", f"{SITE}/sub", f"{SITE}.uk"])
def test_another_address_of_the_site_and_its_media_is_no_edit(moved: str) -> None:
    old = read(make_item(notes=NOTES.format(SITE, SITE)))

    new = read(
        make_item(
            notes=NOTES.format(moved, CDN),
            link=f"{moved}/podcast/first-draft/",
            url=f"{CDN}{SOUND}",
        ),
        own=f"{moved}/podcast/feed.xml",
        cover=f"{CDN}/media/cover-89abcdef.jpg",
    )

    assert lines(old, new) == [
        f"show: feed address moves ({SITE}/podcast/feed.xml → {moved}/podcast/feed.xml)",
        "#076 First draft: moved host",
    ]


def test_a_new_slug_moves_the_page_and_edits_no_notes() -> None:
    old = read(make_item(notes=f'<a href="{SITE}/podcast/first-draft/">Transcript</a>'))

    new = read(
        make_item(
            notes=f'<a href="{SITE}/podcast/draft/">Transcript</a>', link=f"{SITE}/podcast/draft/"
        )
    )

    assert lines(old, new) == ["#076 First draft: page moved"]


def test_a_renamed_file_with_the_same_bytes_is_no_change() -> None:
    extra = '<podcast:transcript url="{0}/media/{1}-89abcdef.vtt"/>'

    old = read(make_item(extra=extra.format(SITE, "one")))
    new = read(make_item(extra=extra.format(SITE, "other")))

    assert lines(old, new) == []


def test_an_episode_that_moves_into_an_archive_page_is_named_so() -> None:
    one, two = make_item(guid="1", title="One"), make_item(guid="2", title="Two", length="2")
    old = read(two, one)
    pages = {
        PATH: make_feed(two, extra=older("/podcast/archive/3.xml")),
        "podcast/archive/3.xml": make_feed(one, extra="<fh:archive/>"),
    }

    new = read_feed(PATH, reader(pages))

    assert lines(old, new) == ["#076 One: moved into archive page 3"]
    assert lines(new, old) == ["#076 One: moved back into the feed"]


SHOW_CHANGES = [
    ({"guid": "other"}, "podcast guid changed (show-guid → other)"),
    ({"title": "Other"}, "renamed (was “Phone Notes”)"),
    ({"extra": "<itunes:title>Other</itunes:title>"}, "renamed (was “Phone Notes”)"),
    (
        {"own": "https://feeds.example/notes"},
        f"feed address moves ({SITE}/podcast/feed.xml → https://feeds.example/notes)",
    ),
    ({"cover": f"{SITE}/media/cover-fedcba98.jpg"}, "art changed"),
    ({"extra": "<description>Other</description>"}, "description edited"),
    ({"extra": "<itunes:author>Dave</itunes:author>"}, "author changed"),
    ({"extra": "<podcast:locked>yes</podcast:locked>"}, "owner changed"),
    ({"extra": '<itunes:category text="Arts"/>'}, "categories changed"),
    ({"extra": "<language>es</language>"}, "language changed"),
    ({"extra": "<itunes:type>serial</itunes:type>"}, "type changed"),
    ({"extra": "<itunes:explicit>true</itunes:explicit>"}, "explicit mark changed"),
    ({"extra": "<itunes:block>Yes</itunes:block>"}, "block for directories changed"),
    (
        {"extra": "<itunes:new-feed-url>https://x.example</itunes:new-feed-url>"},
        "new address for apps changed",
    ),
    ({"extra": "<itunes:complete>Yes</itunes:complete>"}, "mark of its end changed"),
    ({"extra": "<podcast:person>Dave</podcast:person>"}, "people changed"),
    ({"extra": '<podcast:funding url="x"/>'}, "funding changed"),
    ({"extra": "<copyright>Dave</copyright>"}, "copyright changed"),
    ({"extra": '<podcast:trailer url="x"/>'}, "trailer changed"),
    ({"extra": f"<link>{SITE}/show/</link>"}, "page moved"),
    ({"extra": '<atom:link rel="hub" href="x"/>'}, "other details changed (link)"),
]


@pytest.mark.parametrize(("said", "what"), SHOW_CHANGES)
def test_every_change_of_a_show_has_its_words(said: dict[str, str], what: str) -> None:
    assert lines(read(), read(**said)) == [f"show: {what}"]


@pytest.mark.parametrize(
    "extra",
    [
        "<lastBuildDate>Fri, 15 May 2026 05:30:00 GMT</lastBuildDate>",
        "<pubDate>Fri, 15 May 2026 05:30:00 GMT</pubDate>",
        "<generator>Other</generator>",
        "<fh:complete/>",
        '<atom:link rel="current" href="x"/>',
    ],
)
def test_what_follows_from_the_episodes_is_no_change_of_the_show(extra: str) -> None:
    assert lines(read(), read(extra=extra)) == []


def test_a_feed_that_leaves_its_path_leaves_its_subscribers() -> None:
    new = read(path="notes/feed.xml", own=f"{SITE}/notes/feed.xml")

    assert lines(read(), new) == [
        "show: feed leaves its address (/podcast/feed.xml → /notes/feed.xml)"
    ]
