"""Transcripts: WebVTT read with webvtt-py and held against the audio."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from plugins.podcast.model import Cue
from plugins.shared.durations import clock, long_clock, parse_time

_TAG = re.compile(r"<[^>]*>")
_ARROW = re.compile(r"(?P<start>[\d:.]+)[ \t]+-->[ \t]+(?P<end>[\d:.]+)")
# The last cue may end with the file, whose length is rounded.
_SLACK = timedelta(milliseconds=500)


class TranscriptError(ValueError):
    """A transcript that is wrong; `line` is where, if it is known."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line


def read_transcript(path: Path) -> tuple[tuple[Cue, ...], tuple[int, ...]]:
    """Return the cues of a WebVTT file that have words, and the line of each.

    Raises:
        TranscriptError: if the file cannot be read as one.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        raise TranscriptError("it is not UTF-8. Save it with the encoding UTF-8.", line) from error
    try:
        captions = webvtt.from_string(text)
    except (MalformedFileError, MalformedCaptionError) as error:
        raise TranscriptError("it is not WebVTT. Begin it with a line 'WEBVTT'.", 1) from error
    rows = _times(text)
    if len(captions.captions) != len(rows):
        raise TranscriptError("a line with '-->' does not hold two times. Write it as the others.")
    spoken = [
        (cue, line)
        for caption, line in zip(captions.captions, rows, strict=True)
        if (cue := _cue(caption)).text
    ]
    if not spoken:
        raise TranscriptError("nobody says a word in it. Write a cue, or remove the file.")
    cues, lines = zip(*spoken, strict=True)
    return cues, lines


def _times(text: str) -> tuple[int, ...]:
    """Return the numbers of the lines that say when a cue is heard."""
    rows = [
        (number, match)
        for number, row in enumerate(text.splitlines(), start=1)
        if (match := _ARROW.match(row))
    ]
    for number, match in rows:
        for time in (match["start"], match["end"]):
            try:
                parse_time(time)
            except ValueError as error:
                sentence = f"{error}. Write it as 00:01:05.000."
                raise TranscriptError(sentence, number) from error
    return tuple(number for number, _ in rows)


def _cue(caption: webvtt.Caption) -> Cue:
    return Cue(
        start=parse_time(caption.start),
        end=parse_time(caption.end),
        text=" ".join(unescape(_TAG.sub("", caption.raw_text)).split()),
        speaker=caption.voice or "",
    )


def check_cues(
    cues: tuple[Cue, ...], lines: tuple[int, ...], duration: timedelta
) -> list[TranscriptError]:
    """Find cues that end before they start, go backwards, or lie past the end of the audio."""
    faults = []
    previous = timedelta()
    for cue, line in zip(cues, lines, strict=True):
        if cue.end <= cue.start:
            what = f"the cue ends at {long_clock(cue.end)}, before it starts."
            faults.append(TranscriptError(f"{what} Correct its times.", line))
        if cue.start < previous:
            what = f"the cue starts at {long_clock(cue.start)}, before the one above it"
            sentence = f"{what} ({long_clock(previous)}). Put the cues in order."
            faults.append(TranscriptError(sentence, line))
        if cue.end > duration + _SLACK:
            what = (
                f"the cue ends at {long_clock(cue.end)}, but the audio ends at {clock(duration)}."
            )
            faults.append(TranscriptError(f"{what} Does it belong to this recording?", line))
        previous = cue.start
    return faults
