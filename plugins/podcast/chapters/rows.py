"""A chapter as it was written somewhere: texts and the line, nothing checked yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from plugins.shared.durations import parse_time
from plugins.shared.problems import Problem, Severity

# `01:05`, `1:02:05.500`; whether it is a time at all is checked later, and told.
TIME = r"(?:\d{1,3}:)?\d{1,3}:\d\d(?:[.,]\d{1,9})?(?!\d|:\d)"
_BEYOND_MILLISECONDS = re.compile(r"([.,]\d{3})\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterRow:
    """What one chapter says, as it was typed; `line` counts from 1 in its file."""

    line: int
    time: str
    title: str
    url: str = ""
    image: str = ""
    end: str = ""
    is_listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong on one line of a list; `rule` is a key of `plugins.shared.rules.RULES`."""

    line: int | None
    what: str
    todo: str
    rule: str
    severity: Severity = Severity.ERROR

    def problem(self, where: str) -> Problem:
        return Problem(
            where=where,
            line=self.line,
            what=self.what,
            todo=self.todo,
            severity=self.severity,
            rule=self.rule,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a list of chapters holds, and what of it could not be read."""

    rows: tuple[ChapterRow, ...] = ()
    faults: tuple[Fault, ...] = ()


def unreadable(what: str, todo: str, line: int | None = None) -> Reading:
    """Return the reading of a file that is none."""
    return Reading(faults=(Fault(line=line, what=what, todo=todo, rule="chapter-file"),))


def read_time(text: str) -> timedelta:
    """Read a time to the millisecond, which is what every format can tell.

    Raises:
        ValueError: if it is none.

    >>> read_time("00:00:01.2345678").total_seconds()
    1.234
    """
    try:
        return parse_time(_BEYOND_MILLISECONDS.sub(r"\1", text.strip()))
    except ValueError as error:
        raise ValueError(f"{text!r} is not a time") from error
