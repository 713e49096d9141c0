"""What a check tells: a line for each finding, or JSON, and a summary."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable

from plugins.shared.problems import Problem, Severity
from tools.check.table import BY_KEY
from tools.shared.console import count, line

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}


def describe(problem: Problem) -> dict[str, object]:
    """Return a finding as programs want it."""
    rule = BY_KEY.get(problem.rule)
    return {
        "file": problem.where,
        "line": problem.line,
        "rule": problem.rule,
        "severity": problem.severity.value,
        "source": rule.source.value if rule else "",
        "what": problem.what,
        "todo": problem.todo,
    }


def render(problem: Problem, *, in_colour: bool = False) -> str:
    """Return a finding as a line.

    >>> print(render(Problem(where="a.md", line=3, what="It is odd.", todo="Even it.", rule="x")))
    a.md:3: error x: It is odd. Even it.
    """
    place = problem.where if problem.line is None else f"{problem.where}:{problem.line}"
    rule = BY_KEY.get(problem.rule)
    said = f"{problem.rule} ({rule.source.value})" if rule else problem.rule
    severity = problem.severity.value
    if in_colour:
        severity = f"\x1b[{_COLOURS[problem.severity]}m{severity}\x1b[0m"
    return f"{place}: {severity} {said}: {problem.what} {problem.todo}".replace(
        " : ", ": "
    ).rstrip()


def print_report(
    problems: Iterable[Problem],
    what: str,
    *,
    is_strict: bool,
    as_json: bool,
    notes: Iterable[str] = (),
) -> int:
    """Print all findings and return the exit code that follows from them."""
    found = list(problems)
    for note in notes:
        print(note, file=sys.stderr)
    if as_json:
        print(json.dumps([describe(problem) for problem in found], indent=2, ensure_ascii=False))
    else:
        in_colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        for problem in found:
            print(render(problem, in_colour=in_colour))
        print(summary(found, what))
    return exit_code(found, is_strict=is_strict)


def summary(problems: list[Problem], what: str) -> str:
    """Return the last line: what was checked, and how many findings there are."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    told = f"{count(errors, 'error')}, {count(len(problems) - errors, 'warning')}"
    return line("Checked", f"{what}: {told if problems else 'nothing is wrong'}")


def exit_code(problems: Iterable[Problem], *, is_strict: bool) -> int:
    """Return 1 where something is wrong; the strict take a warning for an error."""
    return int(any(is_strict or problem.severity is Severity.ERROR for problem in problems))
