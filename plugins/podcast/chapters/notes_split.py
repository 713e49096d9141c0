"""Show notes parted from the chapter list in them, and from the heading above that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.podcast.chapters.list_line import read_row
from plugins.podcast.chapters.rows import ChapterRow, Fault
from plugins.podcast.chapters.written import (
    AT_LEAST,
    Found,
    begins_at_zero,
    find_lists,
    is_delimiter,
    is_of_the_day,
    mark_text,
)
from plugins.shared.problems import Severity

# In the languages whose headings are likely; a list that begins at 0:00 needs none.
_ABOUT = r"chap|kapitel|cap[ií]tulo|capitol|hoofdstuk|timestamp|time code"
# The whole of a heading: "24 hours in Tokyo" may be the title of what is heard.
_OF_HOURS = re.compile(
    r"(?:#{1,6}[ \t]+)?[*_]{0,3}(?:(?:the|our) )?"
    r"(?:schedule|timetable|(?:opening |office |business )?hours|opening times"
    r"|fahrplan|zeitplan|öffnungszeiten|horarios?|horaires?)(?: \w+){0,2}"
    r":?[*_]{0,3}:?[ \t]*$",
    re.IGNORECASE,
)
_ABOUT_CHAPTERS = re.compile(_ABOUT, re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}[ \t]+\S.*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
# "Chapters:" or "**Chapters**" alone on its line is meant as a heading.
_LABEL = re.compile(
    rf"[*_]{{0,3}}[\w ]{{0,20}}(?:{_ABOUT})[\w ]{{0,20}}:?[*_]{{0,3}}:?[ \t]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The notes without their chapter list, the list, and what may have been meant for it."""

    notes: str
    rows: tuple[ChapterRow, ...] = ()
    faults: tuple[Fault, ...] = ()


def split_chapters(body: str, first_line: int = 1) -> Split:
    r"""Take the chapter list, with the heading above it, out of a Markdown body.

    A list of times that begins later than 0:00 is a chapter list only under such a heading.

    >>> found = split_chapters("Hello.\n\n## Chapters\n\n- 00:00 One\n- 01:05 Two\n\nBye.")
    >>> found.notes, [(row.time, row.title) for row in found.rows]
    ('Hello.\n\n\nBye.', [('00:00', 'One'), ('01:05', 'Two')])
    """
    lines = body.split("\n")
    splits = (_split(lines, found, first_line) for found in find_lists(lines, first_line))
    nothing = Split(notes=body, faults=tuple(_torn(lines, first_line)))
    return next(filter(None, splits), nothing)


def _split(lines: list[str], found: Found, first_line: int) -> Split | None:
    """Take one list out, unless it is a timetable: 10:30 Doors open."""
    above = _without_table_head(lines[: found.start])
    before, heading = _without_heading(above)
    about = heading + "\n".join(lines[len(above) : found.start])
    is_about = _ABOUT_CHAPTERS.search(about) is not None
    if not is_about and (not begins_at_zero(found.rows) or _is_below_hours(above)):
        return None
    if not is_about and _goes_on(lines[found.end :]):
        before = above  # the heading is that of the text below the list, too
    return Split(
        notes="\n".join([*before, *lines[found.end :]]),
        rows=found.rows,
        faults=tuple(_apart(lines, found.end, first_line)),
    )


def _is_below_hours(above: Sequence[str]) -> bool:
    """Say whether the heading right above a list is for hours of the day."""
    _, heading = _without_heading(list(above))
    last = next((line for line in reversed(above) if line.strip()), "")
    return any(_OF_HOURS.match(line) for line in (heading, last))


def _without_table_head(above: list[str]) -> list[str]:
    """Return the lines above a list without the two that begin a table."""
    is_table = len(above) > 1 and is_delimiter(above[-1]) and "|" in above[-2]
    return above[:-2] if is_table else above


def _without_heading(above: list[str]) -> tuple[list[str], str]:
    """Return the lines above a list without its heading, and the heading."""
    before = list(above)
    while before and not before[-1].strip():
        before.pop()
    last, alone = _last(before), not _last(before[:-1])
    if _HEADING.match(last) or (alone and _LABEL.match(last)):
        return before[:-1], last
    is_underlined = _UNDERLINE.match(last) and not alone and not _last(before[:-2])
    return (before[:-2], before[-2]) if is_underlined else (above, "")


def _last(lines: Sequence[str]) -> str:
    return lines[-1].strip() if lines else ""


def _goes_on(below: Sequence[str]) -> bool:
    """Say whether text follows before the next heading."""
    first = next((line for line in below if line.strip()), "#")
    return not first.startswith("#")


def _apart(lines: Sequence[str], end: int, first_line: int) -> Iterable[Fault]:
    """Find the line that goes on with a list after words between: those have cut it short."""
    for number, (line, is_text) in enumerate(mark_text(lines[end:]), start=end):
        if _HEADING.match(line):
            break
        if is_text and read_row(line, 0) is not None:
            last = first_line + end - 1
            what = f"this line begins with a time, but the list of chapters ended on line {last}."
            todo = "Put it there with nothing in between, or begin it with a word."
            yield _warning(first_line + number, what, todo)
            break


def _torn(lines: Sequence[str], first_line: int) -> Iterable[Fault]:
    """Find lines with times, as chapters have them, that do not follow each other."""
    is_about, rows, above = False, list[ChapterRow](), lines
    for number, (line, is_text) in enumerate(mark_text(lines)):
        if _HEADING.match(line) or _LABEL.match(line):
            is_about, rows = _ABOUT_CHAPTERS.search(line) is not None, []
        row = read_row(line, first_line + number) if is_text else None
        above = above if rows else lines[:number]
        rows += [row] if row else []
        if row and len(rows) == AT_LEAST:
            if is_about:
                what = "below the heading for chapters, words stand between lines with times."
            elif _are_like_chapters(rows) and not _is_below_hours(above):
                what = "words stand between lines that begin with times as chapters do."
            else:
                continue
            yield _warning(row.line, what, "Put one chapter a line, with nothing in between.")
            break


def _are_like_chapters(rows: Sequence[ChapterRow]) -> bool:
    """Say whether rows begin at zero and go on, in no hours of the day."""
    return begins_at_zero(rows) and not begins_at_zero(rows[1:]) and not is_of_the_day(rows)


def _warning(line: int, what: str, todo: str) -> Fault:
    rule, severity = "chapter-apart", Severity.WARNING
    return Fault(line=line, what=what, todo=todo, rule=rule, severity=severity)
