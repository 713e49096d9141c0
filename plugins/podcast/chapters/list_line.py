"""One line of a chapter list in Markdown: its time, title, link and picture, however written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.podcast.chapters.inline import Inline, read_inline
from plugins.podcast.chapters.rows import TIME, ChapterRow

# How a line of the list begins: bullet or number, then a time, perhaps marked or in brackets.
# What is pasted from elsewhere has other bullets, and signs that nobody sees.
_UNSEEN = "[\u200b\u200e\u200f\u2060\ufeff]*"
_SIGNS = "•‣▪◦·●○■▶►⏱⏰🕐-🕧"
_BULLET = re.compile(
    rf"{_UNSEEN}[ ]{{0,3}}(?:[-*+][ \t]+|\d+[.)][ \t]+|[{_SIGNS}]\ufe0f?[ \t]*)?{_UNSEEN}"
)
_OPEN, _CLOSE = r"(\[（【「", r")\]）】」"
_BEGINS = re.compile(
    rf"(?:\|[ \t]*(?:\d+[.)]?[ \t]*\|[ \t]*)?)?[*_`\\{_OPEN}]{{0,8}}(?P<time>{TIME})"
)
# Between time and title: a space, or a mark and perhaps a space, which some marks need.
_MARK = r"(?:[-–—~→·•=]+>?|[｜：])"
_PLAIN = re.compile(
    rf"[{_OPEN}]*(?P<time>{TIME})(?:[ \t]*[-–—][ \t]*(?P<end>{TIME}))?"
    rf"(?:(?P<close>[{_CLOSE}]+)|(?![{_CLOSE}]))"
    rf"(?:[ \t]*(?:{_MARK}|[-–—:.|]+)[ \t]+|{_MARK}|[ \t]+|(?(close)|$))(?P<title>.*)$",
)
_IS_TIME = re.compile(rf"[(\[ \t]*{TIME}[)\] \t]*$")
# A time may stand at the end of a line if something sets it apart: a dash, brackets, a link.
_APART = re.compile(
    rf"(?:[ \t][-–—→·|][ \t]{{0,3}}|[-–—→·|]?[ \t]{{0,3}}[*_`\\{_OPEN}]{{1,8}}){TIME}"
    rf"[*_`\\{_CLOSE}]{{0,8}}(?:\([^()\s]*\))?[*_`\\{_CLOSE}]{{0,8}}[ \t]*$"
)
_LATE = re.compile(
    rf"(?P<title>.*?[^\s{_OPEN}–—→·|-])[ \t{_OPEN}–—→·|-]+(?P<time>{TIME})[{_CLOSE}]*$"
)
_BREAK = re.compile(r"(?<!\\)(?:\\\\)*(?P<mark>\\)[ \t]*$")
# A line that is longer is prose.
_LONGEST = 1000
_CELLS = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"\d+[.)]?$")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?$")


def read_row(line: str, number: int, definitions: str = "") -> ChapterRow | None:
    """Read a line that begins with a time, in any of the ways in which people write that.

    >>> read_row("- **00:12** [Two](https://example.org/)", 7)
    ChapterRow(line=7, time='00:12', title='Two', url='https://example.org/', image='', \
end='', is_listed=True)
    """
    content = _content(line)
    if not _BEGINS.match(content):
        return None
    if content.startswith("|"):
        return _read_cells(content, number, definitions)
    inline = read_inline(content, definitions)
    plain = _PLAIN.match(inline.text)
    if plain is None:
        return None
    return _row(number, plain["time"], plain["end"], plain["title"], (inline,))


def split_plain(line: str) -> re.Match[str] | None:
    """Match `time`, `end` and `title` of a line of plain words, which is no Markdown."""
    return _PLAIN.match(_content(line))


def _content(line: str) -> str:
    """Return a line without its bullet, and without the backslash that breaks it."""
    content = line[len(bullet[0]) :] if (bullet := _BULLET.match(line)) else line
    broken = _BREAK.search(content)
    return content[: broken.start("mark")] if broken else content


def read_late_row(line: str, number: int, definitions: str = "") -> ChapterRow | None:
    """Read a line that ends with a time, or a row of a table whose time is behind the title.

    >>> read_late_row("- Two columns (00:12)", 7).time
    '00:12'
    """
    content = _content(line)
    if content.startswith("|"):
        return _read_cells(content, number, definitions, is_late=True)
    if len(content) > _LONGEST or not _APART.search(content):
        return None
    inline = read_inline(content, definitions)
    late = _LATE.match(inline.text)
    return _row(number, late["time"], "", late["title"], (inline,)) if late else None


def _read_cells(
    content: str, number: int, definitions: str, *, is_late: bool = False
) -> ChapterRow | None:
    """Read a row of a table: a number if there is one, the time, the title, and what more."""
    cells = [cell.strip().replace(r"\|", "|") for cell in _CELLS.split(content.strip())[1:]]
    cells = cells[1:] if _NUMBER.match(cells[0]) else cells
    inlines = [read_inline(cell, definitions) for cell in cells]
    inlines[:2] = inlines[1::-1] if is_late else inlines[:2]
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
