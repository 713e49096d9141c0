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
    show = {
        "key": "podcast",
        "title": "Calls | Sales | Money | Success",
        "description": "One call a day.",
        "author": "Dave",
        "categories": ["Business"],
        "guid": "1406459e-3d7f-578c-91ab-080b8a6e884a",
    }
    files: dict[str, Content] = {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": MP3}

    found = check(tmp_path, files, PODCASTS=[show])

    assert (
        "None warning channel-title-words: PODCASTS[0]: the title reads like a list of keywords, "
        "for which Apple refuses shows. Let it be the name of the show and nothing else."
    ) in lines(found["problems"], "pelicanconf.py")


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


def test_a_site_without_an_address_has_no_feed_to_judge(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "episodes/003-echo.md": episode("Ep. 3: Echo"),
        "episodes/003-echo.mp3": MP3,
    }

    assert check(tmp_path, files, SITEURL="")["problems"] == []


def names_a_rule(problem: dict[str, Any]) -> bool:
    return problem["rule"] in BY_KEY or problem["where"].startswith("episodes/")


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_every_bad_input_names_a_rule(case: str, tmp_path: Path) -> None:
    files, _ = CASES[case]

    found = check(tmp_path, files)["problems"]

    assert [problem for problem in found if problem["severity"] == "error"]
    assert [problem for problem in found if not names_a_rule(problem)] == []
