"""The recording: clips laid one after the other, so that every time is known, not guessed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from .script import Sentence
from .voices import RATE

_LEAD_IN = RATE * 3 // 10
_BETWEEN_SENTENCES = RATE * 3 // 10
_LONGER_PAUSE = RATE * 7 // 10
_LEAD_OUT = RATE * 6 // 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A sentence with the time in which it is heard."""

    start: timedelta
    end: timedelta
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A title and the whole second at which it begins."""

    start: timedelta
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """All that one script sounds like."""

    samples: array[int]
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]

    @property
    def duration(self) -> timedelta:
        return time_of(len(self.samples))


def time_of(position: int) -> timedelta:
    """Turn a count of samples into a time.

    >>> time_of(24_000)
    datetime.timedelta(seconds=1, microseconds=500000)
    """
    return timedelta(seconds=position) / RATE


def assemble(clips: Iterable[tuple[Sentence, array[int]]]) -> Recording:
    """Join the clips with pauses, noting when each sentence and chapter starts."""
    samples = array("h")
    cues: list[Cue] = []
    chapters: list[Chapter] = []
    for sentence, clip in clips:
        start = _find_start(sentence, len(samples))
        samples.extend(array("h", bytes(2 * (start - len(samples)))))
        samples.extend(clip)
        cues.append(Cue(start=time_of(start), end=time_of(len(samples)), sentence=sentence))
        if sentence.chapter is not None:
            chapters.append(Chapter(start=time_of(start - start % RATE), title=sentence.chapter))
    samples.extend(array("h", bytes(2 * _LEAD_OUT)))
    return Recording(samples=samples, cues=tuple(cues), chapters=tuple(chapters))


def _find_start(sentence: Sentence, position: int) -> int:
    if position == 0:
        return _LEAD_IN
    if sentence.chapter is not None:
        return _round_up_to_second(position + _LONGER_PAUSE)
    return position + (_LONGER_PAUSE if sentence.follows_pause else _BETWEEN_SENTENCES)


def _round_up_to_second(position: int) -> int:
    return -(-position // RATE) * RATE
