"""The sample's transcripts, read by other people's readers: all four say the same."""

from __future__ import annotations

import json
from pathlib import Path

import html5lib
import pytest
import webvtt
from lxml import etree

from tests.site.sites import Built

pytestmark = pytest.mark.slow

ADDRESS = "https://dave.example.org"
TRANSCRIPT = "{https://podcastindex.org/namespace/1.0}transcript"
EPISODES = range(12)


@pytest.fixture
def named(sample: Built, request: pytest.FixtureRequest) -> list[etree._Element]:
    number: int = request.param
    return sample.xml("/podcast/feed.xml").findall("channel/item")[number].findall(TRANSCRIPT)


def path_of(sample: Built, named: list[etree._Element], type_: str) -> Path:
    (url,) = (element.get("url") or "" for element in named if element.get("type") == type_)
    return sample.output / url.removeprefix(ADDRESS + "/")


@pytest.mark.parametrize("named", EPISODES, indirect=True)
def test_the_feed_names_four_files_in_order(named: list[etree._Element]) -> None:
    assert [(e.get("type"), e.get("rel"), e.get("language")) for e in named] == [
        ("text/vtt", "captions", "en"),
        ("application/x-subrip", "captions", "en"),
        ("application/json", "captions", "en"),
        ("text/html", None, "en"),
    ]


@pytest.mark.parametrize("named", EPISODES, indirect=True)
def test_every_file_says_the_same(sample: Built, named: list[etree._Element]) -> None:
    vtt = webvtt.read(str(path_of(sample, named, "text/vtt")), strict=True).captions
    srt = webvtt.from_srt(str(path_of(sample, named, "application/x-subrip"))).captions
    segments = json.loads(path_of(sample, named, "application/json").read_bytes())["segments"]
    page = html5lib.parse(
        path_of(sample, named, "text/html").read_bytes(),
        namespaceHTMLElements=False,
        transport_encoding="utf-8",
    )

    times = [(c.start_time.in_milliseconds(), c.end_time.in_milliseconds()) for c in vtt]
    words = [" ".join(c.text.split()) for c in vtt]
    assert [(round(s["startTime"] * 1000), round(s["endTime"] * 1000)) for s in segments] == times
    assert [s["body"] for s in segments] == words
    assert [s["speaker"] for s in segments] == [c.voice for c in vtt]
    assert [p.text for p in page.iter("p")] == words
    assert [t.text for t in page.iter("time")] == [c.start for c in vtt]
    assert [c.text for c in page.iter("cite")] == [f"{c.voice}:" for c in vtt]
    assert {e.tag for e in page.find("body").iter()} == {"body", "p", "time", "cite"}
    assert {start for start, _ in times} <= {c.start_time.in_milliseconds() for c in srt}
    assert {end for _, end in times} <= {c.end_time.in_milliseconds() for c in srt}
    said = " ".join(" ".join(c.text.split()) for c in srt)
    for name in {c.voice for c in vtt}:
        said = said.replace(f"{name}: ", "")
    assert said == " ".join(words)


@pytest.mark.parametrize("named", EPISODES, indirect=True)
def test_srt_is_made_of_short_cards(sample: Built, named: list[etree._Element]) -> None:
    for card in webvtt.from_srt(str(path_of(sample, named, "application/x-subrip"))).captions:
        assert len(card.lines) <= 2
        assert all(len(line) <= 32 for line in card.lines)
