from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.discovery.head import entry_head
from plugins.discovery.json_ld import describe, dump, podcast_series
from plugins.entries.model import Entry
from plugins.podcast.model import Person
from tests.unit.discovery.builders import (
    make_chapter,
    make_enclosure,
    make_entry,
    make_episode,
    make_episode_entry,
    make_image,
    make_label,
    make_page,
    make_show,
    make_site,
    make_transcript,
)

AWKWARD = st.text() | st.sampled_from(
    ["</script>", "<!-- <script>", "\"'\\", "🎉 & co.", "\x00\x1b\x7f\u2028\u2029", "]]>", "&lt;"]
)


def parsed(entry: Entry) -> Any:
    return json.loads(dump(describe(entry, make_site(), None)))


def test_a_post_is_a_blog_posting() -> None:
    entry = make_entry(
        modified=datetime(2026, 4, 1, 8, 0, tzinfo=UTC),
        authors=(make_label("Dave", "people"),),
        tags=(make_label("Trust"),),
        series="The Fundamentals",
        part=7,
    )

    assert json.loads(dump(describe(entry, make_site(), make_image()))) == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": "Listen first",
        "name": "Listen first",
        "description": "Why the ear comes first.",
        "url": "https://example.org/blog/listen/",
        "mainEntityOfPage": "https://example.org/blog/listen/",
        "inLanguage": "en",
        "image": {
            "@type": "ImageObject",
            "url": "https://example.org/media/desk-0a1b2c3d.jpg",
            "width": 1200,
            "height": 630,
            "caption": "A desk",
        },
        "datePublished": "2026-03-12T07:30:00Z",
        "dateModified": "2026-04-01T08:00:00Z",
        "author": [{"@type": "Person", "name": "Dave", "url": "https://example.org/people/dave/"}],
        "publisher": {
            "@type": "Organization",
            "name": "Phone Notes",
            "url": "https://example.org/",
        },
        "keywords": ["Trust"],
        "isPartOf": {"@type": "CreativeWorkSeries", "name": "The Fundamentals"},
        "position": 7,
    }


def test_a_page_has_no_date_to_tell() -> None:
    page = parsed(make_page())

    assert page["@type"] == "WebPage"
    assert "datePublished" not in page


def test_an_episode_names_its_audio_as_measured() -> None:
    opus = make_enclosure(path="/media/a.opus", type="audio/ogg", length_bytes=1000)

    audio = parsed(make_episode_entry(make_episode(alternates=(opus,))))["associatedMedia"]

    assert audio[0] == {
        "@type": "AudioObject",
        "contentUrl": "https://example.org/media/075-calls-12345678.mp3",
        "encodingFormat": "audio/mpeg",
        "duration": "PT1M5S",
        "contentSize": "412345",
    }
    assert audio[1]["contentUrl"] == "https://example.org/media/a.opus"


def test_an_episode_belongs_to_its_series_and_season() -> None:
    show = make_show(season_names=((2, "Objections"),))

    episode = parsed(make_episode_entry(make_episode(show=show)))

    assert (episode["@type"], episode["episodeNumber"], episode["duration"]) == (
        "PodcastEpisode",
        75,
        "PT1M5S",
    )
    assert episode["partOfSeries"] == {
        "@type": "PodcastSeries",
        "name": "The Daily Dave",
        "url": "https://example.org/podcast/",
        "webFeed": "https://example.org/podcast/feed.xml",
    }
    assert episode["partOfSeason"] == {
        "@type": "PodcastSeason",
        "name": "Objections",
        "seasonNumber": 2,
        "url": "https://example.org/podcast/season/2/",
    }


def test_a_trailer_without_number_and_season_claims_neither() -> None:
    episode = parsed(make_episode_entry(make_episode(number=None, season=None)))

    assert {"episodeNumber", "partOfSeason", "hasPart"} & set(episode) == set()


def test_those_who_are_heard_are_actors_and_the_show_s_author_is_the_author() -> None:
    guest = Person(name="Ana", role="guest", path="/people/ana/")

    episode = parsed(make_episode_entry(make_episode(persons=(guest,))))

    assert episode["author"] == [{"@type": "Person", "name": "Dave"}]
    assert episode["actor"] == [
        {"@type": "Person", "name": "Ana", "url": "https://example.org/people/ana/"}
    ]


def test_an_episode_with_an_author_of_its_own_is_by_that_one() -> None:
    episode = parsed(make_episode_entry(authors=(make_label("The desk", "people"),)))

    assert [author["name"] for author in episode["author"]] == ["The desk"]


def test_chapters_are_clips_that_end_where_the_next_begins() -> None:
    chapters = (make_chapter(0, "Hello"), make_chapter(20.5, "The call"))

    clips = parsed(make_episode_entry(make_episode(chapters=chapters)))["hasPart"]

    assert [(clip["name"], clip["startOffset"], clip["endOffset"]) for clip in clips] == [
        ("Hello", 0, 20.5),
        ("The call", 20.5, 65),
    ]
    assert [clip["url"] for clip in clips] == [
        "https://example.org/podcast/calls/#t=0",
        "https://example.org/podcast/calls/#t=20.5",
    ]


def test_a_transcript_is_the_audio_s_caption_not_text_in_the_page_twice() -> None:
    episode = make_episode(transcript=make_transcript())

    assert parsed(make_episode_entry(episode))["associatedMedia"][0]["caption"] == {
        "@type": "MediaObject",
        "contentUrl": "https://example.org/media/075-calls-9abcdef0.vtt",
        "encodingFormat": "text/vtt",
        "inLanguage": "en",
    }


def test_a_show_is_a_series_with_its_feed_and_genres_once() -> None:
    show = podcast_series(make_show(hosts=(Person(name="Dave"),)), make_site())

    assert show == {
        "@type": "PodcastSeries",
        "name": "The Daily Dave",
        "url": "https://example.org/podcast/",
        "webFeed": "https://example.org/podcast/feed.xml",
        "description": "One call a day.",
        "inLanguage": "en",
        "image": {
            "@type": "ImageObject",
            "url": "https://example.org/media/cover-8c9d0e1f.png",
            "width": 3000,
            "height": 3000,
            "caption": "Cover",
        },
        "author": {"@type": "Person", "name": "Dave"},
        "actor": [{"@type": "Person", "name": "Dave"}],
        "genre": ["Business", "Careers"],
    }


def test_dates_tell_the_instant_whatever_zone_the_author_wrote_in() -> None:
    madrid = datetime.fromisoformat("2026-03-12T08:30:00+01:00")

    assert madrid.utcoffset() == timedelta(hours=1)
    assert parsed(make_entry(date=madrid)) == parsed(make_entry())


@settings(deadline=None)
@given(text=AWKWARD)
def test_no_text_breaks_out_of_its_script_and_none_is_changed(text: str) -> None:
    dumped = dump({"@type": "Thing", "name": text})

    assert not set(dumped) & set("<>&\u2028\u2029\n")
    assert json.loads(dumped)["name"] == text


@settings(deadline=None)
@given(title=AWKWARD, tag=AWKWARD)
def test_an_entry_s_words_come_back_from_its_page_as_they_went_in(title: str, tag: str) -> None:
    entry = make_entry(title=title, tags=(make_label(tag),) if tag else ())

    posting, trail = map(json.loads, entry_head(entry, make_site()).json_ld)

    assert posting.get("headline", "") == title
    assert posting.get("keywords", []) == [tag] * bool(tag)
    assert trail["itemListElement"][-1].get("name", "") == title
