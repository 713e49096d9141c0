"""One source file, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path

from plugins.frontmatter.check import as_date, check_fields
from plugins.frontmatter.keys import Folder
from plugins.frontmatter.source import parse_source
from plugins.shared.characters import CONTROL
from plugins.shared.dates import parse_date
from plugins.shared.problems import Problem
from plugins.shared.slugs import slug_from_stem, slugify

_DATE_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(?=[-_ ]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file's values by key in lower case, the line of each, and its Markdown body."""

    path: Path
    where: str
    folder: Folder
    values: dict[str, object]
    lines: dict[str, int]
    body: str
    body_line: int
    problems: tuple[Problem, ...]

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def slug(self) -> str:
        """What `Slug:` says, else the file's name; of entries without a leading number or date."""
        if self.folder in {Folder.TAGS, Folder.SERIES, Folder.PEOPLE}:
            return self.text("slug") or slugify(self.path.stem)
        return self.text("slug") or slug_from_stem(self.path.stem)

    @property
    def date(self) -> datetime | None:
        return as_date(self.values.get("date"))

    @property
    def modified(self) -> datetime | None:
        return as_date(self.values.get("modified"))

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def names(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, ())
        return value if isinstance(value, tuple) else ()

    def number(self, key: str) -> int | None:
        value = self.values.get(key)
        return value if isinstance(value, int) else None

    def line_of(self, text: str) -> int | None:
        """Return the line of the file on which a text of the body stands first."""
        for number, line in enumerate(self.body.split("\n"), start=self.body_line):
            if text in line:
                return number
        return None


def read_document(
    path: Path, folder: Folder, where: str, *, zone: tzinfo, extra_keys: Iterable[str] = ()
) -> Document:
    """Read and check one file; what is wrong is among its problems, nothing is raised."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _unreadable(path, folder, where, _encoding_problem(path, where, error.start))
    except OSError as error:
        what = f"it cannot be read ({error.strerror})."
        problem = Problem(
            where=where, what=what, todo="Look at its permissions.", rule="file-readable"
        )
        return _unreadable(path, folder, where, problem)
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        what = f"it holds the control character U+{ord(control[0]):04X}."
        problem = Problem(where=where, line=line, what=what, todo="Delete it.", rule="file-control")
        return _unreadable(path, folder, where, problem)
    source = parse_source(text, where)
    checked = check_fields(source, folder, where, zone=zone, extra_keys=extra_keys)
    document = Document(
        path=path,
        where=where,
        folder=folder,
        values=_with_date_of_name(checked.values, path, folder, zone),
        lines=checked.lines,
        body=source.body,
        body_line=source.body_line,
        problems=checked.problems,
    )
    return _with_whole_checks(document) if not source.problems else document


def _unreadable(path: Path, folder: Folder, where: str, problem: Problem) -> Document:
    return Document(path=path, where=where, folder=folder, values={}, lines={}, body="",
                    body_line=1, problems=(problem,))  # fmt: skip


def _encoding_problem(path: Path, where: str, start: int) -> Problem:
    content = path.read_bytes()
    line = content.count(b"\n", 0, start) + 1
    what = f"byte 0x{content[start]:02x} is not UTF-8."
    todo = "Save the file with the encoding UTF-8."
    return Problem(where=where, line=line, what=what, todo=todo, rule="file-encoding")


def _with_date_of_name(
    values: dict[str, object], path: Path, folder: Folder, zone: tzinfo
) -> dict[str, object]:
    match = _DATE_IN_NAME.match(path.stem)
    if folder is not Folder.POSTS or "date" in values or match is None:
        return values
    try:
        return {**values, "date": parse_date(match[0], zone)}
    except ValueError:
        return values


def _with_whole_checks(document: Document) -> Document:
    problems = list(document.problems)
    given = document.lines.get("date")
    is_dated = document.folder in {Folder.POSTS, Folder.EPISODES}
    if is_dated and document.date is None and not any(p.line == given for p in problems):
        todo = "Add a line 'Date: 2026-02-05 07:30'."
        problem = Problem(
            where=document.where,
            line=given or 1,
            what="there is no Date.",
            todo=todo,
            rule="key-missing",
        )
        problems.append(problem)
    problems.extend(_half_addresses(document))
    if not document.slug and "slug" not in document.lines:
        what = "no address can be made from the file's name."
        problems.append(
            Problem(
                where=document.where, what=what, todo="Add a line 'Slug: …'.", rule="address-made"
            )
        )
    return replace(document, problems=tuple(problems))


def _half_addresses(document: Document) -> list[Problem]:
    """Return a problem for an address without its file, or a file without its address."""
    pairs = (("url", "save_as"), ("save_as", "url"))
    url, file = document.text("url"), document.text("save_as")
    if url and file and file not in {url, f"{url}index.html"}:
        what = f"Save_as: the address {url!r} does not lead to the file {file!r}."
        todo = f"Write 'Save_as: {url}{'index.html' if url.endswith('/') else ''}'."
        line = document.lines["save_as"]
        return [
            Problem(where=document.where, line=line, what=what, todo=todo, rule="address-whole")
        ]
    return [
        Problem(
            where=document.where,
            line=document.lines[given],
            what=f"there is {given.capitalize()!r} without {other.capitalize()!r}.",
            todo="Write both: the address, and the file that is found there.",
            rule="address-whole",
        )
        for given, other in pairs
        if given in document.values and other not in document.lines
    ]
