"""The soundbites of an episode, held against how long it plays."""

from __future__ import annotations

from datetime import timedelta

from plugins.frontmatter.document import Document
from plugins.podcast.model import Soundbite
from plugins.shared.durations import clock
from plugins.shared.run import Run


def read_soundbites(document: Document, duration: timedelta, run: Run) -> tuple[Soundbite, ...]:
    """Return those that end before the recording does; others are told."""
    given = document.values.get("soundbite", ())
    found = []
    for start, length, title in given if isinstance(given, tuple) else ():
        if start + length > duration:
            end = clock(start + length)
            what = f"Soundbite: it ends at {end}, but the audio at {clock(duration)}."
            line = document.lines.get("soundbite")
            run.problems.error(
                document.where,
                what,
                "Correct its start or length.",
                line=line,
                rule="soundbite-end",
            )
        else:
            found.append(Soundbite(start=start, duration=length, title=title or document.title))
    return tuple(found)
