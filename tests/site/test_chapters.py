"""Chapters, once: every form in which a site tells them says the same."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import html5lib
import podcastparser
import pytest
import webvtt
from lxml import etree

from tests.site.sites import (
    Built,
    Content,
    build,
    different_mp3,
    episode,
    picture,
    post,
    write_site,
)
from tools.embed_chapters import __main__ as embed
from tools.shared.command import run_command

pytestmark = pytest.mark.slow

ADDRESS = "https://dave.example.org"
NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
HTML = "{http://www.w3.org/1999/xhtml}"
BODY = """Notes.

## Chapters

| Time | Chapter |
|---|---|
| **00:00** | Good *morning* |
| 00:04.5 | [R&D <b>is</b> 5 < 6 > 4](https://example.org/?a=1&b=2) |
| 00:10.125 | ![A cup](cup.png) 👋🏽 Grüße, "世界" |
| 0:15 | [The other one](076-other.md#words) |
| 00:20.999 | It's --> the end `</script>` مرحبا &amp;amp; |
"""
EXPECTED = [
    (0, "Good morning"),
    (4.5, "R&D is 5 < 6 > 4"),
    (10.125, '👋🏽 Grüße, "世界"'),
    (15, "The other one"),
    (20.999, "It's --> the end </script> مرحبا &amp;"),
]
LINK = "https://example.org/?a=1&b=2"
INTERNAL = "/podcast/other/#words"
FILES: dict[str, Content] = {
    "episodes/075-calls.md": episode("Calls", body=BODY),
    "episodes/075-calls.mp3": different_mp3(0),
    "episodes/cup.png": picture(700, 700, "PNG"),
    "episodes/076-other.md": episode("Other", body="## Words\n\nMore."),
    "episodes/076-other.mp3": different_mp3(1),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build(tmp_path_factory.mktemp("chapters"), FILES)
    assert built.is_good, built.told
    assert "warning" not in built.told
    return built


def item(built: Built) -> etree._Element:
    items = built.xml("/podcast/feed.xml").findall("channel/item")
    return next(found for found in items if found.findtext("title") == "Calls")


def page(built: Built) -> etree._Element:
    tree: etree._Element = html5lib.parse(built.text("/podcast/calls/index.html"), "lxml").getroot()
    return tree


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.split(":")
    return round(int(hours) * 3600 + int(minutes) * 60 + float(rest), 3)


def json_rows(built: Built) -> list[dict[str, Any]]:
    found = item(built).find("podcast:chapters", NS)
    assert found is not None
    assert found.get("type") == "application/json+chapters"
    document = json.loads(built.text((found.get("url") or "").removeprefix(ADDRESS)))
    assert document["version"] == "1.2.0"
    return list(document["chapters"])


def simple_rows(built: Built) -> list[etree._Element]:
    return item(built).findall("psc:chapters/psc:chapter", NS)


def test_json_chapters(built: Built) -> None:
    assert [(row["startTime"], row["title"]) for row in json_rows(built)] == EXPECTED


# JSON chapters 1.2: what each key of a chapter holds.
KEYS: dict[str, tuple[type, ...]] = {
    "startTime": (int, float), "endTime": (int, float), "title": (str,), "img": (str,),
    "url": (str,), "toc": (bool,),
}  # fmt: skip


def faults_of(rows: list[dict[str, Any]], duration: float) -> list[str]:
    """Hold a file against the rules of its format."""
    starts = [row["startTime"] for row in rows]
    found = [f"{key} of {row}" for row in rows for key, value in row.items()
             if not isinstance(value, KEYS.get(key, ()))]  # fmt: skip
    found += [f"{row}" for row in rows for key in ("img", "url")
              if not row.get(key, "https://").startswith("https://")]  # fmt: skip
    return (
        found
        + ([] if starts == sorted(starts) and starts[0] == 0 else ["order"])
        + ([] if starts[-1] < duration else ["end"])
    )


def test_json_chapters_keep_the_rules_of_their_format(built: Built) -> None:
    assert faults_of(json_rows(built), 30) == []


def test_simple_chapters(built: Built) -> None:
    assert [(seconds(row.get("start") or ""), row.get("title")) for row in simple_rows(built)] == (
        EXPECTED
    )


def test_a_podcast_app_reads_the_simple_chapters(built: Built) -> None:
    path = built.output / "podcast/feed.xml"
    with path.open("rb") as feed:
        episodes = podcastparser.parse(f"{ADDRESS}/podcast/feed.xml", feed)["episodes"]
    found = next(one for one in episodes if one["title"] == "Calls")["chapters"]

    assert [chapter["title"] for chapter in found] == [title for _, title in EXPECTED]
    assert [chapter["start"] for chapter in found] == [int(time) for time, _ in EXPECTED]


@pytest.mark.parametrize("name", ["description", "content:encoded"])
def test_the_list_in_the_description_is_in_whole_seconds(built: Built, name: str) -> None:
    text = item(built).findtext(name, namespaces=NS) or ""
    lines = [unescape(re.sub(r"<[^>]*>", "", line)) for line in re.split(r"<br ?/?>|</?p>", text)]
    found = [line.split(" ", 1) for line in lines if re.match(r"\d\d:\d\d:\d\d ", line)]

    assert found[0][0] == "00:00:00"
    assert [(int(seconds(time)), title) for time, title in found] == [
        (int(time), title) for time, title in EXPECTED
    ]


def test_the_track_of_the_player(built: Built) -> None:
    track = page(built).find(f".//{HTML}audio/{HTML}track")
    assert track is not None
    assert (track.get("kind"), track.get("srclang")) == ("chapters", "en")
    assert re.fullmatch(r"/media/075-calls-[0-9a-f]{8}\.chapters\.vtt", track.get("src") or "")
    cues: Any = webvtt.from_string(built.text(track.get("src") or "")).captions

    assert [(seconds(cue.start), unescape(cue.text)) for cue in cues] == EXPECTED
    assert [cue.end for cue in cues[:-1]] == [cue.start for cue in cues[1:]]
    assert seconds(cues[-1].end) == pytest.approx(30, abs=0.2)


def test_the_links_of_the_page(built: Built) -> None:
    links = page(built).findall(f".//{HTML}a[@class='chapters__link']")
    titles = page(built).findall(f".//{HTML}span[@class='chapters__title']")

    starts = [float(link.get("data-start") or "") for link in links]
    assert list(zip(starts, [title.text for title in titles], strict=True)) == EXPECTED
    times = page(built).findall(f".//{HTML}span[@class='chapters__time']/{HTML}time")
    assert [time.text for time in times] == ["0:00", "0:04", "0:10", "0:15", "0:20"]
    assert [(link.get("href") or "").partition("#t=")[2] for link in links] == [
        f"{time:g}" for time, _ in EXPECTED
    ]


def test_the_clips_for_search_engines(built: Built) -> None:
    script = page(built).find(f".//{HTML}script[@type='application/ld+json']")
    assert script is not None
    nodes = json.loads(script.text or "")
    clips = nodes["hasPart"]

    assert [(clip["startOffset"], clip["name"]) for clip in clips] == EXPECTED
    assert [clip["endOffset"] for clip in clips[:-1]] == [time for time, _ in EXPECTED[1:]]
    assert clips[-1]["endOffset"] == pytest.approx(30, abs=0.2)
    assert [clip["url"] for clip in clips] == [
        f"{ADDRESS}/podcast/calls/#t={time:g}" for time, _ in EXPECTED
    ]


def test_links_and_pictures_are_the_same_and_absolute_where_they_leave_the_page(
    built: Built,
) -> None:
    rows, simple = json_rows(built), simple_rows(built)
    more = page(built).findall(f".//{HTML}a[@class='chapters__more']")
    thumbs = page(built).findall(f".//{HTML}span[@class='chapters__picture']//{HTML}img")

    assert [row.get("url") for row in rows] == [None, LINK, None, ADDRESS + INTERNAL, None]
    assert [row.get("href") for row in simple] == [row.get("url") for row in rows]
    assert [row.get("image") for row in simple] == [row.get("img") for row in rows]
    assert [link.get("href") for link in more] == [LINK, INTERNAL]
    picture_path = (rows[2]["img"] or "").removeprefix(ADDRESS)
    assert (built.output / picture_path.lstrip("/")).read_bytes() == FILES["episodes/cup.png"]
    assert len(thumbs) == 1
    assert built.has(thumbs[0].get("src") or "")


def test_the_audio_itself_once_they_are_embedded(tmp_path: Path) -> None:
    content = write_site(tmp_path, FILES)

    done = run_command(embed.main, ["--episode=075-calls", f"--content={content}", "--json"])

    assert done == 0
    audio = content / "episodes" / "075-calls.mp3"
    command = ["ffprobe", "-v", "error", "-show_chapters", "-of", "json", str(audio)]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    assert [
        (float(chapter["start_time"]), chapter["tags"]["title"])
        for chapter in json.loads(told)["chapters"]
    ] == EXPECTED


def test_the_list_is_told_once_on_the_page(built: Built) -> None:
    text = built.text("/podcast/calls/index.html")

    assert text.count("Good morning") == 2  # the list, and the clips for search engines
    assert "<table" not in text


def test_the_feed_stays_well_formed(built: Built) -> None:
    assert not feedparser.parse(built.text("/podcast/feed.xml").encode()).bozo


def test_three_hundred_chapters_are_told_everywhere_but_warned_of(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/075-calls.md": episode("Calls"),
        "episodes/075-calls.mp3": different_mp3(0),
        "episodes/075-calls.chapters.json": json.dumps(
            {"chapters": [{"startTime": n / 10, "title": f"Chapter {n}"} for n in range(299)]}
        ),
    }

    built = build(tmp_path, files)

    assert built.is_good, built.told
    assert "there are 299 chapters, and an audio file holds 255." in built.told
    assert len(json_rows(built)) == len(simple_rows(built)) == 299
    description = item(built).findtext("description") or ""
    assert len(description.encode()) <= 4000


def test_a_change_of_picture_alone_is_in_no_list(tmp_path: Path) -> None:
    rows = [
        {"startTime": 0, "title": "One", "endTime": 5},
        {"startTime": 5, "title": "Seen", "toc": False, "img": "https://example.org/a.jpg"},
        {"startTime": 10, "title": "Two"},
    ]
    files: dict[str, Content] = {
        "episodes/075-calls.md": episode("Calls"),
        "episodes/075-calls.mp3": different_mp3(0),
        "episodes/075-calls.chapters.json": json.dumps({"version": "1.2.0", "chapters": rows}),
    }

    built = build(tmp_path, files)

    assert json_rows(built) == rows
    assert [row.get("title") for row in simple_rows(built)] == ["One", "Two"]
    assert "Seen" not in built.text("/podcast/calls/index.html")
    assert "Seen" not in built.text("/podcast/feed.xml")


def test_a_link_to_an_entry_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/075-calls.md": episode("Calls", body="00:00 A\n00:05 [B](gone.md)"),
        "episodes/075-calls.mp3": different_mp3(0),
        "posts/x.md": post(),
    }

    built = build(tmp_path, files)

    assert not built.is_good
    assert (
        "episodes/075-calls.md:5: the link 'gone.md' leads to a file that is not there. "
        "Correct the path."
    ) in built.told
