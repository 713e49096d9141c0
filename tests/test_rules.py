"""The rules are one table: every row is used, every problem names one, the docs list them all."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from plugins.podcast.judge.table import TABLE as FEED_RULES
from plugins.shared.rules import RULES
from tools.check.table import BY_KEY, TABLE, render_rules

ROOT = Path(__file__).parents[1]
TABLES = {ROOT / "plugins" / "shared" / "rules.py", ROOT / "plugins" / "shared" / "problems.py"}
MODULES = [path for path in sorted(ROOT.glob("plugins/**/*.py")) if path not in TABLES]
CONTENT = [path for path in MODULES if "judge" not in path.parts]


def calls(path: Path) -> Iterator[ast.Call]:
    """Yield the calls of a module that make a problem."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _is_problem(node.func):
            yield node


def _is_problem(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id == "Problem"
    if not isinstance(function, ast.Attribute) or function.attr not in {"error", "warning"}:
        return False
    return "problems" in ast.unparse(function.value)


def texts(path: Path) -> set[str]:
    """Return all texts that stand in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_problem_names_a_rule() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in CONTENT
        for call in calls(path)
        if not any(word.arg in {"rule", None} for word in call.keywords)
    ]

    assert silent == []


def test_every_rule_that_is_named_stands_in_the_table() -> None:
    named = {
        word.value.value
        for path in CONTENT
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "rule" and isinstance(word.value, ast.Constant)
    }

    assert named - {rule.key for rule in RULES} == set()


def test_every_rule_of_the_table_is_used() -> None:
    used = set().union(*(texts(path) for path in CONTENT))

    assert [rule.key for rule in RULES if rule.key not in used] == []


def test_no_two_rules_have_one_key() -> None:
    keys = [rule.key for rules in TABLE.values() for rule in rules]

    assert sorted(keys) == sorted(BY_KEY)
    assert len(BY_KEY) == len(RULES) + len(FEED_RULES)


def test_the_docs_list_every_rule() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")

    assert text == render_rules()
