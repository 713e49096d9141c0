"""Chapters as a WebVTT track (`kind=chapters`): read with their lines, and dumped for players."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import escape, unescape

from plugins.podcast.chapters.rows import ChapterRow, Fault, Reading, unreadable
from plugins.podcast.model import Chapter
from plugins.podcast.model.chapter import spans
from plugins.shared.characters import clean
from plugins.shared.durations import long_clock

ENDING = ".chapters.vtt"
_TIMES = re.compile(r"[ \t]*(?P<start>[\d:.]+)[ \t]*-->[ \t]*[\d:.]+(?:[ \t]|$)")
_TAG = re.compile(r"</?[a-zA-Z0-9.][^<>]*>")


def parse_webvtt_chapters(text: str) -> Reading:
    """Read a WebVTT file whose cues are chapters; where they end is where the next one begins."""
    lines = text.split("\n")
    if not lines or not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        return unreadable("it is not WebVTT.", "Begin it with a line 'WEBVTT'.", 1)
    rows: list[ChapterRow] = []
    faults: list[Fault] = []
    for number, line, title in _cues(lines):
        times = _TIMES.match(line)
        if times is None:
            what = "a line with '-->' does not hold two times."
            todo = "Write it as 00:00:00.000 --> 00:01:05.000."
            faults.append(Fault(line=number, what=what, todo=todo, rule="chapter-file"))
        else:
            rows.append(ChapterRow(line=number, time=times["start"], title=title))
    return Reading(rows=tuple(rows), faults=tuple(faults))


def _cues(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield number and text of each line of times, and the words below it."""
    for position, line in enumerate(lines):
        if "-->" not in line:
            continue
        words = []
        for below in lines[position + 1 :]:
            if not below.strip() or "-->" in below:
                break
            words.append(unescape(_TAG.sub("", below)))
        yield position + 1, line, clean(" ".join(words))


def dump_webvtt_chapters(chapters: Sequence[Chapter], duration: timedelta) -> bytes:
    """Return the track: each cue ends where the next begins, the last one with the audio.

    >>> one = Chapter(start=timedelta(), title="R&D")
    >>> print(dump_webvtt_chapters([one], timedelta(seconds=5)).decode(), end="")
    WEBVTT
    <BLANKLINE>
    00:00:00.000 --> 00:00:05.000
    R&amp;D
    """
    cues = (_cue(chapter, end) for chapter, end in spans(chapters, duration))
    return ("WEBVTT\n" + "".join(cues)).encode()


def _cue(chapter: Chapter, end: timedelta) -> str:
    title = escape(chapter.title, quote=False)
    return f"\n{long_clock(chapter.start)} --> {long_clock(end)}\n{title}\n"
