"""An independent reader of podcast feeds: every element as RSS and its namespaces define it.

It shares nothing with the writer: names and namespaces are typed once more from the
specifications, and what it does not know is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

PREFIXES = {
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "http://podlove.org/simple-chapters": "psc",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.spotify.com/ns/rss": "spotify",
}
# How often an element may stand in a channel or an item: those that are not here, once.
MANY = {
    "item", "category", "atom:link", "itunes:category", "podcast:person", "podcast:location",
    "podcast:funding", "podcast:trailer", "podcast:txt", "podcast:image", "podcast:block",
    "podcast:value", "podcast:socialInteract", "podcast:transcript", "podcast:soundbite",
    "podcast:alternateEnclosure", "podcast:contentLink", "podcast:remoteItem", "psc:chapter",
    "podcast:valueRecipient", "podcast:valueTimeSplit", "podcast:source",
}  # fmt: skip


@dataclass(frozen=True)
class Element:
    """An element as a specification sees it: name, text, attributes, children."""

    name: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Element, ...] = ()

    def all(self, name: str) -> list[Element]:
        return [child for child in self.children if child.name == name]

    def text_of(self, name: str) -> str:
        found = self.all(name)
        return found[0].text if found else ""

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.walk()


def read(document: bytes) -> Element:
    """Return the channel; raises AssertionError for whatever no specification allows."""
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    assert b"<!DOCTYPE" not in document
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    return _read(root[0])


def _read(element: etree._Element) -> Element:
    children = tuple(_read(child) for child in element.iterchildren("*"))
    names = [child.name for child in children]
    doubles = {name for name in names if names.count(name) > 1} - MANY
    assert not doubles, f"{doubles} in {element.tag} more than once"
    attributes = {_name(str(key)): str(value) for key, value in element.attrib.items()}
    text = (element.text or "").strip() if children else (element.text or "")
    return Element(_name(str(element.tag)), text, attributes, children)


def _name(tag: str) -> str:
    if not tag.startswith("{"):
        return tag
    namespace, _, local = tag[1:].partition("}")
    return f"{PREFIXES[namespace]}:{local}"
