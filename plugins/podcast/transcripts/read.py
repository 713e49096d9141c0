"""A transcript file, read whole: its speakers named, its times checked, its cues made."""

from __future__ import annotations

import codecs
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from pathlib import Path

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.check import check_times
from plugins.podcast.transcripts.forms import Form, form_of_name, form_of_text
from plugins.podcast.transcripts.speakers import name_speakers
from plugins.podcast.transcripts.spoken import Fault, Spoken
from plugins.podcast.transcripts.text import decode, tidy
from plugins.podcast.transcripts.timing import share
from plugins.shared.characters import CONTROL


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a transcript file says; `webvtt` is the file itself if it can be published as it is."""

    source: Path
    cues: tuple[Cue, ...] = ()
    faults: tuple[Fault, ...] = ()
    webvtt: bytes = b""


def read_transcript(path: Path, duration: timedelta, known: Collection[str] = ()) -> Reading:
    """Return the cues of a file and everything that is wrong with it; `known` are its people."""
    try:
        content = path.read_bytes()
    except OSError as error:
        what = f"it cannot be read ({error.strerror})."
        return _refuse(path, what, "Look at its permissions.")
    try:
        text = decode(content)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _refuse(path, "it is not UTF-8.", "Save it with the encoding UTF-8.", line)
    form, found = form_of_name(path), form_of_text(text)
    if found is not None and found is not form:
        what = f"it is {found.name}, but its name ends in {path.suffix!r}."
        return _refuse(path, what, f"Rename it to {path.stem}{found.endings[-1]}.")
    if form is None:
        what = f"no transcript has a name that ends in {path.suffix!r}."
        return _refuse(path, what, "Name a file that ends in .vtt, .srt, .json or .html.")
    webvtt = content if _is_for_all(content) and not CONTROL.search(text) else b""
    return _read(Reading(source=path, webvtt=webvtt), form, text, duration, known)


def _is_for_all(content: bytes) -> bool:
    """Say whether every reader takes the bytes: UTF-8, and no line ends of the last century."""
    is_utf_8 = not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return is_utf_8 and b"\r" not in content.replace(b"\r\n", b"")


def _refuse(path: Path, what: str, todo: str, line: int | None = None) -> Reading:
    return Reading(source=path, faults=(Fault(what=what, todo=todo, line=line),))


def _read(
    reading: Reading, form: Form, text: str, duration: timedelta, known: Collection[str]
) -> Reading:
    parsed = form.parse(text)
    named = name_speakers(parsed.spoken, known, marks_changes=form.marks_changes)
    spoken = list(_with_words(named))
    faults = [*parsed.faults, *check_times(spoken, duration)]
    if not spoken and not faults:
        todo = "Write a cue, or remove the file."
        faults.append(Fault(what="nobody says a word in it.", todo=todo, rule="transcript-words"))
    has_own_names = any(words.speaker for words in parsed.spoken)
    is_ready = has_own_names or not any(words.speaker for words in spoken)
    return replace(
        reading,
        cues=tuple(_cues(spoken, duration)),
        faults=tuple(sorted(faults, key=lambda fault: fault.line or 0)),
        webvtt=reading.webvtt if parsed.is_strict and is_ready else b"",
    )


def _with_words(spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    for words in spoken:
        text = tidy(words.text)
        if text:
            yield replace(words, text=text, speaker=tidy(words.speaker))


def _cues(spoken: Sequence[Spoken], duration: timedelta) -> Iterator[Cue]:
    """Give words that have no end one, and words of the same time a part of it each."""
    timed = zip(spoken, _ends(spoken, duration), strict=True)
    for (_, start, end), group in groupby(timed, _time_of):
        together = [words for words, _ in group]
        spans = share(start, end, [len(words.text) for words in together])
        for words, (first, last) in zip(together, spans, strict=True):
            yield Cue(start=first, end=last, text=words.text, speaker=words.speaker)


def _time_of(timed: tuple[Spoken, timedelta]) -> tuple[int, timedelta, timedelta]:
    words, end = timed
    return words.line, words.start, end


def _ends(spoken: Sequence[Spoken], duration: timedelta) -> list[timedelta]:
    """Return when words end: without a time of their own when the next begin, or with the audio."""
    ends: list[timedelta] = []
    below, below_end = duration, duration
    for words in reversed(spoken):
        free = below_end if words.start == below else below
        below_end = max(free, words.start) if words.end is None else words.end
        below = words.start
        ends.append(below_end)
    return ends[::-1]
