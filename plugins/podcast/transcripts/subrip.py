"""SRT (SubRip), which most transcription services export: parsed, and written.

webvtt-py reads SRT too, but leaves out what it does not like and tells no line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.markup import plain_srt, protect_srt, voices
from plugins.podcast.transcripts.spoken import Fault, Parsed, Spoken
from plugins.podcast.transcripts.text import wrap
from plugins.podcast.transcripts.timing import ARROW, find_timings, share
from plugins.shared.durations import long_clock

_LIKE_TIMES = re.compile(r"\d\s*-->|-->\s*\d")
_LIKE_A_NAME = re.compile(r"[^:]{1,40}:\s|[^：]{1,40}：")
_LINES, _WIDTH = 2, 32


def parse_subrip(text: str) -> Parsed:
    """Find the words of an SRT file and whatever is wrong with its form."""
    lines = text.split("\n")
    timings, faults = find_timings(lines, lambda index: _is_timing(lines, index))
    belows = (*timings[1:], None)
    spoken: list[Spoken] = []
    for timing, below in zip(timings, belows, strict=False):
        words = _payload(
            lines[timing.index + 1 : below.index if below else None], is_last=below is None
        )
        spoken.extend(
            Spoken(
                start=timing.start,
                end=timing.end,
                text=plain_srt(raw),
                speaker=speaker,
                line=timing.index + 1,
            )
            for speaker, raw in voices(words)
        )
    first = timings[0].index if timings else len(lines)
    faults.extend(_strays(lines[:first]) if not faults else ())
    faults.extend(_without_times(lines))
    return Parsed(spoken=tuple(spoken), faults=tuple(faults))


def _is_timing(lines: Sequence[str], index: int) -> bool:
    """Say whether a line with an arrow tells times; words may have an arrow too."""
    above = lines[index - 1].strip() if index else ""
    return not above or above.isdigit() or _LIKE_TIMES.search(lines[index]) is not None


def _payload(rows: Sequence[str], *, is_last: bool) -> str:
    """Return the words below a line of times, without the number of the next cue."""
    if not is_last and rows and rows[-1].strip().isdigit():
        rows = rows[:-1]
    return "\n".join(row for row in rows if row.strip())


def _strays(rows: Sequence[str]) -> Iterator[Fault]:
    """Find the first words above all cues."""
    for index, row in enumerate(rows):
        if row.strip() and not row.strip().isdigit():
            what = "the line belongs to no cue."
            todo = "Begin with a number, a line of times below it, and then the words."
            yield Fault(what=what, todo=todo, line=index + 1)
            return


def _without_times(lines: Sequence[str]) -> Iterator[Fault]:
    """Find numbers that count on from the cue above, but have words where its times should be."""
    last = 0
    for index, (row, below) in enumerate(pairwise(lines)):
        number = row.strip()
        if not number.isdecimal() or (index and lines[index - 1].strip()):
            continue
        if ARROW in below:
            last = int(number[:9])
        elif number == str(last + 1) and below.strip() and last:
            todo = "Write them below the number, as 00:01:05,000 --> 00:01:09,500."
            what = f"the cue {number} has no times."
            yield Fault(what=what, todo=todo, line=index + 1, rule="cue-times")


def dump_subrip(cues: Iterable[Cue]) -> bytes:
    """Write cues as cards of two short lines, with the speaker's name where it changes."""
    cards = [
        f"{number}\n{_clock(cue, 'start')} --> {_clock(cue, 'end')}\n{cue.text}\n"
        for number, cue in enumerate(_cards(cues), start=1)
    ]
    return "\n".join(cards).encode()


def _clock(cue: Cue, name: str) -> str:
    return long_clock(getattr(cue, name)).replace(".", ",")


def _cards(cues: Iterable[Cue]) -> Iterator[Cue]:
    speaker = ""
    for cue in cues:
        is_named = cue.speaker and (cue.speaker != speaker or _LIKE_A_NAME.match(cue.text))
        # The name is one word to whoever breaks the line.
        name = f"{cue.speaker}: ".replace(" ", "\0") if is_named else ""
        parts = [part.replace("\0", " ") for part in _parts(protect_srt(name + cue.text))]
        spans = share(cue.start, cue.end, [len(part) for part in parts])
        if len(set(spans)) < len(parts):
            # Too short to be parted: one card with more lines.
            parts, spans = ["\n".join(parts)], spans[:1]
        for part, (start, end) in zip(parts, spans, strict=True):
            yield Cue(start=start, end=end, text=part, speaker=cue.speaker)
        speaker = cue.speaker


def _parts(text: str) -> list[str]:
    r"""Part a text into as few cards as hold it, all about as long.

    >>> _parts("Yesterday we left a woman beside a telephone, with thirty violins lost.")
    ['Yesterday we left\na woman beside a', 'telephone, with\nthirty violins lost.']
    """
    rows = wrap(text, _WIDTH)
    if len(rows) <= _LINES:
        return ["\n".join(rows)]
    for count in range(-(-len(rows) // _LINES), len(rows)):
        cards = [_balance(part, _LINES) for part in _balance(text, count)]
        if all(len(row) <= _WIDTH or " " not in row for card in cards for row in card):
            return ["\n".join(card) for card in cards]
    return rows


def _balance(text: str, count: int) -> list[str]:
    """Break a text into so many lines, none much longer than the others."""
    width = max(1, len(text) // count)
    while len(rows := wrap(text, width)) > count:
        width += 1
    return rows
