from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from plugins.shared.problems import Problem, Severity
from tests.unit.builders import SPELLINGS, Spell
from tools.check.content import merge, parse_gathered
from tools.check.loudness import NO_FFMPEG, Recording, find_loudness


def problem(where: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(where=where, what="it is odd.", severity=severity)


def test_what_is_public_keeps_its_severity() -> None:
    assert merge([problem("content/posts/a.md")], [], []) == (problem("content/posts/a.md"),)


def test_what_is_not_public_yet_is_warned_of() -> None:
    draft = problem("content/posts/draft.md")

    assert merge([], [draft], ["content/posts/draft.md"]) == (
        problem("content/posts/draft.md", Severity.WARNING),
    )


@pytest.mark.parametrize("name", ["009-later.mp3", "009-later.vtt", "009-later.chapters.txt"])
def test_files_beside_a_draft_are_not_public_either(name: str) -> None:
    found = problem(f"content/episodes/{name}")

    assert merge([found], [found], ["content/episodes/009-later.md"]) == (
        problem(f"content/episodes/{name}", Severity.WARNING),
    )


@pytest.mark.parametrize(("spell", "other"), SPELLINGS)
def test_a_file_beside_a_draft_is_known_however_its_letters_are_spelled(
    spell: Spell, other: Spell
) -> None:
    found = problem(spell("content/episodes/écho.mp3"))

    assert merge([found], [], [other("content/episodes/écho.md")]) == ()


def test_a_preview_says_nothing_of_what_is_public() -> None:
    assert merge([], [problem("content/posts/a.md")], ["content/posts/draft.md"]) == ()


def test_findings_stand_by_file_and_line() -> None:
    places = [("b.md", 1), ("a.md", 9), ("a.md", 2), ("a.md", None)]
    given = [Problem(where=where, line=line, what="it is odd.") for where, line in places]

    assert [(p.where, p.line) for p in merge(given, [], [])] == [
        ("a.md", None), ("a.md", 2), ("a.md", 9), ("b.md", 1),
    ]  # fmt: skip


def test_what_a_run_wrote_is_read_back() -> None:
    found = problem("content/posts/a.md", Severity.WARNING)
    text = json.dumps(
        {
            "problems": [asdict(found)],
            "audio": [{"path": "/tmp/x.mp3", "where": "content/x.mp3"}],  # noqa: S108 only a name
            "unpublished": ["content/posts/b.md"],
            "sources": 7,
        }
    )

    gathered = parse_gathered(text, "said")

    assert gathered.problems == (found,)
    assert gathered.audio == (Recording(path=Path("/tmp/x.mp3"), where="content/x.mp3"),)  # noqa: S108 only a name
    assert (gathered.unpublished, gathered.sources, gathered.said) == (
        ("content/posts/b.md",), 7, "said",
    )  # fmt: skip


def test_without_ffmpeg_a_note_is_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    recording = Recording(path=tmp_path / "x.mp3", where="x.mp3")

    assert find_loudness([recording], tmp_path, lambda _: None) == ([], (NO_FFMPEG,))


def test_without_recordings_nothing_is_said(tmp_path: Path) -> None:
    assert find_loudness([], tmp_path, lambda _: None) == ([], ())
