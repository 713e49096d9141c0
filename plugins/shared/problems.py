"""What is wrong with a site's content, collected from everywhere and told all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class SiteError(Exception):
    """An expected failure, told in one sentence and without a traceback."""


class Severity(StrEnum):
    """How grave a problem is: an error stops the build, a warning is listed."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding: where it is, what it is and what to do about it.

    `where` is a path as the author would type it, `line` counts from 1.
    `what` and `todo` are whole sentences; `rule` is a key of `plugins.shared.rules.RULES`.
    """

    where: str
    what: str
    todo: str = ""
    line: int | None = None
    severity: Severity = Severity.ERROR
    rule: str = ""

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        note = "warning: " if self.severity is Severity.WARNING else ""
        return f"{place}: {note}{self.what} {self.todo}".rstrip()


def split_sentence(text: object) -> tuple[str, str]:
    """Return the first sentence of a failure, what it is, and the rest, what to do about it.

    >>> split_sentence(ValueError("it is empty. Write some words."))
    ('it is empty.', 'Write some words.')
    >>> split_sentence("it is empty.")
    ('it is empty.', '')
    """
    what, _, todo = str(text).partition(". ")
    return f"{what.removesuffix('.')}.", todo


class Problems:
    """The one collection of problems of a build, without doubles, sorted by place."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def add(self, problem: Problem) -> None:
        self._found[problem] = None

    def error(
        self, where: str, what: str, todo: str = "", *, line: int | None = None, rule: str = ""
    ) -> None:
        self.add(Problem(where=where, what=what, todo=todo, line=line, rule=rule))

    def warning(
        self, where: str, what: str, todo: str = "", *, line: int | None = None, rule: str = ""
    ) -> None:
        found = Problem(where=where, what=what, todo=todo, line=line, rule=rule)
        self.add(replace(found, severity=Severity.WARNING))

    def add_all(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.add(problem)

    def add_as_warnings(self, problems: Iterable[Problem]) -> None:
        """Take problems of what is not published yet: they may stop nothing."""
        for problem in problems:
            self.add(replace(problem, severity=Severity.WARNING))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=lambda p: (p.where, p.line or 0, p.what)))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(p for p in self if p.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(p for p in self if p.severity is Severity.WARNING)
