"""What a transcript's parser finds: words with their line in the file, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from plugins.shared.problems import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Words before they are a cue.

    `text` still has its line breaks; without an `end` they last until the next ones begin.
    Words that share a line and a start share the time too.
    """

    start: timedelta
    end: timedelta | None = None
    text: str
    speaker: str = ""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong in a transcript: two sentences, where it is, and a key of `RULES`."""

    what: str
    todo: str
    line: int | None = None
    rule: str = "transcript-form"
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """All that a file holds; `is_strict` if the strictest reader finds the same in it."""

    spoken: tuple[Spoken, ...] = ()
    faults: tuple[Fault, ...] = ()
    is_strict: bool = False
