"""A feed changes where its episodes change, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.site.sites import MP3, Built, Content, build, different_mp3, episode

pytestmark = pytest.mark.slow

FILES: dict[str, Content] = {
    **{
        f"episodes/{number:03}-call.md": episode(
            f"Call {number}",
            date=f"2026-01-{number + 1:02}",
            episode=str(number),
            slug=f"c{number}",
        )
        for number in range(1, 26)
    },
    **{f"episodes/{number:03}-call.mp3": different_mp3(number) for number in range(1, 26)},
}
SHOW: dict[str, Any] = {
    "key": "podcast",
    "title": "Calls",
    "description": "One call a day.",
    "author": "Dave",
    "categories": ["Business"],
    "guid": "1406459e-3d7f-578c-91ab-080b8a6e884a",
    "page_size": 10,
}


def lines(built: Built, path: str = "podcast/feed.xml") -> list[str]:
    return (built.output / path).read_text(encoding="utf-8").splitlines()


def changed(before: list[str], after: list[str]) -> set[str]:
    """Return the names of the elements whose lines differ, and the titles of their items."""
    assert len(before) == len(after)
    return {
        line.strip()[1:].partition(">")[0].partition(" ")[0]
        for line, old in zip(after, before, strict=True)
        if line != old
    }


def guids_of_changed(before: Built, after: Built) -> list[str]:
    pairs = zip(
        before.xml("podcast/feed.xml").iter("item"),
        after.xml("podcast/feed.xml").iter("item"),
        strict=True,
    )
    return [
        new.findtext("title") or ""
        for old, new in pairs
        if etree.tostring(old) != etree.tostring(new)
    ]


def test_edited_notes_change_their_item_alone(tmp_path: Path) -> None:
    before = build(tmp_path / "before", FILES)
    edited = episode("Call 7", date="2026-01-08", episode="7", slug="c7", body="Other notes.")
    after = build(tmp_path / "after", {**FILES, "episodes/007-call.md": edited})

    assert guids_of_changed(before, after) == ["Call 7"]
    assert changed(lines(before), lines(after)) == {"description", "content:encoded"}


def test_a_modified_date_changes_the_date_of_the_feed_too(tmp_path: Path) -> None:
    before = build(tmp_path / "before", FILES)
    edited = episode("Call 7", date="2026-01-08", episode="7", slug="c7", body="Other notes.",
                     modified="2026-05-01 10:00")  # fmt: skip
    after = build(tmp_path / "after", {**FILES, "episodes/007-call.md": edited})

    assert guids_of_changed(before, after) == ["Call 7"]
    assert changed(lines(before), lines(after)) == {
        "description", "content:encoded", "lastBuildDate",
    }  # fmt: skip
    channel = after.xml("podcast/feed.xml")[0]
    assert channel.findtext("lastBuildDate") == "Fri, 01 May 2026 10:00:00 +0100"
    assert channel.findtext("pubDate") == "Mon, 26 Jan 2026 00:00:00 +0000"


def documents(built: Built) -> dict[str, list[str]]:
    """Return the lines of every podcast document: shows, parts, and their archive pages."""
    found = (path for path, content in built.files().items() if b"<podcast:guid>" in content)
    return {path: lines(built, path) for path in found}


def test_an_edit_in_an_archive_page_changes_that_page_and_dates_the_feed(tmp_path: Path) -> None:
    before = build(tmp_path / "before", FILES, PODCASTS=[SHOW])
    edited = episode("Call 7", date="2026-01-08", episode="7", slug="c7", body="Other notes.",
                     modified="2026-05-01 10:00")  # fmt: skip
    after = build(tmp_path / "after", {**FILES, "episodes/007-call.md": edited}, PODCASTS=[SHOW])

    old, new = documents(before), documents(after)
    page = {"description", "content:encoded", "lastBuildDate"}
    assert {path: changed(old[path], new[path]) for path in new} == {
        "people/dave/podcast-1.xml": page,
        "people/dave/podcast.xml": {"lastBuildDate"},
        "podcast/feed-1.xml": page,
        "podcast/feed.xml": {"lastBuildDate"},
    }


def test_an_edit_changes_the_feeds_of_its_own_tags_alone(tmp_path: Path) -> None:
    files: dict[str, Content] = {}
    for number, tag in enumerate(("odd", "even", "odd", "even"), start=1):
        files[f"episodes/{number:03}-call.md"] = episode(slug=f"c{number}", tags=tag)
        files[f"episodes/{number:03}-call.mp3"] = different_mp3(number)
    before = build(tmp_path / "before", files)
    edited = episode(slug="c2", tags="even", body="Other notes.")
    after = build(tmp_path / "after", {**files, "episodes/002-call.md": edited})

    old, new = documents(before), documents(after)
    assert {path for path in new if changed(old[path], new[path])} == {
        "people/dave/podcast.xml", "podcast/feed.xml", "tags/even/podcast.xml",
    }  # fmt: skip


def test_directories_may_list_the_part_that_its_author_opens(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "tags/trust.md": "Title: Trust\nDirectory: yes\n",
        "tags/price.md": "Title: Price\n",
        "episodes/001.md": episode("One", slug="one", tags="trust, price", season="1"),
        "episodes/001.mp3": MP3,
        "episodes/002.md": episode("Two", slug="two", season="2"),
        "episodes/002.mp3": different_mp3(1),
    }
    built = build(tmp_path, files, PODCASTS=[{**SHOW, "open_seasons": [2]}])
    block = "channel/{http://www.itunes.com/dtds/podcast-1.0.dtd}block"

    closed = [
        path
        for path in ("tags/trust", "tags/price", "podcast/season/1", "podcast/season/2")
        if built.xml(f"{path}/podcast.xml").findtext(block) == "Yes"
    ]
    assert closed == ["tags/price", "podcast/season/1"]


def test_a_part_keeps_its_guid_when_another_show_joins_it(tmp_path: Path) -> None:
    other = {**SHOW, "key": "second", "guid": "917393e3-1b1e-5cef-ace4-edaa54e1f810"}
    files: dict[str, Content] = {
        "episodes/001.md": episode("One", slug="one", tags="trust"),
        "episodes/001.mp3": MP3,
    }
    more: dict[str, Content] = {
        **files,
        "episodes/second/001.md": episode("Newer", slug="x", tags="trust", date="2026-03-01"),
        "episodes/second/001.mp3": different_mp3(1),
    }
    guid = "channel/{https://podcastindex.org/namespace/1.0}guid"

    before = build(tmp_path / "before", files, PODCASTS=[SHOW, other])
    after = build(tmp_path / "after", more, PODCASTS=[SHOW, other])

    parts = [built.xml("tags/trust/podcast.xml") for built in (before, after)]
    assert parts[0].findtext(guid) == parts[1].findtext(guid)
    assert [part.findtext("channel/title") for part in parts] == ["Calls: trust"] * 2


def test_a_new_episode_leaves_every_full_page_as_it_is(tmp_path: Path) -> None:
    before = build(tmp_path / "before", FILES, PODCASTS=[SHOW])
    files: dict[str, Content] = {
        **FILES,
        "episodes/026-call.md": episode("Call 26", date="2026-02-01", episode="26", slug="c26"),
        "episodes/026-call.mp3": MP3,
    }
    after = build(tmp_path / "after", files, PODCASTS=[SHOW])

    assert lines(before, "podcast/feed-1.xml") == lines(after, "podcast/feed-1.xml")
    assert not after.has("podcast/feed-2.xml")
    assert len(after.xml("podcast/feed.xml").findall("channel/item")) == 16
