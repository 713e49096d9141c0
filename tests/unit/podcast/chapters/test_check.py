from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.chapters.check import check_rows
from plugins.podcast.chapters.notes_split import split_chapters
from plugins.podcast.chapters.rows import ChapterRow
from plugins.podcast.model import Chapter
from plugins.shared.durations import clock
from plugins.shared.problems import Severity
from plugins.shared.rules import RULES

HOUR = timedelta(hours=1)
TITLES = st.text(alphabet="abc äö:-.", min_size=1, max_size=12).filter(lambda t: t[0] in "abcäö")


def read(body: str, duration: timedelta = HOUR) -> tuple[Chapter, ...]:
    made, faults = check_rows(split_chapters(body).rows, duration)
    assert faults == ()
    return tuple(chapter for _, chapter in made)


def told(body: str) -> list[str]:
    _, faults = check_rows(split_chapters(body).rows, timedelta(minutes=5))
    assert {fault.rule for fault in faults} <= {rule.key for rule in RULES}
    return [f"{fault.line}: {fault.what} {fault.todo}" for fault in faults]


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

    assert [(c.start.total_seconds(), c.title) for c in read(body)] == [
        (time, " ".join(title.split())) for time, title in rows
    ]


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (
            "## Chapters\n00:05 A\n01:00 B\n02:00 C",
            ["2: the first chapter starts at 00:05. Begin the list with a chapter at 00:00."],
        ),
        (
            "00:00 A\n02:00 B\n01:00 C\n01:30 D",
            ["3: chapter starts at 01:00, not after the one above it (2:00). Reorder the lines."],
        ),
        (
            "00:00 A\n00:00.0 B",
            ["2: a second chapter starts at 00:00.0. Give each chapter a time of its own."],
        ),
        (
            "00:00 A\n05:00 B",
            ["2: chapter starts at 05:00, but the audio ends at 5:00. Correct the time."],
        ),
        (
            "Hello\n\n00:00 A\n00:75 B",
            ["4: '00:75' is not a time. Write it as 01:05 or 1:02:05."],
        ),
        ("00:00 A\n1:2:03 B", ["2: '1:2:03' is not a time. Write it as 01:05 or 1:02:05."]),
        ("00:00 A\n01:00 ** **\n02:00", ["3: the chapter at 02:00 has no title. Write one."]),
        (
            f"00:00 A\n01:00 {'b' * 256}",
            ["2: the title of the chapter at 01:00 has 256 characters; apps take 255. Shorten it."],
        ),
        ("00:00 - 00:00 A\n01:00 B", ["1: the chapter at 00:00 ends at 00:00, before it starts. "
                                      "Correct its times."]),
        ("00:00 A\n4:59.999 B", []),
        ("00:00 A\n4:59 - 5:01 B", []),
        (f"00:00 A\n01:00 {'b' * 255}", []),
    ],
)  # fmt: skip
def test_each_fault_is_told_once_with_its_line(body: str, faults: list[str]) -> None:
    assert told(body) == faults


def rows_of(*times: str, hidden: tuple[int, ...] = ()) -> list[ChapterRow]:
    return [
        ChapterRow(line=n, time=time, title=f"C{n}", is_listed=n not in hidden)
        for n, time in enumerate(times, start=1)
    ]


@pytest.mark.parametrize(
    ("rows", "rules"),
    [
        (rows_of("0", "5", "5", hidden=(3,)), []),
        (rows_of("0", "0", hidden=(1,)), []),
        (rows_of("0", "3", hidden=(1,)), ["chapter-first"]),
        (rows_of("0", "5", "4", hidden=(3,)), ["chapter-order"]),
    ],
)
def test_a_change_of_picture_may_come_with_a_chapter(
    rows: list[ChapterRow], rules: list[str]
) -> None:
    _, faults = check_rows(rows, HOUR)

    assert [fault.rule for fault in faults] == rules


def test_three_hundred_chapters_are_a_warning() -> None:
    rows = rows_of(*map(str, range(300)))

    made, faults = check_rows(rows, HOUR)

    assert len(made) == 300
    assert [(f.line, f.severity, f"{f.what} {f.todo}") for f in faults] == [
        (
            256,
            Severity.WARNING,
            "there are 300 chapters, and an audio file holds 255. "
            "Apps that read the feed show them all; leave some out for the others.",
        )
    ]


def test_times_are_kept_to_the_millisecond() -> None:
    found = read("00:00 A\n00:01,5 B\n00:02.123456789 C\n01:00.001 D")

    assert [c.start.total_seconds() for c in found] == [0, 1.5, 2.123, 60.001]
