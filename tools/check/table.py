"""All rules there are, those over content and those over feeds: one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.podcast.judge.table import AREAS
from plugins.shared.problems import Severity
from plugins.shared.rules import RULES, Rule

CONTENT = "What an author writes"
TABLE: dict[str, tuple[Rule, ...]] = {
    CONTENT: RULES,
    **{area: tuple(row.rule for row in rows) for area, rows in AREAS.items()},
}
BY_KEY: dict[str, Rule] = {rule.key: rule for rules in TABLE.values() for rule in rules}
_NAMES = {Severity.ERROR: "an error", Severity.WARNING: "a warning"}
_INTRODUCTION = """\
# Rules

`make check` holds the content and the feeds of a site against these rules.
`.venv/bin/python -m tools.check feed` does so with any other feed; [Check](check.md) tells how.
An error makes apps or directories fail, a warning loses something and breaks nothing.
What is wrong with a draft, or with what is still to come, is never more than a warning.
"""


def render_rules() -> str:
    """Return all rules as the page of the docs that lists them."""
    return "\n".join([_INTRODUCTION, *_pages(TABLE.items())])


def _pages(areas: Iterable[tuple[str, tuple[Rule, ...]]]) -> Iterator[str]:
    for area, rules in areas:
        yield f"## {area}\n\n| rule | what it says | who asks for it | a breach is |"
        yield "|---|---|---|---|"
        for rule in rules:
            yield f"| `{rule.key}` | {rule.says} | {rule.source} | {_NAMES[rule.severity]} |"
        yield ""
