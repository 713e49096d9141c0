from __future__ import annotations

import json

import pytest

from plugins.shared.problems import Problem, Severity
from tools.check.report import describe, exit_code, print_report, render

ERROR = Problem(
    where="content/episodes/003-echo.md",
    line=3,
    what="in the feed, title shows '&amp;' to listeners: it was escaped twice.",
    todo="Escape it once.",
    rule="text-escaping",
)
WARNING = Problem(
    where="pelicanconf.py",
    what="it is odd.",
    todo="Even it.",
    severity=Severity.WARNING,
    rule="channel-locked",
)


def test_a_finding_is_told_with_file_line_severity_rule_source_and_remedy() -> None:
    assert render(ERROR) == (
        "content/episodes/003-echo.md:3: error text-escaping (RSS 2.0): in the feed, title shows "
        "'&amp;' to listeners: it was escaped twice. Escape it once."
    )
    assert render(WARNING) == (
        "pelicanconf.py: warning channel-locked (PSP-1): it is odd. Even it."
    )


def test_programs_get_the_same_as_an_object() -> None:
    assert describe(ERROR) == {
        "file": "content/episodes/003-echo.md",
        "line": 3,
        "rule": "text-escaping",
        "severity": "error",
        "source": "RSS 2.0",
        "what": "in the feed, title shows '&amp;' to listeners: it was escaped twice.",
        "todo": "Escape it once.",
    }


def test_colours_are_for_terminals_only() -> None:
    assert "\x1b" not in render(ERROR)
    assert ": \x1b[31merror\x1b[0m text-escaping" in render(ERROR, in_colour=True)
    assert ": \x1b[33mwarning\x1b[0m channel-locked" in render(WARNING, in_colour=True)


@pytest.mark.parametrize(
    ("problems", "is_strict", "expected"),
    [
        ([], False, 0),
        ([WARNING], False, 0),
        ([WARNING], True, 1),
        ([ERROR], False, 1),
        ([WARNING, ERROR], False, 1),
    ],
)
def test_errors_end_in_one_and_warnings_only_for_the_strict(
    *, problems: list[Problem], is_strict: bool, expected: int
) -> None:
    assert exit_code(problems, is_strict=is_strict) == expected


def test_the_last_line_counts(capsys: pytest.CaptureFixture[str]) -> None:
    code = print_report([ERROR, WARNING], "42 sources in 1.2 s", is_strict=False, as_json=False)

    *_, last = capsys.readouterr().out.splitlines()
    assert (code, last) == (1, "Checked    42 sources in 1.2 s: 1 error, 1 warning")


def test_nothing_wrong_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    code = print_report([], "42 sources in 1.2 s", is_strict=True, as_json=False)

    said = capsys.readouterr().out
    assert (code, said) == (0, "Checked    42 sources in 1.2 s: nothing is wrong\n")


def test_json_is_a_list_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    code = print_report([ERROR], "x", is_strict=False, as_json=True, notes=["No ffmpeg."])

    said = capsys.readouterr()
    assert (code, json.loads(said.out), said.err) == (1, [describe(ERROR)], "No ffmpeg.\n")
