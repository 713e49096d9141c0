"""The times of a transcript, held against each other and against the audio."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from plugins.podcast.transcripts.spoken import Fault, Spoken
from plugins.shared.durations import clock, long_clock
from plugins.shared.problems import Severity

# The last cue may end with the file, whose length is rounded.
_SLACK = timedelta(milliseconds=500)
# Programs round times, so that one cue seems to begin a little before another ends.
_ROUNDED = timedelta(milliseconds=100)


def check_times(spoken: Sequence[Spoken], duration: timedelta) -> Iterator[Fault]:
    """Find words that end before they begin, go backwards, overlap, or come after the audio."""
    above: Spoken | None = None
    for words in spoken:
        if above is not None and (words.line, words.start) == (above.line, above.start):
            continue
        yield from _check_length(words)
        yield from _check_audio(words, duration)
        if above is not None:
            yield from _check_order(words, above)
        above = words


def _check_length(words: Spoken) -> Iterator[Fault]:
    if words.end is not None and words.end <= words.start:
        when = "when" if words.end == words.start else "before"
        what = f"the cue ends at {long_clock(words.end)}, {when} it starts."
        yield Fault(what=what, todo="Correct its times.", line=words.line, rule="cue-length")


def _check_audio(words: Spoken, duration: timedelta) -> Iterator[Fault]:
    is_begun_late = words.start >= duration
    if is_begun_late or (words.end is not None and words.end > duration + _SLACK):
        verb, time = ("starts", words.start) if words.end is None else ("ends", words.end)
        what = f"the cue {verb} at {long_clock(time)}, but the audio ends at {clock(duration)}."
        todo = "Does it belong to this recording?"
        yield Fault(what=what, todo=todo, line=words.line, rule="cue-past-end")


def _check_order(words: Spoken, above: Spoken) -> Iterator[Fault]:
    starts = f"the cue starts at {long_clock(words.start)}"
    if words.start < above.start:
        what = f"{starts}, before the one above it ({long_clock(above.start)})."
        yield Fault(what=what, todo="Put the cues in order.", line=words.line, rule="cue-order")
    elif above.end is not None and words.start < above.end - _ROUNDED:
        yield Fault(
            what=f"{starts}, before the one above it ends ({long_clock(above.end)}).",
            todo="Let one end before the next starts.",
            line=words.line,
            rule="cue-overlap",
            severity=Severity.WARNING,
        )
