"""A source file taken apart: front matter with line numbers, and the body below it.

Two syntaxes give the same fields: Pelican's own `Key: value` lines, which end at the first blank
line, and YAML between two lines of `---`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile, takewhile

import yaml

from plugins.shared.characters import CONTROL
from plugins.shared.problems import Problem

_NATIVE = re.compile(r"[ ]{0,3}(?P<name>[A-Za-z][\w-]*)[ ]*:[ \t]*(?P<value>.*)$")
# Keys whose loss would publish what should not be, or otherwise.
_TELLING = {"status", "date", "modified", "slug", "lang", "audio", "guid", "season", "episode"}
_FENCE = re.compile(r"---[ \t]*$")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key as it was typed (`name`), its value as text or texts, and its line."""

    name: str
    value: Value
    line: int

    @property
    def key(self) -> str:
        """The name without regard to case, spaces and hyphens."""
        return re.sub(r"[ -]+", "_", self.name.strip().lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Front matter and body of one file; `body_line` is the line on which the body begins."""

    fields: tuple[Field, ...]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()


def parse_source(text: str, where: str) -> Source:
    """Take a text apart; `where` is the file's name for messages."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if _FENCE.match(lines[0]):
        return _parse_yaml(lines, where)
    return _parse_native(lines, where)


def _parse_native(lines: list[str], where: str) -> Source:
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    found: list[tuple[str, list[str], int]] = []
    position = first
    for position in range(first, len(lines)):
        line = lines[position]
        match = _NATIVE.match(line)
        if match:
            found.append((match["name"], [(match["value"] or "").strip()], position + 1))
        elif found and re.match(r"[ ]{4}|\t", line) and line.strip():
            found[-1][1].append(line.strip())
        else:
            break
    else:
        position += 1
    fields = tuple(
        Field(name=name, value="\n".join(filter(None, values)), line=line)
        for name, values, line in found
    )
    start = position if found else first
    problems = tuple(_broken_off(lines, start, where)) if found else ()
    body = "\n".join(lines[start:])
    return Source(fields=fields, body=body, body_line=start + 1, problems=problems)


def _broken_off(lines: list[str], start: int, where: str) -> Iterator[Problem]:
    """Find what was meant for front matter but would be text: a draft must not slip out."""
    rest = lines[start:]
    if rest and rest[0].strip():
        what = "this line is no 'Key: value', but there is no empty line above it."
        todo = "Indent it by four spaces if it goes on, or put an empty line above the text."
        yield Problem(where=where, line=start + 1, what=what, todo=todo, rule="key-apart")
        return
    text = dropwhile(lambda row: not row[1].strip(), enumerate(rest, start=start + 1))
    for number, line in takewhile(lambda row: row[1].strip(), text):
        match = _NATIVE.match(line)
        if match is None:
            return
        if match["name"].lower() in _TELLING:
            what = f"{match['name']!r} stands below an empty line, where the text begins."
            todo = "Move it up to the other keys."
            yield Problem(where=where, line=number, what=what, todo=todo, rule="key-apart")


def _parse_yaml(lines: list[str], where: str) -> Source:
    end = next((n for n, line in enumerate(lines[1:], start=1) if _END.match(line)), None)
    if end is None:
        problem = Problem(
            where=where,
            line=1,
            what="the front matter that begins with '---' does not end.",
            todo="Close it with a line of '---'.",
            rule="key-yaml",
        )
        return Source(fields=(), body="", body_line=1, problems=(problem,))
    fields, problems = _yaml_fields("\n".join(lines[1:end]), where)
    body = "\n".join(lines[end + 1 :])
    return Source(fields=fields, body=body, body_line=end + 2, problems=problems)


def _yaml_fields(text: str, where: str) -> tuple[tuple[Field, ...], tuple[Problem, ...]]:
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        return (), (_yaml_problem(error, where),)
    if node is None:
        return (), ()
    if not isinstance(node, yaml.MappingNode):
        what = "the front matter is not a list of keys and values."
        todo = "Write 'title: …' and so on."
        return (), (Problem(where=where, line=2, what=what, todo=todo, rule="key-yaml"),)
    fields, problems = [], []
    for name, value in node.value:
        line = name.start_mark.line + 2
        content = _yaml_value(value)
        control = CONTROL.search("".join(content or ""))
        if control:
            what = f"it holds the control character U+{ord(control[0]):04X}."
            problems.append(
                Problem(where=where, line=line, what=what, todo="Delete it.", rule="file-control")
            )
        elif not isinstance(name, yaml.ScalarNode) or content is None:
            what = "this value is nested deeper than any key needs."
            todo = "Write a text, or a list of texts."
            problems.append(Problem(where=where, line=line, what=what, todo=todo, rule="key-yaml"))
        else:
            fields.append(Field(name=name.value, value=content, line=line))
    return tuple(fields), tuple(problems)


def _yaml_value(node: yaml.Node) -> Value | None:
    """Return scalars as they were typed: a date stays a text, `no` stays `no`."""
    if isinstance(node, yaml.ScalarNode):
        return "" if node.tag.endswith(":null") else str(node.value).strip()
    if isinstance(node, yaml.SequenceNode):
        # A list may hold itself, so nothing in it but scalars is looked at.
        items = [_yaml_value(item) for item in node.value if isinstance(item, yaml.ScalarNode)]
        if len(items) == len(node.value):
            return tuple(str(item) for item in items)
    return None


def _yaml_problem(error: yaml.YAMLError, where: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark else 1
    reason = getattr(error, "problem", None) or "it cannot be read"
    what = f"the front matter is not YAML: {reason}."
    todo = "Put values with ': ' or '#' in quotes."
    return Problem(where=where, line=line, what=what, todo=todo, rule="key-yaml")
