"""Soundbites as front matter has them: start, seconds and title of a moment to share."""

from __future__ import annotations

import re
from datetime import timedelta

from plugins.frontmatter.values import NAME, Value, plain, short, text
from plugins.shared.durations import parse_time

_SOUNDBITE = re.compile(
    r"(?P<start>[\d:.]+)\s+(?P<seconds>\d{1,6}(?:\.\d{1,3})?)(?:\s+(?P<title>.*))?"
)


def soundbites(value: Value) -> tuple[tuple[timedelta, timedelta, str], ...]:
    """Return start, duration and title of each soundbite: one, or one on each line."""
    items = tuple(plain(item) for item in text(value).split("\n") if item.strip())
    if isinstance(value, str) and not all(_SOUNDBITE.fullmatch(item) for item in items):
        items = (plain(value),)
    return tuple(_soundbite(item) for item in items)


def _soundbite(item: str) -> tuple[timedelta, timedelta, str]:
    match = _SOUNDBITE.fullmatch(item)
    if match is None or not float(match["seconds"]):
        raise ValueError(
            f"{item!r} is not a soundbite. Write start, seconds and title: '00:12 20 A title'.",
        )
    try:
        start = parse_time(match["start"])
    except ValueError as error:
        raise ValueError(f"{error}. Write it as 01:05 or 1:02:05.") from error
    return start, timedelta(seconds=float(match["seconds"])), short(match["title"] or "", NAME)
