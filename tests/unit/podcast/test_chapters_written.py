from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.chapters.written import (
    ChapterLine,
    dump_json_chapters,
    read_chapters,
    split_chapters,
)
from plugins.shared.durations import clock
from tests.unit.builders import make_chapter

HOUR = timedelta(hours=1)
LINES = st.text(alphabet="0123:-*#`~. ab\n[]()", max_size=120)
TITLES = st.text(alphabet="abc äö:-.", min_size=1, max_size=12).filter(lambda t: t[0] in "abcäö")


def found(body: str) -> list[tuple[str, str]]:
    return [(line.time, line.title) for line in split_chapters(body).lines]


def told(body: str, duration: timedelta = timedelta(minutes=5)) -> list[tuple[int, str]]:
    _, faults = read_chapters(split_chapters(body).lines, duration)
    return [(fault.offset, f"{fault.what} {fault.todo}") for fault in faults]


@pytest.mark.parametrize(
    "body",
    [
        "00:00 One\n01:05 Two",
        "- 00:00 One\n- 01:05 Two",
        "* 00:00 One\n+ 01:05 Two",
        "1. 00:00 One\n2) 01:05 Two",
        "(00:00) One\n[01:05] Two",
        "00:00 - One\n01:05 – Two",
        "00:00\tOne  \n  01:05 | Two",
        "00:00 One\n\n01:05 Two",
        "Words.\n\n00:00 One\n01:05 Two\n\nMore.",
        "09:30 alone is none\n\nWords.\n\n00:00 One\n01:05 Two",
        "```\n00:00 Code\n00:01 Code\n```\n\n00:00 One\n01:05 Two",
    ],
)
def test_a_run_of_lines_with_times_is_the_chapter_list(body: str) -> None:
    assert found(body) == [("00:00", "One"), ("01:05", "Two")]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Words.",
        "00:00 One",
        "00:00 One\nWords\n01:05 Two",
        "00:00\n01:05",
        "    00:00 Code\n    01:05 Code",
        "~~~\n00:00 Code\n01:05 Code\n~~~",
        "At 00:00 we begin\nAt 01:05 we end",
    ],
)
def test_without_such_a_run_the_notes_stay_as_they_are(body: str) -> None:
    split = split_chapters(body)

    assert split.lines == ()
    assert split.notes == body


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        ("A\n\n## Chapters\n\n- 00:00 One\n- 01:05 Two\n\nB", "A\n\n\nB"),
        ("A\n\n- 00:00 One\n- 01:05 Two\n\nB", "A\n\n\nB"),
        ("## Chapters\n00:00 One\n01:05 Two", ""),
        ("00:00 One\n01:05 Two\n## Links", "## Links"),
    ],
)
def test_the_list_and_the_heading_above_it_leave_the_notes(body: str, notes: str) -> None:
    assert split_chapters(body).notes == notes


def test_a_title_may_be_a_link() -> None:
    lines = split_chapters("00:00 [One](https://x.org/a)\n01:05 Two [x](y)").lines

    assert lines == (
        ChapterLine(offset=0, time="00:00", title="One", url="https://x.org/a"),
        ChapterLine(offset=1, time="01:05", title="Two [x](y)"),
    )


@given(LINES)
def test_any_body_is_split_and_read_and_no_other_line_is_lost(body: str) -> None:
    split = split_chapters(body)
    read_chapters(split.lines, HOUR)

    rows = body.split("\n")
    taken = {line.offset for line in split.lines}
    left = [row for number, row in enumerate(rows) if number not in taken and row.strip()]
    kept = [row for row in split.notes.split("\n") if row.strip()]
    assert [row for row in left if row not in kept and not row.startswith("#")] == []


@given(
    st.lists(
        st.tuples(st.integers(1, 3599), TITLES),
        min_size=1,
        max_size=8,
        unique_by=lambda row: row[0],
    )
)
def test_a_list_that_ascends_from_zero_is_read_whole(rows: list[tuple[int, str]]) -> None:
    rows = [(0, "start"), *sorted(rows)]
    body = "\n".join(f"- {clock(timedelta(seconds=time))} {title}" for time, title in rows)

    chapters, faults = read_chapters(split_chapters(body).lines, HOUR)

    assert faults == ()
    assert [(c.start.total_seconds(), c.title) for c in chapters] == [
        (time, title.rstrip()) for time, title in rows
    ]


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (
            "## Chapters\n00:05 A\n01:00 B\n02:00 C",
            [(1, "the first chapter starts at 00:05. Begin the list with a chapter at 00:00.")],
        ),
        (
            "00:00 A\n02:00 B\n01:00 C\n01:30 D",
            [(2, "chapter starts at 01:00, not after the one above it (2:00). Reorder the lines.")],
        ),
        (
            "00:00 A\n00:00 B",
            [(1, "chapter starts at 00:00, not after the one above it (0:00). Reorder the lines.")],
        ),
        (
            "00:00 A\n05:00 B",
            [(1, "chapter starts at 05:00, but the audio ends at 5:00. Correct the time.")],
        ),
        (
            "Hello\n\n00:00 A\n00:75 B",
            [(3, "'00:75' is not a time. Write it as 01:05 or 1:02:05.")],
        ),
        (
            "00:00 A\n1:2:03 B",
            [(1, "'1:2:03' is not a time. Write it as 01:05 or 1:02:05.")],
        ),
        ("00:00 A\n4:59.999 B", []),
    ],
)
def test_each_fault_is_told_once_with_its_line(body: str, faults: list[tuple[int, str]]) -> None:
    assert told(body) == faults


def test_json_chapters_hold_whole_seconds_where_they_can_and_safe_links_alone() -> None:
    chapters = [
        make_chapter(0, "Über uns", "https://x.org/"),
        make_chapter(65.25, "Two", "http://x.org/"),
    ]

    content = dump_json_chapters(chapters)

    assert json.loads(content) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0, "title": "Über uns", "url": "https://x.org/"},
            {"startTime": 65.25, "title": "Two"},
        ],
    }
    assert b'"startTime": 0,' in content
    assert "Über".encode() in content


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("- 10:30 Doors\n- 11:00 Talk\n", []),
        ("## Chapters\n\n- 00:05 One\n- 01:00 Two\n", ["One", "Two"]),
        ("## Timetable\n\n- 10:30 Doors\n- 11:00 Talk\n", []),
        ("- 0:00 One\n- 01:00 Two\n", ["One", "Two"]),
    ],
)
def test_a_timetable_is_no_chapter_list(body: str, titles: list[str]) -> None:
    split = split_chapters(body)

    assert [line.title for line in split.lines] == titles
    assert (split.notes == body) is (not titles)
