"""An element before it is one, and how it becomes one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from lxml import etree

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "spotify": "http://www.spotify.com/ns/rss",
}
# Those that a feed declares only if it uses them.
RARE = frozenset({"psc", "media", "spotify"})
ATOM = "http://www.w3.org/2005/Atom"
_PREFIXES = {**NAMESPACES, "atom": ATOM}


class Node(NamedTuple):
    """Prefixed name, text, attributes in order (those without a value are left out), children.

    `is_html` puts the text into a CDATA section, as Apple asks for.
    A tuple, because a long feed has hundreds of thousands of them.
    """

    name: str
    text: str = ""
    attributes: Mapping[str, str] = MappingProxyType({})
    children: tuple[Node, ...] = ()
    is_html: bool = False


Made = Node | None | Iterator[Node]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """An element, the key that it comes from, and what makes it of a channel or an item."""

    element: str
    key: str
    make: Callable[[T], Made]


def text_node(name: str, text: str) -> Node | None:
    """Return an element of one text, or nothing where there is none."""
    return Node(name=name, text=text) if text else None


def truth(*, is_so: bool) -> str:
    """Return `true` or `false`, as Apple and XML Schema want it."""
    return "true" if is_so else "false"


def decimal(seconds: float) -> str:
    """Return seconds without needless digits.

    >>> decimal(12.0), decimal(12.5)
    ('12', '12.5')
    """
    return f"{seconds:.3f}".rstrip("0").rstrip(".")


def append_rows(parent: etree._Element, rows: tuple[Row[T], ...], subject: T) -> None:
    """Append what every row makes of a channel."""
    for row in rows:
        made = row.make(subject)
        if isinstance(made, Node):
            append(parent, made)
        elif made is not None:
            for node in made:
                append(parent, node)


def append(parent: etree._Element, node: Node) -> None:
    """Append a node and its children to an element."""
    name, text, attributes, children, is_html = node
    given = {key: value for key, value in attributes.items() if value} if attributes else None
    element = etree.SubElement(parent, _qualified(name), given)
    if text:
        element.text = etree.CDATA(text) if is_html else text
    for child in children:
        append(element, child)


_names: dict[str, str] = {}


def _qualified(name: str) -> str:
    found = _names.get(name)
    if found is None:
        prefix, _, local = name.rpartition(":")
        found = _names[name] = f"{{{_PREFIXES[prefix]}}}{local}" if prefix else local
    return found
