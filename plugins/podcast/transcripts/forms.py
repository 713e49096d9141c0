"""The forms that a transcript may come in, as a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plugins.podcast.transcripts.paragraphs import parse_paragraphs
from plugins.podcast.transcripts.segments import parse_segments
from plugins.podcast.transcripts.spoken import Parsed
from plugins.podcast.transcripts.subrip import parse_subrip
from plugins.podcast.transcripts.webvtt import parse_webvtt

_COMMA_TIME = re.compile(r"^\s*\d+:\d\d:\d\d,\d+\s*-->", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: its name, the endings of its files, how it is known and read.

    In a form that `marks_changes` whoever was named last may be speaking still.
    """

    name: str
    endings: tuple[str, ...]
    is_it: Callable[[str], bool]
    parse: Callable[[str], Parsed]
    marks_changes: bool = True


# In the order in which the files beside an episode are looked for.
FORMS = (
    Form(
        name="WebVTT",
        endings=(".vtt",),
        is_it=lambda text: text.startswith("WEBVTT"),
        parse=parse_webvtt,
    ),
    Form(
        name="SRT",
        endings=(".srt",),
        is_it=lambda text: _COMMA_TIME.search(text) is not None,
        parse=parse_subrip,
    ),
    Form(
        name="JSON",
        endings=(".transcript.json", ".json"),
        is_it=lambda text: text.lstrip().startswith("{") and '"segments"' in text,
        parse=parse_segments,
        marks_changes=False,
    ),
    Form(
        name="HTML",
        endings=(".html",),
        is_it=lambda text: text.lstrip().startswith("<") and "<time" in text.lower(),
        parse=parse_paragraphs,
    ),
)
ENDINGS = tuple(ending for form in FORMS for ending in form.endings)


def form_of_name(path: Path) -> Form | None:
    """Return the form that a file's name promises."""
    name = path.name.lower()
    return next((form for form in FORMS if name.endswith(form.endings)), None)


def form_of_text(text: str) -> Form | None:
    """Return the form that a text has, whatever its name."""
    return next((form for form in FORMS if form.is_it(text)), None)
