"""Namespaces and the elements in them: the right URI, the usual prefix, names that exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.podcast.judge.elements import BY_LOWER, ELEMENTS
from plugins.podcast.judge.namespaces import NAMESPACES, OLD_PODCAST, prefix_of
from plugins.podcast.judge.rule import Fault, Find, error, warning
from plugins.podcast.judge.tree import Declared, Node, Place
from plugins.shared.nearest import did_you_mean
from plugins.shared.rules import Source

_NEEDED = ("itunes", "podcast", "atom")


def _declared(wanted: Callable[[Declared, str], bool], says: str, todo: str) -> Find:
    """Return a function that tells of declarations; `uri` is the right one of those meant."""

    def find(_: Node, place: Place) -> Iterator[Fault]:
        for found in place.feed.namespaces:
            usual = prefix_of(found.uri)
            if wanted(found, usual):
                words = {
                    "found": found,
                    "usual": usual,
                    "uri": NAMESPACES.get(usual, ""),
                    "prefix": repr(found.prefix) if found.prefix else "none",
                }
                line = found.line or place.feed.root.line
                yield Fault(what=says.format(**words), todo=todo.format(**words), line=line)

    return find


def _is_wrong(found: Declared, usual: str) -> bool:
    others = {"itunes", "googleplay"}
    return bool(usual) and usual not in others and found.uri not in {NAMESPACES[usual], OLD_PODCAST}


def _missing(_: Node, place: Place) -> Iterator[Fault]:
    known = {prefix_of(found.uri) for found in place.feed.namespaces}
    for prefix in _NEEDED:
        if prefix not in known:
            what = f"the namespace of {prefix} is not declared."
            todo = f'Add xmlns:{prefix}="{NAMESPACES[prefix]}" to rss.'
            yield Fault(what=what, todo=todo, line=place.feed.root.line)


def _namespaced(_: Node, place: Place) -> Iterator[Fault]:
    if place.feed.own_namespace:
        what = f"the elements of RSS stand in the namespace {place.feed.own_namespace!r}."
        todo = "Remove xmlns: the elements of RSS are in no namespace."
        yield Fault(what=what, todo=todo, line=place.feed.root.line)


def _known(prefix: str) -> Find:
    def find(node: Node, _: Place) -> Iterator[Fault]:
        start = f"{prefix}:"
        if node.name.startswith(start) and node.name.lower() not in BY_LOWER:
            known = (name.removeprefix(start) for name in ELEMENTS if name.startswith(start))
            meant = did_you_mean(node.name.removeprefix(start), known)
            todo = meant or "Leave it out: no app knows it."
            yield Fault(what=f"there is no element {node.name}.", todo=todo)

    return find


def _rss_known(node: Node, _: Place) -> Iterator[Fault]:
    name = node.name
    if ":" in name or name.lower() in BY_LOWER:
        return
    todo = did_you_mean(name, (known for known in ELEMENTS if ":" not in known))
    yield Fault(what=f"RSS has no element {name}.", todo=todo or "Leave it out.")


def _case(node: Node, _: Place) -> Iterator[Fault]:
    meant = BY_LOWER.get(node.name.lower())
    if meant and meant != node.name:
        what = f"the element {node.name} has other capitals than it should."
        yield Fault(what=what, todo=f"Write {meant}.")


def _place(node: Node, place: Place) -> Iterator[Fault]:
    """Tell of the children of a channel or an item that do not belong there."""
    for child in node.children:
        allowed = ELEMENTS.get(child.name)
        if allowed is None:
            continue
        most = allowed.item if place.is_item else allowed.channel
        if most == 0:
            here, there = ("an item", "channel") if place.is_item else ("the channel", "item")
            what = f"{child.name} stands in {here}, where nobody looks for it."
            yield Fault(what=what, todo=f"Move it into the {there}.", line=child.line)


def _once(node: Node, place: Place) -> Iterator[Fault]:
    for name, children in node.by_name.items():
        allowed = ELEMENTS.get(name)
        most = 0 if allowed is None else allowed.item if place.is_item else allowed.channel
        if most == 1 and len(children) > 1:
            what = f"{name} stands there {len(children)} times."
            yield Fault(what=what, todo="Keep one of them.", line=children[1].line)


RULES = (
    error("namespace-itunes", Source.APPLE, "The namespace of itunes has its exact URI.", "feed",
          _declared(lambda d, usual: usual == "itunes" and d.uri != NAMESPACES["itunes"],
                    "the namespace of itunes is {found.uri!r}, so every itunes tag is ignored.",
                    "Write {uri}.")),
    error("namespace-uri", Source.XML, "Every other namespace has its exact URI.", "feed",
          _declared(_is_wrong, "the namespace of {usual} is {found.uri!r}.", "Write {uri}.")),
    warning("namespace-old", Source.NAMESPACE, "The podcast namespace has its present URI.",
            "feed", _declared(lambda d, _: d.uri == OLD_PODCAST,
                              "the namespace of {usual} has the URI of its first days.",
                              "Write {uri}.")),
    warning("namespace-prefix", Source.PSP, "Namespaces have their usual prefixes.", "feed",
            _declared(lambda d, usual: bool(usual) and d.prefix != usual,
                      "the prefix of {usual} is {prefix}, and some apps go by it.",
                      "Write xmlns:{usual}.")),
    warning("namespace-dead", Source.OURS, "Nothing of Google Podcasts is left.", "feed",
            _declared(lambda _, usual: usual == "googleplay",
                      "googleplay was read by a service that closed in 2024.",
                      "Remove its namespace and its elements.")),
    warning("namespace-declared", Source.PSP, "itunes, podcast and atom are declared.", "feed",
            _missing),
    error("namespace-rss", Source.RSS, "The elements of RSS are in no namespace.", "feed",
          _namespaced),
    warning("element-podcast", Source.NAMESPACE, "The podcast namespace has the element.", "?",
            _known("podcast")),
    warning("element-itunes", Source.APPLE, "The itunes namespace has the element.", "?",
            _known("itunes")),
    warning("element-rss", Source.RSS, "RSS 2.0 has the element.", "?", _rss_known),
    error("element-case", Source.XML, "Elements are written with their own capitals.", "?", _case),
    warning("element-place", Source.RSS, "Elements stand where they are looked for.",
            "feed item podcast:liveItem", _place),
    error("element-once", Source.RSS, "What is said once stands there once.",
          "feed item podcast:liveItem", _once),
)  # fmt: skip
