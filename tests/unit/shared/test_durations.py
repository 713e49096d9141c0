from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.durations import clock, iso_duration, long_clock, parse_time, spoken

TIMES = st.integers(0, 999 * 3_600_000).map(lambda number: timedelta(milliseconds=number))


def seconds(text: str) -> float:
    return parse_time(text).total_seconds()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("75", 75),
        ("75.5", 75.5),
        ("00:12", 12),
        ("1:05", 65),
        ("90:00", 5400),
        ("1:02:05", 3725),
        ("01:02:05.500", 3725.5),
        ("00:01,250", 1.25),
        (" 0:07 ", 7),
        ("100:00:00", 360_000),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, expected: float) -> None:
    assert seconds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "1:75",
        "1:2:03",
        "1:75:00",
        "1:5",
        "-5",
        "1:00:00:00",
        "1::00",
        "5m",
        "1e3",
        "12.",
        ":30",
    ],
)
def test_what_is_no_time_is_told_as_it_was_typed(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time") as caught:
        parse_time(text)

    assert str(caught.value) == f"{text!r} is not a time"


@given(TIMES)
def test_a_long_clock_is_read_to_the_millisecond(time: timedelta) -> None:
    assert parse_time(long_clock(time)) == time


@given(TIMES)
def test_a_clock_is_read_to_the_second(time: timedelta) -> None:
    whole = timedelta(seconds=round(time.total_seconds()))

    assert parse_time(clock(time)) == whole


@given(st.text(alphabet="0123456789:.,", max_size=14))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    try:
        found = parse_time(text)
    except ValueError:
        return

    assert found >= timedelta()


@pytest.mark.parametrize(
    ("time", "shown", "said", "iso"),
    [
        (0, "0:00", "0 s", "PT0S"),
        (9.4, "0:09", "9 s", "PT9S"),
        (59.7, "1:00", "1 min", "PT1M"),
        (65, "1:05", "1 min 5 s", "PT1M5S"),
        (3599.9, "1:00:00", "1 h", "PT1H"),
        (3630, "1:00:30", "1 h", "PT1H30S"),
        (3725, "1:02:05", "1 h 2 min", "PT1H2M5S"),
    ],
)
def test_a_duration_is_rounded_once_and_then_cut(
    time: float, shown: str, said: str, iso: str
) -> None:
    duration = timedelta(seconds=time)

    assert (clock(duration), spoken(duration), iso_duration(duration)) == (shown, said, iso)
