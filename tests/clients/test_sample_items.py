"""The sample's feed, item by item, against what stands in the front matter of its files."""

from __future__ import annotations

import html
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.clients.spec_reader import Element, read
from tests.site.sites import ROOT, Built

pytestmark = pytest.mark.slow

ZONE = ZoneInfo("Europe/London")
SITE = "https://dave.example.org"
EPISODES = ROOT / "content" / "episodes"


def front_matter(path: Path) -> dict[str, str]:
    """Return the keys of a file as anybody would read them."""
    text = path.read_text(encoding="utf-8").removeprefix("---\n")
    head = re.split(r"\n---\n|\n\n", text, maxsplit=1)[0]
    rows = (row.partition(":") for row in head.split("\n"))
    return {name.strip().capitalize(): value.strip().strip("[]\"'") for name, _, value in rows}


PUBLISHED = [
    path
    for path in sorted(EPISODES.glob("*.md"))
    if front_matter(path).get("Status", "published") == "published"
]


@pytest.fixture(scope="module")
def channel(sample: Built) -> Element:
    return read((sample.output / "podcast/feed.xml").read_bytes())


@pytest.fixture(scope="module")
def cover(channel: Element) -> str:
    return channel.all("itunes:image")[0].attributes["href"]


@pytest.fixture(scope="module")
def items(channel: Element) -> dict[str, Element]:
    return {item.text_of("title"): item for item in channel.all("item")}


def test_the_feed_has_just_the_published_episodes(items: dict[str, Element]) -> None:
    assert len(PUBLISHED) > 10
    assert set(items) == {front_matter(path)["Title"] for path in PUBLISHED}


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_an_item_says_what_its_file_says(items: dict[str, Element], path: Path) -> None:
    given = front_matter(path)
    item = items[given["Title"]]

    date = datetime.fromisoformat(given["Date"]).replace(tzinfo=ZONE)
    assert parsedate_to_datetime(item.text_of("pubDate")) == date
    assert item.text_of("itunes:episode") == given.get("Episode", "")
    assert item.text_of("podcast:episode") == given.get("Episode", "")
    assert item.text_of("itunes:season") == given.get("Season", "")
    assert item.text_of("podcast:season") == given.get("Season", "")
    assert item.text_of("itunes:episodeType") == given.get("Type", "full")
    assert (
        item.text_of("itunes:explicit")
        == {"no": "false", "yes": "true"}[given.get("Explicit", "no")]
    )
    if "Guid" in given:
        assert item.text_of("guid") == given["Guid"]
    tags = [tag.strip() for tag in given.get("Tags", "").split(",") if tag.strip()]
    assert [element.text for element in item.all("category")][: len(tags)] == tags
    guests = [p.text for p in item.all("podcast:person") if p.attributes["role"] == "guest"]
    assert guests == [name for name in [given.get("Guests")] if name]


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_an_item_offers_what_lies_beside_its_file(items: dict[str, Element], path: Path) -> None:
    given = front_matter(path)
    item = items[given["Title"]]

    audio = path.with_suffix(".mp3")
    (enclosure,) = item.all("enclosure")
    assert enclosure.attributes["length"] == str(audio.stat().st_size)
    assert enclosure.attributes["type"] == "audio/mpeg"
    others = [e.attributes["type"] for e in item.all("podcast:alternateEnclosure")]
    assert others == ["audio/mpeg", "audio/ogg"] * path.with_suffix(".opus").exists()
    assert item.all("podcast:transcript")[0].attributes["type"] == "text/vtt"
    assert len(item.all("media:thumbnail")) == ("Thumbnail" in given)
    if "Soundbite" in given:
        start, seconds, title = given["Soundbite"].split(" ", 2)
        minutes, rest = start.split(":")
        (soundbite,) = item.all("podcast:soundbite")
        assert soundbite.text == title
        assert soundbite.attributes == {
            "startTime": str(int(minutes) * 60 + int(rest)), "duration": seconds,
        }  # fmt: skip


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_an_item_has_the_words_and_the_art_of_its_file(
    items: dict[str, Element], cover: str, path: Path
) -> None:
    given = front_matter(path)
    item = items[given["Title"]]

    assert item.text_of("itunes:author") == given["Author"]
    assert html.unescape(item.text_of("description")).startswith(f"<p>{given['Summary']}")
    (art,) = item.all("itunes:image")
    stem = Path(given.get("Image", path.with_suffix(".jpg").name)).stem
    own = re.escape(f"{SITE}/media/{stem}-") + r"[0-9a-f]{8}\.jpg"
    has_art = "Image" in given or path.with_suffix(".jpg").exists()
    assert re.fullmatch(own if has_art else re.escape(cover), art.attributes["href"])
    assert item.text_of("link").startswith(f"{SITE}/podcast/")
    assert item.all("guid")[0].attributes == {"isPermaLink": "false"}


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_an_item_has_the_chapters_of_its_list(items: dict[str, Element], path: Path) -> None:
    body = path.read_text(encoding="utf-8")
    rows = re.findall(r"^- (\d\d):(\d\d) (.+)$", body, re.MULTILINE)
    item = items[front_matter(path)["Title"]]

    found = [chapter.attributes for group in item.all("psc:chapters") for chapter in group.children]
    assert [(row["start"], row["title"]) for row in found] == [
        (f"00:{minutes}:{seconds}.000", title) for minutes, seconds, title in rows
    ]
    assert len(item.all("podcast:chapters")) == bool(rows)
