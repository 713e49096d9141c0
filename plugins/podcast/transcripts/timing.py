"""The line of a caption file that says when a cue is heard, and time shared among words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate, pairwise

from plugins.podcast.transcripts.spoken import Fault
from plugins.shared.durations import parse_time

ARROW = "-->"
_STAMP = r"\d+(?::\d+)+(?:[.,]\d+)?"
_ROW = re.compile(r"\s*(?P<start>[\w:.,]+)\s*-->\s*(?P<end>[\w:.,]+)(?P<settings>\s.*)?")
_OTHER_ARROW = re.compile(rf"\s*{_STAMP}\s*(?:[-–—=]{{0,3}}\s?>|→)\s*{_STAMP}\s*")
_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The times of a cue; `index` is the place of their line among the file's lines."""

    index: int
    start: timedelta
    end: timedelta
    settings: str


def find_timings(
    lines: Sequence[str], is_timing: Callable[[int], bool]
) -> tuple[list[Timing], list[Fault]]:
    """Return the times of all cues, and what is wrong with lines that should be times."""
    timings: list[Timing] = []
    faults: list[Fault] = []
    for index, line in enumerate(lines):
        if ARROW not in line:
            if _OTHER_ARROW.fullmatch(line):
                faults.append(_fault("there is no '-->' between the two times.", index))
        elif is_timing(index):
            try:
                timings.append(_timing(index, line))
            except ValueError as error:
                faults.append(_fault(str(error), index))
    return timings, faults


def _timing(index: int, line: str) -> Timing:
    row = _ROW.fullmatch(line)
    if row is None:
        raise ValueError("a line with '-->' does not hold two times.")
    start, end = _time(row["start"]), _time(row["end"])
    return Timing(index=index, start=start, end=end, settings=(row["settings"] or "").strip())


def _time(text: str) -> timedelta:
    try:
        # Plain seconds are times elsewhere, but no caption format has them.
        return parse_time(text if ":" in text else "")
    except ValueError as error:
        raise ValueError(f"{text!r} is not a time.") from error


def _fault(what: str, index: int) -> Fault:
    todo = "Write the line as 00:01:05.000 --> 00:01:09.500."
    return Fault(what=what, todo=todo, line=index + 1, rule="cue-times")


def share(
    start: timedelta, end: timedelta, weights: Sequence[int]
) -> list[tuple[timedelta, timedelta]]:
    """Part a span by weights; one too short to be parted belongs to all.

    >>> second = timedelta(seconds=1)
    >>> [str(part[0]) for part in share(second, 5 * second, [3, 1])]
    ['0:00:01', '0:00:04']
    """
    span = round((end - start) / _MILLISECOND)
    total = sum(weights)
    if span < total:
        return [(start, end)] * len(weights)
    sums = (0, *accumulate(weights))
    edges = [start + _MILLISECOND * (span * part // total) for part in sums]
    return list(pairwise(edges))
