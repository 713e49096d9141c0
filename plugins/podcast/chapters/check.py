"""Rows of a chapter list held against the audio, and made chapters of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from plugins.podcast.chapters.rows import ChapterRow, Fault, read_time
from plugins.podcast.model import Chapter
from plugins.shared.durations import clock
from plugins.shared.problems import Severity

LONGEST_TITLE = 255  # characters
MOST_IN_AUDIO = 255  # ID3v2 Chapter Frame Addendum, 3.2: the entry count is one byte


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A row whose time could be read."""

    row: ChapterRow
    start: timedelta


def check_rows(
    rows: Sequence[ChapterRow], duration: timedelta
) -> tuple[tuple[tuple[ChapterRow, Chapter], ...], tuple[Fault, ...]]:
    """Return a chapter for each row that is right, and what is wrong with the others."""
    made: list[tuple[ChapterRow, Chapter]] = []
    faults: list[Fault] = []
    listed: Timed | None = None
    above: Timed | None = None
    for row in rows:
        try:
            timed = Timed(row=row, start=read_time(row.time))
        except ValueError as error:
            faults.append(_fault(row, "chapter-time", f"{error}.", "Write it as 01:05 or 1:02:05."))
            continue
        found = [*_time_faults(timed, listed, above, duration), *_title_faults(row)]
        above, listed = timed, timed if row.is_listed else listed
        end, wrong = _end(timed, duration)
        faults += [*found, *wrong]
        if not found and not wrong:
            made.append((row, _chapter(timed, end)))
    return tuple(made), (*faults, *_count_faults(rows))


def _fault(row: ChapterRow, rule: str, what: str, todo: str) -> Fault:
    return Fault(line=row.line, what=what, todo=todo, rule=rule)


def _time_faults(
    timed: Timed, listed: Timed | None, above: Timed | None, duration: timedelta
) -> Iterable[Fault]:
    """Find the first thing that is wrong with a start; only what is listed must begin at zero."""
    row, start, time = timed.row, timed.start, timed.row.time
    if start >= duration:
        what = f"chapter starts at {time}, but the audio ends at {clock(duration)}."
        yield _fault(row, "chapter-end", what, "Correct the time.")
    elif row.is_listed and listed is None and start:
        what = f"the first chapter starts at {time}."
        yield _fault(row, "chapter-first", what, "Begin the list with a chapter at 00:00.")
    elif above and start < above.start:
        what = f"chapter starts at {time}, not after the one above it ({clock(above.start)})."
        yield _fault(row, "chapter-order", what, "Reorder the lines.")
    elif row.is_listed and listed and start == listed.start:
        what = f"a second chapter starts at {time}."
        yield _fault(row, "chapter-double", what, "Give each chapter a time of its own.")


def _title_faults(row: ChapterRow) -> Iterable[Fault]:
    if row.is_listed and not row.title:
        yield _fault(row, "chapter-title", f"the chapter at {row.time} has no title.", "Write one.")
    if len(row.title) > LONGEST_TITLE:
        what = (
            f"the title of the chapter at {row.time} has {len(row.title)} characters; "
            f"apps take {LONGEST_TITLE}."
        )
        yield _fault(row, "chapter-title", what, "Shorten it.")


def _end(timed: Timed, duration: timedelta) -> tuple[timedelta | None, tuple[Fault, ...]]:
    row = timed.row
    if not row.end:
        return None, ()
    try:
        end = read_time(row.end)
    except ValueError as error:
        return None, (_fault(row, "chapter-time", f"{error}.", "Write it as 01:05 or 1:02:05."),)
    if end <= timed.start:
        what = f"the chapter at {row.time} ends at {row.end}, before it starts."
        return None, (_fault(row, "chapter-time", what, "Correct its times."),)
    # Whatever plays to the end may say so a little late: lengths are rounded.
    return min(end, duration), ()


def _chapter(timed: Timed, end: timedelta | None) -> Chapter:
    row = timed.row
    return Chapter(start=timed.start, title=row.title, end=end, is_listed=row.is_listed)


def _count_faults(rows: Sequence[ChapterRow]) -> Iterable[Fault]:
    listed = [row for row in rows if row.is_listed]
    if len(listed) > MOST_IN_AUDIO:
        yield Fault(
            line=listed[MOST_IN_AUDIO].line,
            what=f"there are {len(listed)} chapters, and an audio file holds {MOST_IN_AUDIO}.",
            todo="Apps that read the feed show them all; leave some out for the others.",
            rule="chapter-count",
            severity=Severity.WARNING,
        )
