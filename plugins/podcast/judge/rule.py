"""What a rule over feeds is: a row with its source, and the function that finds its breaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.podcast.judge.tree import Node, Place
from plugins.shared.problems import Problem, Severity
from plugins.shared.rules import Rule, Source

LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One breach: what it is and what to do, in whole sentences.

    `line` is told if it is not that of the node, `item` if a rule over the feed found it in one.
    """

    what: str
    todo: str
    line: int = 0
    item: Node | None = None


def quoted(text: str) -> str:
    """Return a text in quotes, cut where nobody would read on.

    >>> quoted("yes")
    "'yes'"
    """
    text = " ".join(text.split())
    return repr(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


Find = Callable[[Node, Place], Iterable[Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRule:
    """A rule and how to find its breaches.

    `of` are the nodes to look at: names such as `itunes:image`, with their parent where that
    matters (`channel/title`), `feed` for the whole channel, `answer` for how it is served,
    `document` for the bytes, `*` for
    all nodes, `?` for those that no specification knows.
    """

    rule: Rule
    of: tuple[str, ...]
    find: Find


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A breach of a rule: where in the feed, and in which item, if in one."""

    rule: Rule
    line: int
    what: str
    todo: str
    element: str = ""
    guid: str = ""
    title: str = ""

    def problem(self, where: str) -> Problem:
        """Return the finding as a problem of a file; an item is called by its title."""
        name = f"{quoted(self.title)}: " if self.title else ""
        return Problem(
            where=where,
            line=self.line or None,
            what=name + self.what,
            todo=self.todo,
            severity=self.rule.severity,
            rule=self.rule.key,
        )


def error(key: str, source: Source, says: str, of: str, find: Find) -> FeedRule:
    """Return a row whose breach makes apps or directories fail; `of` has spaces between names."""
    return FeedRule(rule=Rule(key=key, source=source, says=says), of=tuple(of.split()), find=find)


def warning(key: str, source: Source, says: str, of: str, find: Find) -> FeedRule:
    """Return a row whose breach loses something and breaks nothing."""
    rule = Rule(key=key, source=source, says=says, severity=Severity.WARNING)
    return FeedRule(rule=rule, of=tuple(of.split()), find=find)
