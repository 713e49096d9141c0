"""Chapters, written once: read from a list in the show notes, checked, and dumped for apps."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from plugins.podcast.model import Chapter
from plugins.shared.durations import clock, parse_time

_LINE = re.compile(
    r"[ ]{0,3}(?:[-*+][ \t]+|\d+[.)][ \t]+)?"
    r"[(\[]?(?P<time>(?:\d{1,3}:)?\d{1,3}:\d\d(?:\.\d{1,3})?)[)\]]?"
    r"[ \t]+(?:[-–—:|][ \t]+)?(?P<title>\S.*?)[ \t]*$",
)
_LINK = re.compile(r"\[(?P<title>[^\]]+)\]\((?P<url>[^)\s]+)\)")
_HEADING = re.compile(r"#{2,6}[ \t]+\S.*$")
# In the languages whose headings are likely; a list that begins at 0:00 needs none.
_ABOUT_CHAPTERS = re.compile(r"chap|kapitel|cap[ií]tulo|hoofdstuk", re.IGNORECASE)
_FENCE = re.compile(r"[ ]{0,3}(```|~~~)")
AT_LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterLine:
    """A line of the list: where it stands in the body (from 0), and what it says."""

    offset: int
    time: str
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The notes without their chapter list, and the list."""

    notes: str
    lines: tuple[ChapterLine, ...]


def split_chapters(body: str) -> Split:
    r"""Take the chapter list, with the heading above it, out of a Markdown body.

    A list of times that begins later than 0:00 is a chapter list only under such a heading.

    >>> found = split_chapters("Hello.\n\n## Chapters\n\n- 00:00 One\n- 01:05 Two\n\nBye.")
    >>> found.notes, [(line.time, line.title) for line in found.lines]
    ('Hello.\n\n\nBye.', [('00:00', 'One'), ('01:05', 'Two')])
    """
    rows = body.split("\n")
    run = _find_run(rows)
    if run is None:
        return Split(notes=body, lines=())
    start, end = run
    found = tuple(
        _line(number, rows[number]) for number in range(start, end) if rows[number].strip()
    )
    before = rows[:start]
    while before and not before[-1].strip():
        before.pop()
    heading = before[-1] if before and _HEADING.match(before[-1]) else ""
    if parse_time(found[0].time) and not _ABOUT_CHAPTERS.search(heading):
        return Split(notes=body, lines=())  # a timetable: 10:30 Doors open
    before = before[:-1] if heading else rows[:start]
    return Split(notes="\n".join([*before, *rows[end:]]), lines=found)


def _find_run(rows: list[str]) -> tuple[int, int] | None:
    """Return the first run of lines that all begin with a time, outside code."""
    start, count, is_code = 0, 0, False
    for number, row in enumerate([*rows, "end"]):
        if _FENCE.match(row):
            is_code = not is_code
        if not is_code and _LINE.match(row):
            start, count = (number, 1) if count == 0 else (start, count + 1)
        elif count and not row.strip() and number + 1 < len(rows) and _LINE.match(rows[number + 1]):
            continue
        elif count >= AT_LEAST:
            return start, number
        else:
            count = 0
    return None


def _line(number: int, row: str) -> ChapterLine:
    match = _LINE.match(row)
    if match is None:  # pragma: no cover  the run holds only matching lines
        raise AssertionError(row)
    link = _LINK.fullmatch(match["title"])
    title, url = (link["title"], link["url"]) if link else (match["title"], "")
    return ChapterLine(offset=number, time=match["time"], title=title, url=url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one line of a list; `offset` as in `ChapterLine`."""

    offset: int
    what: str
    todo: str


def read_chapters(
    lines: Sequence[ChapterLine], duration: timedelta
) -> tuple[tuple[Chapter, ...], tuple[Fault, ...]]:
    """Turn lines into chapters: the first at zero, ascending, all before the end."""
    chapters: list[Chapter] = []
    faults: list[Fault] = []
    previous: timedelta | None = None
    for line in lines:
        try:
            start = parse_time(line.time)
        except ValueError as error:
            todo = "Write it as 01:05 or 1:02:05."
            faults.append(Fault(offset=line.offset, what=f"{error}.", todo=todo))
            continue
        fault = _fault(line, start, previous, duration)
        previous = start
        if fault:
            faults.append(fault)
        else:
            chapters.append(Chapter(start=start, title=line.title, url=line.url))
    return tuple(chapters), tuple(faults)


def _fault(
    line: ChapterLine, start: timedelta, previous: timedelta | None, duration: timedelta
) -> Fault | None:
    if start >= duration:
        what = f"chapter starts at {line.time}, but the audio ends at {clock(duration)}."
        return Fault(offset=line.offset, what=what, todo="Correct the time.")
    if previous is None and start:
        what = f"the first chapter starts at {line.time}."
        return Fault(offset=line.offset, what=what, todo="Begin the list with a chapter at 00:00.")
    if previous is not None and start <= previous:
        what = f"chapter starts at {line.time}, not after the one above it ({clock(previous)})."
        return Fault(offset=line.offset, what=what, todo="Reorder the lines.")
    return None


def dump_json_chapters(chapters: Sequence[Chapter]) -> bytes:
    """Return a JSON chapters file (Podcast namespace, JSON chapters 1.2)."""
    rows = []
    for chapter in chapters:
        seconds = chapter.start.total_seconds()
        row: dict[str, object] = {
            "startTime": int(seconds) if seconds.is_integer() else seconds,
            "title": chapter.title,
        }
        if chapter.url.startswith("https://"):
            row["url"] = chapter.url
        rows.append(row)
    document = {"version": "1.2.0", "chapters": rows}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
