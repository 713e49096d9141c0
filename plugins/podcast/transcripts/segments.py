"""JSON, the podcast namespace's own format of segments: parsed, and written."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.single_words import join_words
from plugins.podcast.transcripts.spoken import Fault, Parsed, Spoken
from plugins.shared.durations import parse_time

# The namespace's names, and those of the recognisers whose output lies beside many recordings.
_START = ("startTime", "start")
_END = ("endTime", "end")
_WORDS = ("body", "text")
_LATEST = 1e6
_SPACE = " \t\n\r"


def parse_segments(text: str) -> Parsed:
    """Find the words of a JSON transcript and whatever is wrong with its form."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        fault = Fault(what="it is not JSON.", todo=f"{error.msg}: correct it.", line=error.lineno)
        return Parsed(faults=(fault,))
    except (RecursionError, ValueError):
        fault = Fault(what="it is not JSON of a transcript.", todo="Export it again.")
        return Parsed(faults=(fault,))
    segments = document.get("segments") if isinstance(document, dict) else None
    if not isinstance(segments, list):
        todo = 'Export it as WebVTT or SRT, or write it as {"version": "1.0.0", "segments": [...]}.'
        return Parsed(faults=(Fault(what="there is no list of 'segments'.", todo=todo, line=1),))
    spoken: list[Spoken] = []
    faults: list[Fault] = []
    for segment, line in zip(segments, _lines(text), strict=True):
        try:
            spoken.append(_spoken(segment, line))
        except ValueError as error:
            todo = "Give it a startTime and an endTime in seconds, and a body."
            faults.append(Fault(what=str(error), todo=todo, line=line, rule="cue-times"))
    return Parsed(spoken=tuple(join_words(spoken)), faults=tuple(faults))


def _spoken(segment: object, line: int) -> Spoken:
    if not isinstance(segment, Mapping):
        raise ValueError("the segment is no object.")  # noqa: TRY004 a fault of the file
    start = _time(_first(segment, _START))
    if start is None:
        raise ValueError("the segment has no startTime.")
    words = _first(segment, _WORDS)
    if not isinstance(words, str):
        raise ValueError("the segment has no body.")  # noqa: TRY004 the same
    return Spoken(
        start=start,
        end=_time(_first(segment, _END)),
        text=words,
        speaker=_speaker(segment.get("speaker")),
        line=line,
    )


def _speaker(value: object) -> str:
    """Return a name; recognisers that know none count the voices."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"Speaker {value}"
    return value if isinstance(value, str) else ""


def _first(segment: Mapping[str, object], names: Iterable[str]) -> object:
    return next((segment[name] for name in names if segment.get(name) is not None), None)


def _time(value: object) -> timedelta | None:
    if value is None:
        return None
    try:
        seconds = value if isinstance(value, float | int) else parse_time(str(value))
    except ValueError as error:
        raise ValueError(f"{json.dumps(value)} is not a time.") from error
    if isinstance(seconds, timedelta):
        return seconds
    if isinstance(value, bool) or not math.isfinite(seconds) or not 0 <= seconds < _LATEST:
        raise ValueError(f"{json.dumps(value)} is not a time.")
    return timedelta(milliseconds=round(seconds * 1000))


def _lines(text: str) -> list[int]:
    """Return the line that each segment of a right JSON document begins in."""
    breaks = [at for at, character in enumerate(text) if character == "\n"]
    found: list[int] = []
    for key, at in _members(text):
        if key == "segments":
            found = [bisect_right(breaks, start) + 1 for start in _elements(text, at)]
    return found


def _members(text: str) -> Iterator[tuple[str, int]]:
    """Yield the keys of the outer object and where their values begin."""
    decode = json.JSONDecoder().raw_decode
    at = _skip(text, text.index("{") + 1)
    while text[at] == '"':
        key, at = decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        yield key, at
        _, at = decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at


def _elements(text: str, at: int) -> Iterator[int]:
    """Yield where the elements of an array begin."""
    decode = json.JSONDecoder().raw_decode
    at = _skip(text, at + 1)
    while text[at] != "]":
        yield at
        _, at = decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    while text[at] in _SPACE:
        at += 1
    return at


def dump_segments(cues: Iterable[Cue]) -> bytes:
    """Write cues as segments, one a line."""
    rows = ",\n".join(json.dumps(_segment(cue), ensure_ascii=False) for cue in cues)
    return f'{{"version": "1.0.0", "segments": [\n{rows}\n]}}\n'.encode()


def load_segments(content: bytes) -> tuple[Cue, ...]:
    """Read back what `dump_segments` wrote."""
    return tuple(
        Cue(
            start=timedelta(milliseconds=round(segment["startTime"] * 1000)),
            end=timedelta(milliseconds=round(segment["endTime"] * 1000)),
            text=segment["body"],
            speaker=segment.get("speaker", ""),
        )
        for segment in json.loads(content)["segments"]
    )


def _segment(cue: Cue) -> dict[str, object]:
    speaker = {"speaker": cue.speaker} if cue.speaker else {}
    return {
        **speaker,
        "startTime": _seconds(cue.start),
        "endTime": _seconds(cue.end),
        "body": cue.text,
    }


def _seconds(time: timedelta) -> int | float:
    seconds = round(time.total_seconds(), 3)
    return int(seconds) if seconds.is_integer() else seconds
