"""Every element of the feed, from what an author writes to what an independent reader finds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.clients.spec_reader import Element, read
from tests.site.sites import MP3, OPUS, Built, build, picture

GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
SHOW: dict[str, Any] = {
    "key": "podcast",
    "title": "Calls & Callers",
    "description": "One call a day, <3.",
    "author": "Dave",
    "categories": ["Business: Careers", "Health & Fitness"],
    "guid": "1406459e-3d7f-578c-91ab-080b8a6e884a",
    "language": "en-GB",
    "itunes_title": "Calls",
    "owner_name": "Dave",
    "owner_email": "dave@example.org",
    "explicit": True,
    "type": "serial",
    "copyright": "Dave",
    "license": "My terms",
    "license_url": "https://example.org/terms",
    "locked": False,
    "medium": "audiobook",
    "hosts": ["Dave"],
    "credits": ["The desk role=producer href=https://example.org/desk"],
    "funding": {"https://example.org/give?a=1&b=2": "Support the show"},
    "seasons": {2: "The telephone"},
    "new_feed_url": "https://new.example.org/feed/",
    "block": True,
    "block_services": ["spotify"],
    "complete": True,
    "apple_verify": "abc-123",
    "managing_editor": "dave@example.org (Dave)",
    "web_master": "web@example.org (The desk)",
    "topics": ["coaching", "calls domain=https://example.org/words"],
    "ttl": 60,
    "hubs": ["https://hub.example.org/"],
    "locations": ["London geo=51.5,-0.12 osm=R65606 country=GB rel=creator"],
    "texts": ["xyz purpose=verify"],
    "images": ['images/wide.jpg alt="A desk" purpose="banner social"'],
    "thumbnail": "images/wide.jpg",
    "podroll": [f"Another show feedGuid={GUID} feedUrl=https://x.example.org/f.xml"],
    "publisher": f"feedGuid={GUID} feedUrl=https://x.example.org/p.xml",
    "update_frequency": "Daily rrule=FREQ=DAILY;COUNT=9 dtstart=2026-01-05 complete=yes",
    "value": ["Dave address=dave@example.org split=100"],
    "value_method": "lightning lnaddress suggested=0.00000005000",
    "chat": "irc.example.org irc space=#dave accountId=dave",
    "social": ["activitypub https://social.example.org/@dave accountId=@dave"],
    "podping": True,
    "country_of_origin": "gb",
}  # fmt: skip
TRAILER = "Title: What this is\nDate: 2026-01-01 08:00\nType: trailer\nSeason: 2\n\nListen.\n"
EPISODE = f"""\
Title: Unwanted callers
Date: 2026-02-05 07:30
Episode: 75
EpisodeDisplay: Chapter 75
Season: 2
Type: full
Guid: to the letter & beyond
Explicit: no
AppTitle: Callers, unwanted
Block: yes
Tags: trust, telephone
Image: cover.jpg
Guests: A listener
Credits: Dave role="audio editor"
Soundbite: 00:12 15 The question to ask
Location: Leeds
License: cc-by-4.0
Funding: https://example.org/coffee A coffee
Value: Dave address=02d5c1bf8b type=node split=90 customKey=7 customValue=x
    A guest address=03aa type=node split=10 fee=yes
ValueSplit: 00:05 10 feedGuid={GUID} itemGuid=i1 remotePercentage=95 remoteStartTime=3
Txt: false purpose=ai-content
Images: https://img.example.org/1.jpg alt="One" aspect-ratio=4/3 width=800 type=image/jpeg
Thumbnail: /images/wide.jpg
Chat: chat.example.org matrix space=#calls:example.org
SocialInteract: activitypub https://social.example.org/@dave/1 priority=1
ContentLink: https://video.example.org/75 Watch it
Comments: https://example.org/forum/75
Source: https://example.org/old.xml Another show
Alternates: short.opus title=Short lang=en rel=trailer
    https://video.example.org/75.mp4 type=video/mp4 length=1000 height=720 bitrate=900000
Modified: 2026-02-07 10:00

Words & more.

## Chapters

00:00 Hello & welcome
00:10 [The list](https://example.org/list?a=1&b=2)
"""
VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Dave>Hello &amp; welcome.\n"
FILES: dict[str, str | bytes] = {
    "episodes/074-what.md": TRAILER,
    "episodes/074-what.mp3": MP3 + b"\0",
    "episodes/075-callers.md": EPISODE,
    "episodes/075-callers.mp3": MP3,
    "episodes/075-callers.vtt": VTT,
    "episodes/cover.jpg": picture(1500, 1500),
    "episodes/short.opus": OPUS,
    "images/wide.jpg": picture(1920, 1080),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("every-element")
    found = build(folder, FILES, PODCASTS=[SHOW], SITEURL="https://example.org")
    assert found.is_good, found.told
    return found


@pytest.fixture(scope="module")
def channel(built: Built) -> Element:
    return read((built.output / "podcast/feed.xml").read_bytes())


@pytest.fixture(scope="module")
def item(channel: Element) -> Element:
    return channel.all("item")[0]


def media(built: Built, pattern: str) -> str:
    (found,) = [path for path in built.output.glob("media/*") if re.match(pattern, path.name)]
    return f"https://example.org/media/{found.name}"


CHANNEL_TEXTS = {
    "title": "Calls & Callers",
    "link": "https://example.org/podcast/",
    "description": "One call a day, <3.",
    "language": "en-GB",
    "copyright": "Dave",
    "managingEditor": "dave@example.org (Dave)",
    "webMaster": "web@example.org (The desk)",
    "ttl": "60",
    "docs": "https://www.rssboard.org/rss-specification",
    "pubDate": "Thu, 05 Feb 2026 07:30:00 +0000",
    "lastBuildDate": "Sat, 07 Feb 2026 10:00:00 +0000",
    "itunes:title": "Calls",
    "itunes:author": "Dave",
    "itunes:explicit": "true",
    "itunes:type": "serial",
    "itunes:new-feed-url": "https://new.example.org/feed/",
    "itunes:block": "Yes",
    "itunes:complete": "Yes",
    "itunes:applepodcastsverify": "abc-123",
    "podcast:guid": "1406459e-3d7f-578c-91ab-080b8a6e884a",
    "podcast:medium": "audiobook",
    "spotify:countryOfOrigin": "gb",
    "fh:complete": "",
}


@pytest.mark.parametrize("name", CHANNEL_TEXTS)
def test_a_channel_says_each_text(channel: Element, name: str) -> None:
    assert [element.text for element in channel.all(name)] == [CHANNEL_TEXTS[name]]


def test_a_channel_says_everything_that_has_parts(built: Built, channel: Element) -> None:
    wide = media(built, r"wide-[0-9a-f]{8}\.jpg")
    cover = channel.all("itunes:image")[0].attributes["href"]
    remote = {"feedGuid": GUID, "title": "Another show", "feedUrl": "https://x.example.org/f.xml"}
    expected = {
        "atom:link": [
            ("", {"href": "https://example.org/podcast/feed.xml", "rel": "self",
                  "type": "application/rss+xml"}),
            ("", {"href": "https://hub.example.org/", "rel": "hub"}),
        ],
        "category": [("coaching", {}), ("calls", {"domain": "https://example.org/words"})],
        "itunes:image": [("", {"href": cover})],
        "podcast:locked": [("no", {"owner": "dave@example.org"})],
        "podcast:block": [("yes", {}), ("yes", {"id": "spotify"})],
        "podcast:person": [
            ("Dave", {"role": "host", "href": "https://example.org/people/dave/"}),
            ("The desk", {"role": "producer", "group": "creative direction",
                          "href": "https://example.org/desk"}),
        ],
        "podcast:location": [("London", {"rel": "creator", "geo": "geo:51.5,-0.12",
                                         "osm": "R65606", "country": "GB"})],
        "podcast:funding": [("Support the show", {"url": "https://example.org/give?a=1&b=2"})],
        "podcast:license": [("My terms", {"url": "https://example.org/terms"})],
        "podcast:trailer": [
            ("What this is", {"url": media(built, r"074-what-[0-9a-f]{8}\.mp3"),
                              "pubdate": "Thu, 01 Jan 2026 08:00:00 GMT",
                              "length": str(len(MP3) + 1), "type": "audio/mpeg", "season": "2"}),
        ],
        "podcast:updateFrequency": [
            ("Daily", {"rrule": "FREQ=DAILY;COUNT=9", "dtstart": "2026-01-05",
                       "complete": "true"}),
        ],
        "podcast:txt": [("xyz", {"purpose": "verify"})],
        "podcast:image": [
            ("", {"href": wide, "alt": "A desk", "aspect-ratio": "16/9", "width": "1920",
                  "height": "1080", "type": "image/jpeg", "purpose": "banner social"}),
            ("", {"href": wide, "aspect-ratio": "16/9", "width": "1920", "height": "1080",
                  "type": "image/jpeg"}),
        ],
        "media:thumbnail": [("", {"url": wide, "width": "1920", "height": "1080"})],
        "podcast:podping": [("", {"usesPodping": "true"})],
        "podcast:chat": [("", {"server": "irc.example.org", "protocol": "irc",
                               "accountId": "dave", "space": "#dave"})],
        "podcast:socialInteract": [
            ("", {"protocol": "activitypub", "uri": "https://social.example.org/@dave",
                  "accountId": "@dave"}),
        ],
    }  # fmt: skip

    assert {name: said(channel, name) for name in expected} == expected
    assert said(channel.all("podcast:podroll")[0], "podcast:remoteItem") == [("", remote)]
    assert said(channel.all("podcast:publisher")[0], "podcast:remoteItem") == [
        ("", {"feedGuid": GUID, "feedUrl": "https://x.example.org/p.xml", "medium": "publisher"})
    ]
    assert [(e.attributes, [c.attributes for c in e.children])
            for e in channel.all("itunes:category")] == [
        ({"text": "Business"}, [{"text": "Careers"}]),
        ({"text": "Health & Fitness"}, []),
    ]  # fmt: skip
    owner = channel.all("itunes:owner")[0]
    assert [(child.name, child.text) for child in owner.children] == [
        ("itunes:name", "Dave"), ("itunes:email", "dave@example.org"),
    ]  # fmt: skip
    image = channel.all("image")[0]
    assert {child.name: child.text for child in image.children} == {
        "url": cover, "title": "Calls & Callers", "link": "https://example.org/podcast/",
    }  # fmt: skip


def said(element: Element, name: str) -> list[tuple[str, dict[str, str]]]:
    return [(child.text, child.attributes) for child in element.all(name)]


ITEM_TEXTS = {
    "title": "Unwanted callers",
    "link": "https://example.org/podcast/callers/",
    "guid": "to the letter & beyond",
    "pubDate": "Thu, 05 Feb 2026 07:30:00 +0000",
    "comments": "https://example.org/forum/75",
    "itunes:title": "Callers, unwanted",
    "itunes:duration": "30",
    "itunes:explicit": "false",
    "itunes:author": "Dave",
    "itunes:episode": "75",
    "itunes:season": "2",
    "itunes:episodeType": "full",
    "itunes:block": "Yes",
}


@pytest.mark.parametrize("name", ITEM_TEXTS)
def test_an_item_says_each_text(item: Element, name: str) -> None:
    assert [element.text for element in item.all(name)] == [ITEM_TEXTS[name]]


def test_an_item_says_everything_that_has_parts(built: Built, item: Element) -> None:
    audio = media(built, r"075-callers-[0-9a-f]{8}\.mp3")
    expected = {
        "guid": [("to the letter & beyond", {"isPermaLink": "false"})],
        "enclosure": [("", {"url": audio, "length": str(len(MP3)), "type": "audio/mpeg"})],
        "category": [("trust", {}), ("telephone", {})],
        "source": [("Another show", {"url": "https://example.org/old.xml"})],
        "podcast:season": [("2", {"name": "The telephone"})],
        "podcast:episode": [("75", {"display": "Chapter 75"})],
        "podcast:chapters": [("", {"url": media(built, r"075-callers-[0-9a-f]{8}\.chapters\.json"),
                                   "type": "application/json+chapters"})],
        "podcast:person": [
            ("Dave", {"role": "host", "href": "https://example.org/people/dave/"}),
            ("A listener", {"role": "guest", "href": "https://example.org/people/a-listener/"}),
            ("Dave", {"role": "audio editor", "group": "audio post-production",
                      "href": "https://example.org/people/dave/"}),
            ("The desk", {"role": "producer", "group": "creative direction",
                          "href": "https://example.org/desk"}),
        ],
        "podcast:soundbite": [("The question to ask", {"startTime": "12", "duration": "15"})],
        "podcast:location": [("Leeds", {})],
        "podcast:license": [("cc-by-4.0", {})],
        "podcast:funding": [("A coffee", {"url": "https://example.org/coffee"})],
        "podcast:txt": [("false", {"purpose": "ai-content"})],
        "podcast:chat": [("", {"server": "chat.example.org", "protocol": "matrix",
                               "space": "#calls:example.org"})],
        "podcast:socialInteract": [
            ("", {"protocol": "activitypub", "uri": "https://social.example.org/@dave/1",
                  "priority": "1"}),
        ],
        "podcast:contentLink": [("Watch it", {"href": "https://video.example.org/75"})],
    }  # fmt: skip

    assert {name: said(item, name) for name in expected} == expected
    assert said(item, "podcast:image")[0] == (
        "", {"href": "https://img.example.org/1.jpg", "alt": "One", "aspect-ratio": "4/3",
             "width": "800", "type": "image/jpeg"},
    )  # fmt: skip
    chapters = item.all("psc:chapters")[0]
    assert [child.attributes for child in chapters.children] == [
        {"start": "00:00:00.000", "title": "Hello & welcome"},
        {"start": "00:00:10.000", "title": "The list", "href": "https://example.org/list?a=1&b=2"},
    ]
    assert {element.attributes["type"] for element in item.all("podcast:transcript")} >= {
        "text/vtt"
    }


def test_an_item_says_who_gets_what(item: Element) -> None:
    (value,) = item.all("podcast:value")

    assert value.attributes == {"type": "lightning", "method": "keysend"}
    assert said(value, "podcast:valueRecipient") == [
        ("", {"name": "Dave", "type": "node", "address": "02d5c1bf8b", "split": "90",
              "customKey": "7", "customValue": "x"}),
        ("", {"name": "A guest", "type": "node", "address": "03aa", "split": "10", "fee": "true"}),
    ]  # fmt: skip
    (split,) = value.all("podcast:valueTimeSplit")
    assert split.attributes == {
        "startTime": "5", "duration": "10", "remoteStartTime": "3", "remotePercentage": "95",
    }  # fmt: skip
    assert said(split, "podcast:remoteItem") == [("", {"feedGuid": GUID, "itemGuid": "i1"})]


def test_an_item_offers_its_other_recordings(item: Element) -> None:
    main, short, video = item.all("podcast:alternateEnclosure")

    assert (main.attributes["default"], main.attributes["length"]) == ("true", str(len(MP3)))
    assert {**short.attributes, "bitrate": ""} == {
        "type": "audio/ogg", "length": str(len(OPUS)), "codecs": "opus", "title": "Short",
        "lang": "en", "rel": "trailer", "bitrate": "",
    }  # fmt: skip
    assert video.attributes == {
        "type": "video/mp4", "length": "1000", "height": "720", "bitrate": "900000",
    }  # fmt: skip
    assert [child.name for child in main.children] == ["podcast:source", "podcast:integrity"]
    assert said(video, "podcast:source") == [("", {"uri": "https://video.example.org/75.mp4"})]


def test_a_part_repeats_no_proof_of_ownership_and_no_move(built: Built) -> None:
    part = read((built.output / "tags/trust/podcast.xml").read_bytes())

    absent = ("itunes:applepodcastsverify", "podcast:txt", "itunes:new-feed-url", "podcast:podping")
    assert {name: part.all(name) for name in absent} == {name: [] for name in absent}
    assert part.text_of("podcast:guid") != SHOW["guid"]
    assert [item.text_of("guid") for item in part.all("item")] == ["to the letter & beyond"]


def test_a_feed_declares_no_namespace_that_it_does_not_use(tmp_path: Path) -> None:
    text = "Title: One\nDate: 2026-01-01\nSlug: one\n\nWords.\n"
    plain: dict[str, str | bytes] = {"episodes/001.md": text, "episodes/001.mp3": MP3}
    show = {name: SHOW[name] for name in ("key", "title", "description", "author", "categories",
                                          "guid")}  # fmt: skip
    found = build(tmp_path, plain, PODCASTS=[show]).xml("podcast/feed.xml").nsmap

    assert sorted(str(prefix) for prefix in found) == ["atom", "content", "fh", "itunes", "podcast"]
