"""The chapter lists in show notes: runs of lines that all begin, or all end, with a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.podcast.chapters.list_line import read_late_row, read_row
from plugins.podcast.chapters.rows import ChapterRow, read_time

# "09:00 am Doors open" is an hour of the day.
_OF_THE_DAY = re.compile(r"(?:[ap]\.?m\b|[AP]\.?M\b|Uhr\b|h\b|o['’]clock\b|UTC\b|GMT\b)")
_DELIMITER = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?!\^)[^\]]+\]:[ \t]*\S")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~|<!--|<(?:pre|blockquote|script|style)\b)", re.IGNORECASE)
AT_LEAST = 2
# A line, its number and the definitions of links.
Read = Callable[[str, int, str], ChapterRow | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a list stands among the lines of a body (from 0, `end` past it), and what it says."""

    start: int
    end: int
    rows: tuple[ChapterRow, ...]


def find_lists(lines: Sequence[str], first_line: int = 1) -> Iterator[Found]:
    """Yield the runs of lines that all begin with a time, or all end with one, outside code."""
    definitions = "\n".join(line for line in lines if _DEFINITION.match(line))
    read: Read = read_row
    start, found = 0, list[ChapterRow]()
    for number, (line, is_text) in enumerate([*mark_text(lines), ("end", True)]):
        if found and not line.strip():
            continue
        row = read(line, first_line + number, definitions) if found and is_text else None
        if row is None:
            if _is_list(found):
                yield Found(start=start, end=_end(lines, number), rows=tuple(found))
            found.clear()
            read, row = _begin(line, first_line + number, definitions) if is_text else (read, None)
            start = number
        found += [row] if row else []


def _begin(line: str, number: int, definitions: str) -> tuple[Read, ChapterRow | None]:
    """Return what reads a line that may be the first of a list, and what it read."""
    early = read_row(line, number, definitions)
    return (read_row, early) if early else (read_late_row, read_late_row(line, number, definitions))


def mark_text(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether it is text: outside code, quotes in HTML, and comments."""
    fence = ""
    for line in lines:
        begins = _FENCE.match(line)
        yield line, not fence and begins is None
        if fence:
            fence = "" if fence in line.lower() else fence
        elif begins:
            fence = _closing(begins[1].lower())
            fence = "" if fence in line[begins.end() :].lower() else fence


def _closing(fence: str) -> str:
    """Return what ends a part that is no text."""
    return "-->" if fence == "<!--" else fence.replace("<", "</")


def _is_list(rows: Sequence[ChapterRow]) -> bool:
    return len(rows) >= AT_LEAST and not is_of_the_day(rows)


def is_of_the_day(rows: Sequence[ChapterRow]) -> bool:
    """Say whether no row has a title but such as `am Doors open`."""
    return all(_OF_THE_DAY.match(row.title) for row in rows if row.title)


def _end(lines: Sequence[str], number: int) -> int:
    """Leave the empty lines below a list to the notes."""
    while number and not lines[number - 1].strip():
        number -= 1
    return number


def begins_at_zero(rows: Sequence[ChapterRow]) -> bool:
    try:
        return not read_time(rows[0].time)
    except ValueError:
        return False


def is_delimiter(line: str) -> bool:
    """Say whether a line is the rule below the heading of a table."""
    return "|" in line and _DELIMITER.match(line) is not None
