"""Front matter held against the table of keys: values for what is right, else problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from plugins.frontmatter.keys import Folder, Key, keys_of
from plugins.frontmatter.source import Field, Source
from plugins.shared.dates import parse_date
from plugins.shared.nearest import did_you_mean
from plugins.shared.problems import Problem, split_sentence

_DATES = {"date", "modified"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The values by key in lower case, the line of each, and what is wrong."""

    values: dict[str, object] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def check_fields(
    source: Source, folder: Folder, where: str, *, zone: tzinfo, extra_keys: Iterable[str] = ()
) -> Checked:
    """Check every field; `extra_keys` are those of other plugins, kept as they are."""
    known = keys_of(folder)
    extra = {name.lower() for name in extra_keys}
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    problems = list(source.problems)
    for item in source.fields:
        key = known.get(item.key)
        if item.key in lines:
            problems.append(_twice(item, lines[item.key], where))
        elif key is not None:
            _take(item, key, values, problems, where, zone)
        elif item.key in extra:
            values[item.key] = item.value
        else:
            problems.append(_unknown(item, known, extra, folder, where))
        lines.setdefault(item.key, item.line)
    if not source.problems:
        problems.extend(_missing(known, lines, where))
    return Checked(values=values, lines=lines, problems=tuple(problems))


def _take(
    item: Field, key: Key, values: dict[str, object], problems: list[Problem], where: str,
    zone: tzinfo,
) -> None:  # fmt: skip
    if not item.value and not key.required:
        return
    try:
        values[item.key] = _read(item, key, zone)
    except ValueError as error:
        what, todo = split_sentence(error)
        what = f"{item.name}: {what}"
        problems.append(
            Problem(where=where, line=item.line, what=what, todo=todo, rule="key-value")
        )


def _read(item: Field, key: Key, zone: tzinfo) -> object:
    value = key.read(item.value)
    if item.key not in _DATES:
        return value
    try:
        return parse_date(str(value), zone)
    except ValueError as error:
        raise ValueError(f"{error} Write it as 2026-02-05 07:30.") from error


def _twice(item: Field, first: int, where: str) -> Problem:
    what = f"{item.name!r} is given twice, on line {first} too."
    return Problem(
        where=where, line=item.line, what=what, todo="Keep one of them.", rule="key-once"
    )


def _unknown(
    item: Field, known: dict[str, Key], extra: Iterable[str], folder: Folder, where: str
) -> Problem:
    names = [key.name for key in known.values()] + sorted(extra)
    todo = did_you_mean(item.name, names)
    todo = todo or "docs/front-matter.md lists the keys; EXTRA_KEYS adds those of other plugins."
    what = f"{folder.value} have no key {item.name!r}."
    return Problem(where=where, line=item.line, what=what, todo=todo, rule="key-known")


def _missing(known: dict[str, Key], lines: dict[str, int], where: str) -> list[Problem]:
    return [
        Problem(where=where, line=1, what=f"there is no {key.name}.",
                todo=f"Add a line '{key.name}: …' at the top.", rule="key-missing")
        for name, key in known.items()
        if key.required and name not in lines
    ]  # fmt: skip


def as_date(value: object) -> datetime | None:
    """Return a checked date, or nothing."""
    return value if isinstance(value, datetime) else None
