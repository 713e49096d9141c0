"""WebVTT, which browsers and Apple read: parsed with webvtt-py, and written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import takewhile

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.markup import TAG, plain_webvtt, voices
from plugins.podcast.transcripts.spoken import Fault, Parsed, Spoken
from plugins.podcast.transcripts.text import tidy, wrap
from plugins.podcast.transcripts.timing import ARROW, Timing, find_timings
from plugins.shared.durations import long_clock
from plugins.shared.problems import Severity

_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_ANY_TAG = re.compile(r"<[^>]*>")
# What video platforms write: each cue shows the line above again, and times every word.
_ROLLING = re.compile(r"<\d\d:\d\d:\d\d\.\d{3}><c>")
_BLOCKS = ("NOTE", "STYLE", "REGION")
_WIDTH = 65


def parse_webvtt(text: str) -> Parsed:
    """Find the words of a WebVTT file and whatever is wrong with its form."""
    lines = text.split("\n")
    if not _HEADER.fullmatch(lines[0]):
        fault = Fault(what="it is not WebVTT.", todo="Begin it with a line 'WEBVTT'.", line=1)
        return Parsed(faults=(fault,))
    timings, faults = find_timings(
        lines, lambda index: index > 0 and not lines[index].startswith("NOTE")
    )
    payloads, is_strict = _payloads(text, lines, timings)
    if _ROLLING.search(text):
        payloads, is_strict = list(_unrolled(payloads)), False
    spoken = [
        Spoken(
            start=timing.start,
            end=timing.end,
            text=plain_webvtt(raw),
            speaker=speaker,
            line=timing.index + 1,
        )
        for timing, payload in zip(timings, payloads, strict=True)
        for speaker, raw in voices(payload)
    ]
    is_strict = is_strict and all(_is_plain(payload) for payload in payloads)
    return Parsed(spoken=tuple(spoken), faults=tuple(faults or _strays(lines)), is_strict=is_strict)


def _payloads(text: str, lines: Sequence[str], timings: Sequence[Timing]) -> tuple[list[str], bool]:
    """Return what each cue holds, and whether the file is as strict as it could be."""
    try:
        captions = webvtt.from_string(text, strict=True).captions
        if len(captions) == len(timings):
            return [caption.raw_text for caption in captions], True
    except (MalformedCaptionError, MalformedFileError):
        pass
    captions = webvtt.from_string(_repaired(lines, timings)).captions
    return [caption.raw_text for caption in captions], False


def _repaired(lines: Sequence[str], timings: Sequence[Timing]) -> str:
    """Write the times as the standard has them, without what only looks like times or words.

    A number right above a time is the cue's, even where no empty line stands before it.
    """
    times = {
        timing.index: f"\n{long_clock(timing.start)} {ARROW} {long_clock(timing.end)}"
        for timing in timings
    }
    numbers = {i - 1 for i in times if lines[i - 1].strip().isdigit()}
    rows = (
        times.get(i, "" if ARROW in line or i in numbers else line)
        for i, line in enumerate(lines)
        if i
    )
    return "\n".join(["WEBVTT", *rows])


def _strays(lines: Sequence[str]) -> Iterator[Fault]:
    """Find words below an empty line, which belong to no cue and are shown to nobody."""
    before = "WEBVTT"
    for index, line in enumerate(lines):
        if line and not before and not line.strip().isdigit():
            block = list(takewhile(bool, lines[index:]))
            if not line.startswith(_BLOCKS) and not any(ARROW in row for row in block):
                yield Fault(
                    what="these words belong to no cue.",
                    todo="Remove the empty line above them, or begin them with NOTE.",
                    line=index + 1,
                    severity=Severity.WARNING,
                )
        before = line


def _unrolled(payloads: Iterable[str]) -> Iterator[str]:
    """Yield payloads without the lines that the cue above ended with."""
    above = ""
    for payload in payloads:
        rows = [row for row in payload.split("\n") if tidy(plain_webvtt(row))]
        plain = [tidy(plain_webvtt(row)) for row in rows]
        yield "\n".join(rows[1:] if plain and plain[0] == above else rows)
        above = plain[-1] if plain else above


def _is_plain(payload: str) -> bool:
    """Say whether what looks like a tag to a browser is no word to us."""
    return _ANY_TAG.sub("", payload) == TAG.sub("", payload)


def dump_webvtt(cues: Iterable[Cue]) -> bytes:
    """Write cues, each with its speaker."""
    return "\n".join(["WEBVTT\n", *map(_dump, cues)]).encode()


def _dump(cue: Cue) -> str:
    voice = f"<v {escape(cue.speaker, quote=False)}>" if cue.speaker else ""
    # The name is one word to whoever breaks the line.
    text = voice.replace(" ", "\0") + escape(cue.text, quote=False)
    rows = "\n".join(wrap(text, _WIDTH)).replace("\0", " ")
    return f"{long_clock(cue.start)} {ARROW} {long_clock(cue.end)}\n{rows}\n"
