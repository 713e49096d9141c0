"""Items written into a feed batch by batch: never is a tree of all of them in memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from lxml import etree

_BATCH = 200
T = TypeVar("T")
_OPEN, _CLOSE = b"<channel>\n", b"  </channel>"


def with_items(
    document: bytes, items: Iterable[T], add: Callable[[etree._Element, T], None]
) -> bytes:
    """Return a feed without items with items at the end of its channel; `add` appends one.

    Each batch is made below a root with the feed's own namespaces, of which only what stands in
    its channel is taken, so that no item declares a namespace again.
    """
    end = document.rindex(_CLOSE)
    found = etree.fromstring(document).nsmap
    namespaces = {prefix: uri for prefix, uri in found.items() if prefix}
    written = io.BytesIO()
    written.write(document[:end])
    waiting = iter(items)
    while batch := list(islice(waiting, _BATCH)):
        root = etree.Element("rss", nsmap=namespaces)
        channel = etree.SubElement(root, "channel")
        for item in batch:
            add(channel, item)
        text = etree.tostring(root, pretty_print=True, encoding="UTF-8")
        written.write(text[text.index(_OPEN) + len(_OPEN) : text.rindex(_CLOSE)])
    written.write(document[end:])
    return written.getvalue()
