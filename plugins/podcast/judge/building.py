"""From a parsed document to the tree that rules see."""

from __future__ import annotations

import re
from datetime import datetime
from typing import cast
from xml.sax.saxutils import unescape

from lxml import etree

from plugins.podcast.judge.decoding import Lines
from plugins.podcast.judge.document import Document, read_document
from plugins.podcast.judge.namespaces import prefix_of
from plugins.podcast.judge.tree import Declared, Feed, Node

NOTHING = Node(name="", line=0)
_DEEPEST, _MOST = 20, 100
_NAMESPACE = re.compile(
    r"""\s(?P<name>xmlns(?::(?P<prefix>[\w.-]+))?)\s*=\s*(?P<quote>["'])(?P<uri>[^"'<>]*)(?P=quote)"""
)
_NONE: dict[str, tuple[Node, ...]] = {}


def build_feed(raw: bytes, *, url: str = "", now: datetime | None = None) -> Feed:
    """Read the bytes of a feed; what is no feed has an empty channel."""
    document = read_document(raw)
    if document.root is None:
        return Feed(document=document, root=NOTHING, channel=NOTHING, url=url, now=now)
    own = _own_namespace(document.root)
    root = _Builder(document.lines, own).build(document.root)
    return Feed(
        document=document,
        root=root,
        channel=root.first("channel") or NOTHING,
        namespaces=_declared(document),
        own_namespace=own,
        self_links=_self_links(root),
        url=url,
        now=now,
    )


class _Builder:
    """Turns elements into nodes; remembers the names it has met, since they come again."""

    def __init__(self, lines: tuple[int, ...], own: str) -> None:
        self._names: dict[str, str] = {}
        self._own = own
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
            attributes=_attributes(element),
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
            found = self._names[tag] = _prefixed(tag, self._own)
        return found


def _attributes(element: etree._Element) -> dict[str, str]:
    """Return the attributes; of more than any feed has only the first, since lxml is slow there."""
    if len(element.attrib) > _MOST:
        return {str(name): str(element.get(name)) for name in element.keys()[:_MOST]}
    return cast("dict[str, str]", dict(element.items()))


def _by_name(children: tuple[Node, ...]) -> dict[str, tuple[Node, ...]]:
    found: dict[str, list[Node]] = {}
    for child in children:
        found.setdefault(child.name, []).append(child)
    return {name: tuple(nodes) for name, nodes in found.items()}


def _self_links(root: Node) -> tuple[Node, ...]:
    channel = root.first("channel") or NOTHING
    return tuple(link for link in channel.all("atom:link") if link.get("rel") == "self")


def _own_namespace(root: etree._Element) -> str:
    """Return the namespace that RSS stands in where it should stand in none, or nothing."""
    uri, _, local = str(root.tag).rpartition("}")
    return uri.removeprefix("{") if local == "rss" else ""


def _prefixed(tag: str, own: str = "") -> str:
    """Return a tag with its usual prefix; RSS in a namespace of its own is judged like any other.

    >>> _prefixed("{http://www.itunes.com/dtds/podcast-1.0.dtd}image")
    'itunes:image'
    >>> _prefixed("{http://purl.org/rss/1.0/modules/slash/}comments")
    '{http://purl.org/rss/1.0/modules/slash/}comments'
    """
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    if uri == own:
        return local
    prefix = prefix_of(uri)
    return f"{prefix}:{local}" if prefix else tag


def _declared(document: Document) -> tuple[Declared, ...]:
    """Return every namespace of feeds that is declared, each once, with its line."""
    found: dict[tuple[str, str], None] = {}
    for _, (prefix, uri) in etree.iterwalk(document.root, events=["start-ns"]):
        found.setdefault((prefix, uri))
    lines = _lines_of_namespaces(document.text)
    return tuple(
        Declared(prefix=prefix, uri=uri, line=lines.get((prefix, uri), 0))
        for prefix, uri in found
        if prefix_of(uri)
    )


def _lines_of_namespaces(text: str) -> dict[tuple[str, str], int]:
    """Return where each namespace seems to be declared first, by prefix and URI."""
    lines, found = Lines(text), dict[tuple[str, str], int]()
    for match in _NAMESPACE.finditer(text):
        key = (match["prefix"] or "", unescape(match["uri"]))
        if key not in found:
            found[key] = lines.at(match.start("name"))
    return found
