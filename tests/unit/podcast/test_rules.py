from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.frontmatter.document import read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.rules import Numbered, find_doubles, number_episode
from tests.unit.builders import make_run, write

FIRST = Numbered(
    where="a.md", show="x", season=1, type="full", number=3, audio="a.mp3", sha256="aa"
)
SECOND = replace(FIRST, where="b.md", audio="b.mp3", number_line=4, audio_line=5, sha256="bb")


def told(*episodes: Numbered) -> list[str]:
    return [str(problem) for problem in find_doubles(episodes)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({}, "b.md:4: episode 3 of season 1 is already a.md. Give one of them another number."),
        (
            {"number": 4, "audio": "a.mp3"},
            "b.md:5: its audio a.mp3 is already that of a.md. "
            "Apps drop the second of two episodes with one file: give it its own.",
        ),
        (
            {"number": 4, "sha256": "aa"},
            "b.md:5: warning: its audio b.mp3 has the same bytes as that of a.md. "
            "Listeners would hear one recording twice: is it the right file?",
        ),
    ],
)
def test_what_two_episodes_cannot_share_is_told_with_both(
    change: dict[str, object], message: str
) -> None:
    second = replace(SECOND, **change)  # type: ignore[arg-type]  # fields of many types

    assert told(second, FIRST) == [message]


@pytest.mark.parametrize(
    "change",
    [
        {"number": 4},
        {"number": None},
        {"season": 2},
        {"season": None},
        {"show": "y"},
        {"type": "bonus"},
        {"show": "y", "sha256": "aa"},
        {"number": 4, "sha256": ""},
    ],
)
def test_a_number_is_one_within_show_season_and_type(change: dict[str, object]) -> None:
    assert told(FIRST, replace(SECOND, **change)) == []  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "episode 3 of season 1"),
        ({"season": None}, "episode 3"),
        ({"type": "bonus"}, "bonus 3 of season 1"),
    ],
)
def test_a_number_is_said_as_a_person_says_it(change: dict[str, object], expected: str) -> None:
    assert replace(FIRST, **change).place == expected  # type: ignore[arg-type]  # the same


def test_an_episode_is_told_by_its_lines_and_without_a_recording_by_its_source(
    tmp_path: Path,
) -> None:
    run = make_run(tmp_path)
    path = write(
        run.content / "episodes" / "075.md", "Title: One\nDate: 2026-02-05\nEpisode: 3\nSeason: 1\n"
    )
    document = read_document(path, Folder.EPISODES, "075.md", zone=run.zone)

    assert number_episode(document, "x", None, run) == Numbered(
        where="075.md", show="x", season=1, type="full", number=3, audio="075.md", number_line=3
    )
