"""From a parsed document to the tree that rules see."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from lxml import etree

from plugins.podcast.judge.document import read_document
from plugins.podcast.judge.namespaces import prefix_of
from plugins.podcast.judge.tree import Declared, Feed, Node

NOTHING = Node(name="", line=0)
_DEEPEST = 20
_NONE: dict[str, tuple[Node, ...]] = {}


def build_feed(raw: bytes, *, url: str = "", now: datetime | None = None) -> Feed:
    """Read the bytes of a feed; what is no feed has an empty channel."""
    document = read_document(raw)
    if document.root is None:
        return Feed(document=document, root=NOTHING, channel=NOTHING, url=url, now=now)
    root = _Builder(document.lines).build(document.root)
    return Feed(
        document=document,
        root=root,
        channel=root.first("channel") or NOTHING,
        namespaces=_declared(document.root),
        url=url,
        now=now,
    )


class _Builder:
    """Turns elements into nodes; remembers the names it has met, since they come again."""

    def __init__(self, lines: tuple[int, ...]) -> None:
        self._names: dict[str, str] = {}
        self._lines = iter(lines)

    def build(self, element: etree._Element, depth: int = 0) -> Node:
        line = next(self._lines, 0) or cast("int", element.sourceline or 0)
        below = element.iterchildren(etree.Element)
        if depth == _DEEPEST:
            self._skip(element)
            below = iter(())
        children = tuple(self.build(child, depth + 1) for child in below)
        return Node(
            name=self._name(str(element.tag)),
            line=line,
            text=element.text or "",
            attributes=cast("dict[str, str]", dict(element.items())),
            children=children,
            by_name=_by_name(children) if children else _NONE,
        )

    def _skip(self, element: etree._Element) -> None:
        """Pass over the lines of what lies too deep to be of any feed."""
        for _ in element.iterdescendants(etree.Element):
            next(self._lines, 0)

    def _name(self, tag: str) -> str:
        found = self._names.get(tag)
        if found is None:
            found = self._names[tag] = _prefixed(tag)
        return found


def _by_name(children: tuple[Node, ...]) -> dict[str, tuple[Node, ...]]:
    found: dict[str, list[Node]] = {}
    for child in children:
        found.setdefault(child.name, []).append(child)
    return {name: tuple(nodes) for name, nodes in found.items()}


def _prefixed(tag: str) -> str:
    """Return a tag with its usual prefix.

    >>> _prefixed("{http://www.itunes.com/dtds/podcast-1.0.dtd}image")
    'itunes:image'
    """
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    prefix = prefix_of(uri)
    if prefix:
        return f"{prefix}:{local}"
    # RSS in a namespace of its own is told, and judged like any other.
    return local if "rss" in uri.lower() or "backend.userland" in uri else tag


def _declared(root: etree._Element) -> tuple[Declared, ...]:
    """Return every namespace that is declared, each once."""
    found: dict[tuple[str, str], int] = {}
    for _, (prefix, uri) in etree.iterwalk(root, events=["start-ns"]):
        found.setdefault((prefix, uri), 0)
    return tuple(Declared(prefix=prefix, uri=uri) for prefix, uri in found)
