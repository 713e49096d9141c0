"""Chapters that the audio itself carries: made good for feeds, and held against those written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from plugins.podcast.audio.probe import Measured
from plugins.podcast.chapters.check import LONGEST_TITLE
from plugins.podcast.chapters.rows import Fault
from plugins.podcast.model import Chapter
from plugins.shared.durations import clock
from plugins.shared.problems import Severity

CLOSE = timedelta(seconds=1)
_TODO = "Write a list of chapters in the notes, or correct them in the audio."


def usable(
    chapters: Sequence[Chapter], duration: timedelta
) -> tuple[tuple[Chapter, ...], tuple[Fault, ...]]:
    """Return what feeds can take of embedded chapters, and what had to be left out or moved."""
    kept: list[Chapter] = []
    faults: list[Fault] = []
    for chapter in sorted(chapters, key=lambda chapter: chapter.start):
        time = clock(chapter.start)
        if chapter.start >= duration:
            faults.append(_warning(f"its chapter at {time} lies past its end and is left out."))
        elif kept and chapter.start == kept[-1].start:
            faults.append(_warning(f"its second chapter at {time} is left out."))
        elif not chapter.title.strip():
            faults.append(_warning(f"its chapter at {time} has no title and is left out."))
        else:
            # Frames always say an end; it tells nothing more than the next beginning does.
            kept.append(replace(chapter, title=chapter.title[:LONGEST_TITLE], end=None))
    if kept and kept[0].start:
        time = clock(kept[0].start)
        faults.append(_warning(f"its first chapter starts at {time}; apps get 0:00."))
        kept[0] = replace(kept[0], start=timedelta())
    return tuple(kept), tuple(faults)


def _warning(what: str) -> Fault:
    severity = Severity.WARNING
    return Fault(line=None, what=what, todo=_TODO, rule="chapter-embedded", severity=severity)


def first_difference(written: Sequence[Chapter], embedded: Sequence[Chapter]) -> str:
    """Say where two lists of chapters first differ; nothing if they say the same.

    >>> one = Chapter(start=timedelta(), title="One")
    >>> first_difference([one], [replace(one, title="Uno")])
    "chapter 1 is 'Uno' at 0:00 there, and 'One' at 0:00 in the list"
    """
    for number, (ours, theirs) in enumerate(zip(written, embedded, strict=False), start=1):
        if ours.title != theirs.title or abs(ours.start - theirs.start) > CLOSE:
            return (
                f"chapter {number} is {theirs.title!r} at {clock(theirs.start)} there, "
                f"and {ours.title!r} at {clock(ours.start)} in the list"
            )
    if len(written) != len(embedded):
        return f"there are {len(embedded)} there, and {len(written)} in the list"
    return ""


def compare(
    chapters: Sequence[Chapter], measured: Measured, name: str, *, is_published: bool
) -> Fault | None:
    """Warn if the audio of the episode `name` tells other chapters than its list."""
    written = [chapter for chapter in chapters if chapter.is_listed]
    embedded, _ = usable(measured.chapters, measured.duration)
    difference = first_difference(written, embedded)
    if not written or not embedded or not difference:
        return None
    if is_published:
        todo = (
            "It was published and stays as it is, so apps that read the audio show its own; "
            f"to replace it all the same: make embed-chapters EPISODE={name} ACCEPT={name}."
        )
    else:
        todo = f"To write the list into the audio: make embed-chapters EPISODE={name}."
    return replace(
        _warning(f"the chapters in it are not those that are written: {difference}."), todo=todo
    )
