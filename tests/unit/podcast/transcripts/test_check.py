from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.podcast.transcripts.check import check_times
from plugins.podcast.transcripts.spoken import Spoken

MINUTE = timedelta(seconds=60)


def told(*times: tuple[float, float | None]) -> list[str]:
    spoken = [
        Spoken(
            start=timedelta(seconds=start),
            end=None if end is None else timedelta(seconds=end),
            text="x",
            line=line,
        )
        for line, (start, end) in enumerate(times, start=1)
    ]
    return [f"{f.line} {f.severity}: {f.what} {f.todo}" for f in check_times(spoken, MINUTE)]


@pytest.mark.parametrize(
    "times",
    [
        [(0, 1), (1, 2)],
        [(0, 5), (4.9, 6)],
        [(0, 60.5)],
        [(0, None), (1, None), (59, None)],
        [(3, None), (3, None)],
    ],
)
def test_times_that_ascend_within_the_audio_are_right(
    times: list[tuple[float, float | None]],
) -> None:
    assert told(*times) == []


def test_a_cue_that_goes_backwards_is_an_error() -> None:
    assert told((5, 6), (1, 2)) == [
        "2 error: the cue starts at 00:00:01.000, before the one above it (00:00:05.000). "
        "Put the cues in order."
    ]


@pytest.mark.parametrize(("end", "when"), [(1, "before"), (2, "when")])
def test_a_cue_that_has_no_length_is_an_error(end: float, when: str) -> None:
    assert told((2, end)) == [
        f"1 error: the cue ends at 00:00:0{end}.000, {when} it starts. Correct its times."
    ]


def test_a_cue_past_the_end_is_an_error() -> None:
    assert told((1, 61), (70, 71), (80, None)) == [
        "1 error: the cue ends at 00:01:01.000, but the audio ends at 1:00. "
        "Does it belong to this recording?",
        "2 error: the cue ends at 00:01:11.000, but the audio ends at 1:00. "
        "Does it belong to this recording?",
        "3 error: the cue starts at 00:01:20.000, but the audio ends at 1:00. "
        "Does it belong to this recording?",
    ]


def test_a_cue_that_overlaps_the_one_above_is_a_warning() -> None:
    assert told((0, 5), (4.5, 6), (7, 8)) == [
        "2 warning: the cue starts at 00:00:04.500, before the one above it ends (00:00:05.000). "
        "Let one end before the next starts."
    ]
