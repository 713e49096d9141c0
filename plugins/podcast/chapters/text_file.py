"""Chapters in plain text, as the common programs write them: one reader for each of their ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from plugins.podcast.chapters.list_line import split_plain
from plugins.podcast.chapters.rows import ChapterRow, Fault, Reading, unreadable
from plugins.shared.characters import clean
from plugins.shared.durations import decimal_seconds

ENDING = ".chapters.txt"
_LABEL = re.compile(r"(?P<time>\d+(?:[.,]\d+)?)\t(?P<end>\d+(?:[.,]\d+)?)(?:\t(?P<title>.*))?$")
_NUMBERED = re.compile(r"CHAPTER(?P<number>\d+)(?P<what>NAME|URL)?=(?P<value>.*)$", re.IGNORECASE)
_URL = re.compile(r"(?P<title>.*?)[ \t]*<(?P<url>[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*)>$")
# Comments, and the second line of an Audacity label, which tells pitches.
_SILENT = ("#", ";", "\\\t")
_FFMETADATA = ";FFMETADATA"
Lines = list[tuple[int, str]]


def parse_text_chapters(text: str) -> Reading:
    """Read a file of lines, by the way its first line is written."""
    lines = [(number, line.strip("\r")) for number, line in enumerate(text.split("\n"), start=1)]
    written = [(number, line) for number, line in lines if line.strip()]
    if not written:
        return unreadable("it is empty.", "Write lines such as '00:01:05 A title'.", 1)
    first = written[0][1]
    if first.startswith(_FFMETADATA):
        return _collect(_read_ffmetadata(written))
    if _NUMBERED.match(first):
        return _collect(_read_numbered(written))
    read = _read_label if _LABEL.match(first) else _read_line
    told = [(number, line) for number, line in written if not line.lstrip().startswith(_SILENT)]
    return _collect(read(number, line) for number, line in told)


def _collect(found: Iterator[ChapterRow | Fault]) -> Reading:
    parts = list(found)
    return Reading(
        rows=tuple(part for part in parts if isinstance(part, ChapterRow)),
        faults=tuple(part for part in parts if isinstance(part, Fault)),
    )


def _fault(number: int, what: str, todo: str) -> Fault:
    return Fault(line=number, what=what, todo=todo, rule="chapter-file")


def _with_url(number: int, time: str, title: str, end: str = "") -> ChapterRow:
    """Return a row; mp4chaps writes a link in angle brackets behind the title."""
    found = _URL.match(title.strip())
    words, url = (found["title"], found["url"]) if found else (title, "")
    return ChapterRow(line=number, time=time, title=clean(words), url=url, end=end)


def _read_line(number: int, line: str) -> ChapterRow | Fault:
    """Read `00:00:00.000 Title`, the way of mp4chaps."""
    match = split_plain(line.strip())
    if match is None:
        return _fault(number, "the line begins with no time.", "Write it as '00:01:05 A title'.")
    return _with_url(number, match["time"], match["title"] or "", match["end"] or "")


def _read_label(number: int, line: str) -> ChapterRow | Fault:
    """Read `0.000000<tab>12.500000<tab>Title`, the way of Audacity's labels."""
    match = _LABEL.match(line)
    if match is None:
        todo = "Export the labels again."
        return _fault(number, "the line does not hold two times with tabs behind them.", todo)
    # A label that is a point ends where it starts.
    end = "" if match["end"] == match["time"] else match["end"]
    time, end = (part.replace(",", ".") for part in (match["time"], end))
    return _with_url(number, time, match["title"] or "", end)


def _read_numbered(lines: Lines) -> Iterator[ChapterRow | Fault]:
    """Read `CHAPTER01=00:00:00.000` and `CHAPTER01NAME=Title`, the way of Ogg and Matroska."""
    parts: dict[str, dict[str, tuple[int, str]]] = {}
    for number, line in lines:
        match = _NUMBERED.match(line.strip())
        if match is None:
            todo = "Write it as CHAPTER01=00:01:05.000 or CHAPTER01NAME=A title."
            yield _fault(number, "the line belongs to no chapter.", todo)
            continue
        what = (match["what"] or "TIME").upper()
        parts.setdefault(match["number"], {})[what] = (number, match["value"].strip())
    for chapter, values in parts.items():
        if "TIME" not in values:
            number = min(number for number, _ in values.values())
            yield _fault(number, f"chapter {chapter} has no time.", f"Add CHAPTER{chapter}=….")
            continue
        number, time = values["TIME"]
        title, url = values.get("NAME", (0, ""))[1], values.get("URL", (0, ""))[1]
        yield ChapterRow(line=number, time=time, title=clean(title), url=clean(url))


def _read_ffmetadata(lines: Lines) -> Iterator[ChapterRow | Fault]:
    """Read the `[CHAPTER]` sections of ffmpeg's metadata."""
    sections: list[tuple[int, dict[str, str]]] = []
    is_chapter = False
    for number, line in lines:
        if line.startswith("["):
            is_chapter = line.strip().upper() == "[CHAPTER]"
            sections += [(number, {})] if is_chapter else []
        elif is_chapter and "=" in line and not line.startswith((";", "#")):
            key, _, value = line.partition("=")
            sections[-1][1][key.strip().upper()] = re.sub(r"\\(.)", r"\1", value)
    for number, values in sections:
        yield _of_section(number, values)


def _of_section(number: int, values: dict[str, str]) -> ChapterRow | Fault:
    try:
        part, _, whole = values.get("TIMEBASE", "1/1000000000").partition("/")
        seconds = int(values["START"]) * int(part) / int(whole)
        time = decimal_seconds(timedelta(seconds=round(seconds, 3)))
    except (KeyError, ValueError, ZeroDivisionError, OverflowError):
        todo = "Write TIMEBASE=1/1000 and START=65000 below it."
        return _fault(number, "the chapter has no START that can be read.", todo)
    return ChapterRow(line=number, time=str(time), title=clean(values.get("TITLE", "")))
