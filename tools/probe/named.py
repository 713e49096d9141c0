"""The addresses of audio that episodes name, drafts and what is still to come among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from plugins.entries.resolve import MARKDOWN
from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.remote.address import parse_address, show_address
from plugins.podcast.remote.judge import find_ending_fault
from plugins.podcast.remote_names import find_typed
from plugins.shared.problems import Problem, split_sentence
from tools.shared.paths import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An address, and where it is named: `name` is the episode's file without its ending."""

    url: str
    key: str
    where: str
    line: int | None
    name: str

    def problem(self, rule: str, what: str, todo: str) -> Problem:
        """Return what is wrong with it, as a build tells it."""
        what = f"{self.key}: {show_address(self.url)}: {what}"
        return Problem(where=self.where, line=self.line, what=what, todo=todo, rule=rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All places where addresses are named, and what is wrong with others.

    `is_whole` says that every episode could be read without a fault.
    """

    found: tuple[Named, ...]
    problems: tuple[Problem, ...]
    is_whole: bool


def find_names(content: Path) -> Names:
    """Look into every episode."""
    folder = content / "episodes"
    paths = sorted(path for path in folder.rglob("*") if path.suffix in MARKDOWN)
    documents = [
        read_document(path, Folder.EPISODES, show(path), zone=UTC)
        for path in paths
        if not path.name.startswith(".")
    ]
    found: list[Named] = []
    problems: list[Problem] = []
    for document in documents:
        if not document.values:
            problems += document.problems
        for typed in _typed(document):
            judged = _judge(typed)
            if isinstance(judged, Problem):
                problems.append(judged)
            else:
                found.append(judged)
    return Names(
        found=tuple(found),
        problems=tuple(problems),
        is_whole=not any(document.problems for document in documents),
    )


def _judge(typed: Named) -> Named | Problem:
    """Return it with its address as the feed has it, or what keeps apps from playing it."""
    try:
        url = parse_address(typed.url)
    except ValueError as error:
        return typed.problem("remote-address", *split_sentence(error))
    fault = find_ending_fault(url) if typed.key == "Audio" else None
    if fault is not None:
        return typed.problem(fault.rule, fault.what, fault.todo)
    return replace(typed, url=url)


def _typed(document: Document) -> Iterator[Named]:
    """Yield what an episode's author typed; a line that cannot be read is told by the build."""
    return (_named(address, key, document) for key, address in find_typed(document))


def _named(url: str, key: str, document: Document) -> Named:
    line = document.lines.get(key.lower())
    return Named(url=url, key=key, where=document.where, line=line, name=document.path.stem)
