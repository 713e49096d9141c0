"""The chapter list in the show notes: found among the Markdown, read, and taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.podcast.chapters.inline import Inline, read_inline
from plugins.podcast.chapters.rows import TIME, ChapterRow, read_time

# How a line of the list begins: bullet or number, then a time, perhaps marked or in brackets.
_BULLET = re.compile(r"[ ]{0,3}(?:[-*+][ \t]+|\d+[.)][ \t]+)?")
_BEGINS = re.compile(rf"(?:\|[ \t]*(?:\d+[.)]?[ \t]*\|[ \t]*)?)?[*_`(\[\\]{{0,8}}(?P<time>{TIME})")
_PLAIN = re.compile(
    rf"[(\[]*(?P<time>{TIME})(?:[ \t]*[-–—][ \t]*(?P<end>{TIME}))?[)\]]*"
    r"(?:(?:[ \t]*[-–—:|]+)?[ \t]+(?P<title>.*)|[ \t]*)$",
)
_IS_TIME = re.compile(rf"[(\[ \t]*{TIME}[)\] \t]*$")
_CELLS = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"\d+[.)]?$")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?$")
_DELIMITER = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?!\^)[^\]]+\]:[ \t]*\S")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~|<!--)")
_ENDS = {"<!--": "-->"}
AT_LEAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a list stands among the lines of a body (from 0, `end` past it), and what it says."""

    start: int
    end: int
    rows: tuple[ChapterRow, ...]


def find_lists(lines: Sequence[str], first_line: int = 1) -> Iterator[Found]:
    """Yield the runs of lines that all begin with a time, outside code."""
    definitions = "\n".join(line for line in lines if _DEFINITION.match(line))
    start, found = 0, list[ChapterRow]()
    for number, (line, is_text) in enumerate([*mark_text(lines), ("end", True)]):
        row = read_row(line, first_line + number, definitions) if is_text else None
        if row:
            start = start if found else number
            found.append(row)
        elif found and not line.strip():
            continue
        else:
            if _is_list(found):
                yield Found(start=start, end=_end(lines, number), rows=tuple(found))
            found.clear()


def mark_text(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether it is text: outside code between fences, and comments."""
    fence = ""
    for line in lines:
        begins = _FENCE.match(line)
        yield line, not fence and begins is None
        if fence:
            fence = "" if fence in line else fence
        elif begins:
            fence = _ENDS.get(begins[1], begins[1])
            fence = "" if fence in line[begins.end() :] else fence


def _is_list(rows: Sequence[ChapterRow]) -> bool:
    return len(rows) >= AT_LEAST and any(row.title for row in rows)


def _end(lines: Sequence[str], number: int) -> int:
    """Leave the empty lines below a list to the notes."""
    while number and not lines[number - 1].strip():
        number -= 1
    return number


def read_row(line: str, number: int, definitions: str = "") -> ChapterRow | None:
    """Read a line that begins with a time, in any of the ways in which people write that.

    >>> read_row("- **00:12** [Two](https://example.org/)", 7)
    ChapterRow(line=7, time='00:12', title='Two', url='https://example.org/', image='', \
end='', is_listed=True)
    """
    content = line[len(bullet[0]) :] if (bullet := _BULLET.match(line)) else line
    if not _BEGINS.match(content):
        return None
    if content.startswith("|"):
        return _read_cells(content, number, definitions)
    inline = read_inline(content, definitions)
    plain = _PLAIN.match(inline.text)
    if plain is None:
        return None
    return _row(number, plain["time"], plain["end"], plain["title"], (inline,))


def _read_cells(content: str, number: int, definitions: str) -> ChapterRow | None:
    """Read a row of a table: a number if there is one, the time, the title, and what more."""
    cells = [cell.strip().replace(r"\|", "|") for cell in _CELLS.split(content.strip())[1:]]
    cells = cells[1:] if _NUMBER.match(cells[0]) else cells
    inlines = [read_inline(cell, definitions) for cell in cells]
    time = _PLAIN.match(inlines[0].text)
    if time is None or time["title"]:
        return None
    addresses = [(cell, match[1]) for cell in cells[2:] if (match := _ADDRESS.match(cell))]
    named = Inline(text="", links=tuple(addresses))
    title = inlines[1].text if len(inlines) > 1 else ""
    return _row(number, time["time"], time["end"], title, (*inlines, named))


def _row(
    number: int, time: str, end: str | None, title: str | None, parts: Sequence[Inline]
) -> ChapterRow:
    """Put a row together; a link around the time alone leads to the moment, not elsewhere."""
    links = [url for part in parts for words, url in part.links if not _IS_TIME.match(words)]
    pictures = [picture for part in parts for picture in part.pictures]
    return ChapterRow(
        line=number,
        time=time,
        title=(title or "").strip(),
        url=next(iter(links), ""),
        image=next(iter(pictures), ""),
        end=end or "",
    )


def begins_at_zero(rows: Sequence[ChapterRow]) -> bool:
    try:
        return not read_time(rows[0].time)
    except ValueError:
        return False


def is_delimiter(line: str) -> bool:
    """Say whether a line is the rule below the heading of a table."""
    return "|" in line and _DELIMITER.match(line) is not None
