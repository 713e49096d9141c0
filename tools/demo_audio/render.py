"""A recording in words: the WebVTT transcript, and the chapter list to paste."""

from collections.abc import Iterable
from datetime import timedelta

from .timeline import Chapter, Cue


def render_transcript(cues: Iterable[Cue]) -> str:
    """Write one WebVTT cue a sentence, with its speaker."""
    return "WEBVTT\n" + "".join(f"\n{_render_cue(cue)}\n" for cue in cues)


def render_chapters(chapters: Iterable[Chapter]) -> str:
    """Write the chapters as the Markdown list that an episode holds."""
    lines = [f"- {clock(chapter.start)} {chapter.title}" for chapter in chapters]
    return "\n".join(["## Chapters", "", *lines])


def clock(time: timedelta) -> str:
    """Show a time in minutes and seconds.

    >>> clock(timedelta(seconds=78.9))
    '01:18'
    """
    minutes, seconds = divmod(int(time.total_seconds()), 60)
    return f"{minutes:02}:{seconds:02}"


def _render_cue(cue: Cue) -> str:
    timing = f"{_timestamp(cue.start)} --> {_timestamp(cue.end)}"
    return f"{timing}\n<v {cue.sentence.speaker}>{cue.sentence.text}"


def _timestamp(time: timedelta) -> str:
    thousandths = time // timedelta(milliseconds=1)
    seconds, thousandths = divmod(thousandths, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"
