"""The questions that rules ask again and again, as functions that make the functions of rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.podcast.judge.rule import Fault, Find, quoted
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.nearest import did_you_mean

__all__ = ["quoted"]


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them.

    >>> listed(["yes", "no"]), listed(["a", "b", "c"])
    ("'yes' or 'no'", "'a', 'b' or 'c'")
    """
    *first, last = (repr(word) for word in words)
    return f"{', '.join(first)} or {last}" if first else last


def label(node: Node, attribute: str) -> str:
    """Return what a value is called: `podcast:person role`."""
    return f"{node.name} {attribute}".rstrip()


def value(node: Node, attribute: str) -> str:
    """Return the attribute, or the text where none is named."""
    return node.get(attribute) if attribute else node.value


def matches(pattern: str, todo: str, attribute: str = "") -> Find:
    """Ask that a value, if it is there, has a form."""
    form = re.compile(pattern)

    def find(node: Node, _: Place) -> Iterator[Fault]:
        found = value(node, attribute)
        if found and not form.fullmatch(found):
            yield Fault(what=f"{label(node, attribute)} is {quoted(found)}.", todo=todo)

    return find


def one_of(words: Iterable[str], attribute: str = "", *, any_case: bool = False) -> Find:
    """Ask that a value, if it is there, is one of some words."""
    known = tuple(words)

    def find(node: Node, _: Place) -> Iterator[Fault]:
        found = value(node, attribute)
        if found and (found.lower() if any_case else found) not in known:
            few = len(known) <= 9  # noqa: PLR2004 a list of more is not read
            todo = f"Write {listed(known)}." if few else "Look the words up in its specification."
            todo = did_you_mean(found, known) or todo
            yield Fault(what=f"{label(node, attribute)} is {quoted(found)}.", todo=todo)

    return find


def at_most(limit: int, attribute: str = "") -> Find:
    """Ask that a value has no more characters than a limit."""

    def find(node: Node, _: Place) -> Iterator[Fault]:
        length = len(value(node, attribute))
        if length > limit:
            what = f"{label(node, attribute)} has {length} characters; the limit is {limit}."
            yield Fault(what=what, todo="Shorten it.")

    return find


def needs(*attributes: str) -> Find:
    """Ask for attributes."""

    def find(node: Node, _: Place) -> Iterator[Fault]:
        for attribute in attributes:
            if not node.get(attribute):
                what = f"{node.name} has no {attribute}."
                yield Fault(what=what, todo=f'Add the attribute {attribute}="…".')

    return find


def needs_text(node: Node, _: Place) -> Iterator[Fault]:
    """Ask for a text."""
    if not node.value:
        yield Fault(what=f"{node.name} has no text.", todo="Write its words between the tags.")


def has(name: str, todo: str) -> Find:
    """Ask for a child that says something."""

    def find(node: Node, _: Place) -> Iterator[Fault]:
        child = node.first(name)
        if child is None:
            what = f"the {node.name.rpartition(':')[2]} has no {name}."
            yield Fault(what=what, todo=todo)
        elif not (child.value or child.attributes or child.children):
            what = f"the {name} of the {node.name.rpartition(':')[2]} is empty."
            yield Fault(what=what, todo=todo, line=child.line)

    return find


def whole_number(todo: str, attribute: str = "", *, least: int = 0) -> Find:
    """Ask that a value, if it is there, is a whole number, not below the least."""

    def find(node: Node, _: Place) -> Iterator[Fault]:
        found = value(node, attribute)
        if found and not (re.fullmatch(r"[0-9]{1,18}", found) and int(found) >= least):
            yield Fault(what=f"{label(node, attribute)} is {quoted(found)}.", todo=todo)

    return find


def seconds(text: str) -> float | None:
    """Return a number of seconds as attributes have it, or nothing."""
    return float(text) if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,30})?", text) else None


def every(*finds: Find) -> Find:
    """Ask several questions, one after the other."""

    def find(node: Node, place: Place) -> Iterator[Fault]:
        for one in finds:
            yield from one(node, place)

    return find
