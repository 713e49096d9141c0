"""Times within a recording: as people write them, as pages show them, as standards want them."""

from __future__ import annotations

import re
from datetime import timedelta

_CLOCK = re.compile(
    r"(?:(?P<hours>\d{1,3}):(?=\d\d:))?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)(?P<rest>[.,]\d{1,3})?",
)
_SECONDS = re.compile(r"\d{1,6}(?:\.\d{1,3})?")


def parse_time(text: str) -> timedelta:
    """Read `[H:]MM:SS[.mmm]` or plain seconds.

    Raises:
        ValueError: if the text is neither.

    >>> parse_time("01:02:05.500").total_seconds()
    3725.5
    >>> parse_time("00:12"), parse_time("75")
    (datetime.timedelta(seconds=12), datetime.timedelta(seconds=75))
    >>> parse_time("1:75")
    Traceback (most recent call last):
    ValueError: '1:75' is not a time
    """
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return timedelta(seconds=float(text))
    match = _CLOCK.fullmatch(text)
    if match is None or (match["hours"] and int(match["minutes"]) > 59):  # noqa: PLR2004 minutes of an hour
        raise ValueError(f"{text!r} is not a time")
    return timedelta(
        hours=int(match["hours"] or 0),
        minutes=int(match["minutes"]),
        seconds=int(match["seconds"]) + float((match["rest"] or "0").replace(",", ".")),
    )


def split_clock(time: timedelta) -> tuple[int, int, int, int]:
    """Return hours, minutes, seconds and milliseconds; half of one goes to the even neighbour.

    >>> split_clock(timedelta(hours=1, minutes=2, seconds=3, microseconds=4500))
    (1, 2, 3, 4)
    """
    seconds, milliseconds = time.days * 86_400 + time.seconds, 0
    if time.microseconds:
        seconds, milliseconds = divmod(round(time.microseconds / 1000) + seconds * 1000, 1000)
    return seconds // 3600, seconds // 60 % 60, seconds % 60, milliseconds


def clock(time: timedelta) -> str:
    """Return `M:SS` or `H:MM:SS`, whole seconds, as a player shows it.

    >>> clock(timedelta(seconds=65)), clock(timedelta(seconds=3725.4))
    ('1:05', '1:02:05')
    """
    hours, minutes, seconds, _ = split_clock(timedelta(seconds=round(time.total_seconds())))
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def begun_second(time: timedelta) -> timedelta:
    """Return the whole second that a moment lies in, as lists of chapters tell it.

    >>> clock(begun_second(timedelta(seconds=20.999)))
    '0:20'
    """
    return timedelta(seconds=time // timedelta(seconds=1))


def long_clock(time: timedelta) -> str:
    """Return `HH:MM:SS.mmm`: WebVTT's timestamp, and Normal Play Time (RFC 2326, 3.6).

    >>> long_clock(timedelta(seconds=65.25))
    '00:01:05.250'
    """
    hours, minutes, seconds, milliseconds = split_clock(time)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"


def spoken(time: timedelta) -> str:
    """Return a duration in words.

    >>> spoken(timedelta(seconds=65)), spoken(timedelta(hours=2)), spoken(timedelta(seconds=9))
    ('1 min 5 s', '2 h', '9 s')
    """
    hours, minutes, seconds, _ = split_clock(timedelta(seconds=round(time.total_seconds())))
    parts = [(hours, "h"), (minutes, "min"), (0 if hours else seconds, "s")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 s"


def iso_duration(time: timedelta) -> str:
    """Return an ISO 8601 duration.

    >>> iso_duration(timedelta(seconds=65)), iso_duration(timedelta(hours=1))
    ('PT1M5S', 'PT1H')
    """
    hours, minutes, seconds, _ = split_clock(timedelta(seconds=round(time.total_seconds())))
    parts = [(hours, "H"), (minutes, "M"), (seconds, "S")]
    return "PT" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0S")


def decimal_seconds(time: timedelta) -> int | float:
    """Return seconds to the millisecond, as JSON and `#t=` say them.

    >>> decimal_seconds(timedelta(seconds=75)), decimal_seconds(timedelta(seconds=75.25))
    (75, 75.25)
    """
    seconds = round(time.total_seconds(), 3)
    return int(seconds) if seconds.is_integer() else seconds
