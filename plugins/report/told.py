"""The last line of a report."""

from __future__ import annotations

from plugins.shared.problems import Problems


def summarise_problems(problems: Problems) -> str:
    """Return how many problems there are and what follows from it."""
    told = _count(len(problems.errors), "error")
    if problems.warnings:
        told += f", {_count(len(problems.warnings), 'warning')}"
    return f"{told}. Nothing was written."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
