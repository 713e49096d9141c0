"""The recordings of an item, each with what an app needs to choose one and to check it."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from plugins.podcast.model import Enclosure, Episode
from plugins.podcast.namespace.node import Node, truth
from plugins.shared.site import Site


def alternates(episode: Episode, site: Site) -> Iterator[Node]:
    """The other recordings, and first the main one again, so that apps can check its digest."""
    if episode.alternates:
        node = _alternate(episode.enclosure, site)
        attributes = {**node.attributes, "default": truth(is_so=True)}
        yield Node(name=node.name, attributes=attributes, children=node.children)
    for enclosure in episode.alternates:
        yield _alternate(enclosure, site)


def _alternate(enclosure: Enclosure, site: Site) -> Node:
    source = Node(name="podcast:source", attributes={"uri": site.absolute_media(enclosure.path)})
    attributes = {
        "type": enclosure.type,
        "length": str(enclosure.length_bytes),
        "bitrate": str(enclosure.bitrate or ""),
        "height": str(enclosure.height or ""),
        "lang": enclosure.lang,
        "title": enclosure.title,
        "rel": enclosure.rel,
        "codecs": enclosure.codecs,
    }
    children = (source, *_integrity(enclosure))
    return Node(name="podcast:alternateEnclosure", attributes=attributes, children=children)


def _integrity(enclosure: Enclosure) -> Iterator[Node]:
    """Say the digest, where it is known: a file on another host was never read whole."""
    if enclosure.sha256:
        digest = base64.b64encode(bytes.fromhex(enclosure.sha256)).decode()
        attributes = {"type": "sri", "value": f"sha256-{digest}"}
        yield Node(name="podcast:integrity", attributes=attributes)
