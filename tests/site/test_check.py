"""A check finds what a build would, and more, with its rule; it writes nothing but its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.site.sites import MP3, Content, build, build_sample, entry, episode, post
from tests.site.test_bad_input import CASES
from tools.check.table import BY_KEY

PREVIEW = {"PREVIEW": True, "DRAFT_SAVE_AS": "drafts/blog/{slug}/index.html"}
SHOW = {
    "key": "podcast",
    "title": "One call",
    "description": "One call a day.",
    "author": "Dave",
    "categories": ["Business"],
    "guid": "1406459e-3d7f-578c-91ab-080b8a6e884a",
}
# What a title, a summary and a number may do to a feed, and what is told of the source.
IN_THE_FEED: dict[str, tuple[str, list[str]]] = {
    "a title with a number": (
        episode("Ep. 3: Echo", Episode="3"),
        [
            "1 warning item-title-number: in the feed, the title 'Ep. 3: Echo' holds a number that "
            "apps show by themselves. Write it into itunes:episode and itunes:season only.",
        ],
    ),
    "a title that was escaped": (
        episode("Echo &amp; Narcissus"),
        [
            "1 error text-escaping: in the feed, title shows '&amp;' to listeners: it was escaped "
            "twice. Escape it once.",
        ],
    ),
    "a title with the show's name": (
        episode("The Daily Dave and the echo"),
        [
            "1 warning item-title-show: in the feed, the title 'The Daily Dave and the echo' "
            "repeats the name of the show. Leave it out: apps show it beside.",
        ],
    ),
}


def check(folder: Path, files: Mapping[str, Content], **settings: Any) -> dict[str, Any]:
    """Return what a check wrote, with paths from the content folder on."""
    answer = folder / "check.json"
    built = build(folder, files, CHECK=str(answer), **settings)
    assert not built.output.exists() or not built.files()
    text = answer.read_text().replace(f"{folder / 'content'}/", "")
    found: dict[str, Any] = json.loads(text)
    return found


def lines(problems: list[dict[str, Any]], where: str) -> list[str]:
    return [
        f"{p['line']} {p['severity']} {p['rule']}: {p['what']} {p['todo']}"
        for p in problems
        if p["where"] == where
    ]


def test_the_sample_has_nothing_wrong(tmp_path: Path) -> None:
    answer = tmp_path / "check.json"

    build_sample(tmp_path, CHECK=str(answer))

    found = json.loads(answer.read_text())
    assert found["problems"] == []
    assert len(found["audio"]) > 3
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("name", IN_THE_FEED)
def test_what_is_wrong_in_the_feed_is_told_of_the_source(name: str, tmp_path: Path) -> None:
    source, told = IN_THE_FEED[name]

    found = check(tmp_path, {"episodes/003-echo.md": source, "episodes/003-echo.mp3": MP3})

    assert lines(found["problems"], "episodes/003-echo.md") == told


def test_what_is_wrong_with_a_show_is_told_of_its_settings(tmp_path: Path) -> None:
    show = {**SHOW, "title": "Calls | Sales | Money | Success"}
    files: dict[str, Content] = {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": MP3}

    found = check(tmp_path, files, PODCASTS=[show])

    assert (
        "None warning channel-title-words: PODCASTS[0]: the title reads like a list of keywords, "
        "for which Apple refuses shows. Let it be the name of the show and nothing else."
    ) in lines(found["problems"], "pelicanconf.py")


# Introductions of parts, and what is told of them and of the show's settings.
TAGGED = episode("Echo", Tags="trust", Guests="Ada", Season="2", Series="Calls")
PARTS: dict[str, tuple[dict[str, Content], str, list[str]]] = {
    "a tag with markup in its words": (
        {"tags/trust.md": "Title: Trust &amp; doubt\nSummary: Whom to trust.\n\nWords.\n"},
        "tags/trust.md",
        [
            "1 error text-escaping: in its feed, title shows '&amp;' to listeners: it was escaped "
            "twice. Escape it once.",
        ],
    ),
    "a person with a long name": (
        {"people/ada.md": f"Title: {'Ada ' * 62}\nSlug: ada\n\nWords.\n"},
        "people/ada.md",
        [
            "1 error text-length: in its feed, title has 263 characters; the limit is 255. "
            "Shorten it.",
        ],
    ),
    "a series with a long summary": (
        {"series/calls.md": f"Title: Calls\nSummary: {'Ring. ' * 700}\n\nWords.\n"},
        "series/calls.md",
        [
            "2 error channel-description-length: in its feed, the description has 4199 bytes; the "
            "limit is 4000. Shorten it; other letters than a-z have two bytes or more.",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_what_is_wrong_with_a_part_is_told_of_what_introduces_it(name: str, tmp_path: Path) -> None:
    files, where, told = PARTS[name]
    more: dict[str, Content] = {"episodes/003-echo.md": TAGGED, "episodes/003-echo.mp3": MP3}

    found = check(tmp_path, {**files, **more})

    assert lines(found["problems"], where) == told


def test_what_is_wrong_with_a_show_is_not_told_again_of_its_parts(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/003-echo.md": TAGGED.replace("Title: Echo", "Title: Ep. 3: Echo"),
        "episodes/003-echo.mp3": MP3,
    }
    show = {**SHOW, "copyright": "© 2026 Dave"}

    found = check(tmp_path, files, PODCASTS=[show])

    rules = [problem["rule"] for problem in found["problems"]]
    assert (rules.count("copyright-form"), rules.count("item-title-number")) == (1, 1)


def test_what_is_wrong_with_a_season_is_told_of_the_settings(tmp_path: Path) -> None:
    files: dict[str, Content] = {"episodes/003-echo.md": TAGGED, "episodes/003-echo.mp3": MP3}
    show = {**SHOW, "title": "x" * 250}

    found = check(tmp_path, files, PODCASTS=[show])

    assert (
        "None error text-length: PODCASTS[0]: in the feed of season 2, title has 260 characters; "
        "the limit is 255. Shorten it."
    ) in lines(found["problems"], "pelicanconf.py")


def test_an_episode_that_cannot_be_read_makes_no_feed_without_items(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/003-echo.md": episode("Echo", Season="0"),
        "episodes/003-echo.mp3": MP3,
    }

    found = check(tmp_path, files)

    assert [problem["rule"] for problem in found["problems"]] == ["key-value"]


def test_a_fault_deep_in_the_feed_is_told_with_the_line_of_its_key(tmp_path: Path) -> None:
    key = "Comments: http://example.org/forum/3"
    files: dict[str, Content] = {
        "episodes/003-echo.md": episode("Echo").replace("Date:", f"{key}\nDate:"),
        "episodes/003-echo.mp3": MP3,
    }

    found = check(tmp_path, files)

    assert lines(found["problems"], "episodes/003-echo.md") == [
        "2 warning url-https: in the feed, comments 'http://example.org/forum/3' is not encrypted. "
        "Serve it with https, and write https://.",
    ]


def test_what_is_not_published_yet_is_named(tmp_path: Path) -> None:
    files = {
        "posts/draft.md": entry("Draft", "2026-01-01", "Words.", {"Status": "draft"}),
        "posts/later.md": post("Later", date="2027-01-01"),
        "posts/now.md": post("Now"),
    }

    found = check(tmp_path, files)

    assert (found["unpublished"], found["sources"]) == (["posts/draft.md", "posts/later.md"], 1)


def test_a_preview_judges_what_is_not_published_yet(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/003-echo.md": episode("Ep. 3: Echo", date="2027-01-01"),
        "episodes/003-echo.mp3": MP3,
    }

    found = check(tmp_path, files, **PREVIEW)

    (told,) = lines(found["problems"], "episodes/003-echo.md")
    assert told.startswith("1 warning item-title-number: ")


def test_a_preview_without_an_address_has_no_feed_to_judge(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/003-echo.md": episode("Ep. 3: Echo"),
        "episodes/003-echo.mp3": MP3,
    }

    assert check(tmp_path, files, conf="pelicanconf.py")["problems"] == []


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_every_bad_input_names_a_rule(case: str, tmp_path: Path) -> None:
    files, _ = CASES[case]

    found = check(tmp_path, files)["problems"]

    assert [problem for problem in found if problem["severity"] == "error"]
    assert [problem for problem in found if problem["rule"] not in BY_KEY] == []
