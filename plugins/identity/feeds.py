"""Feeds that moved: at the old address the same document goes on, and says where it is now.

A reader that asks for a feed cannot follow a page of HTML, which is all that a static host has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_NEW_FEED_URL = f"{{{ITUNES}}}new-feed-url"
_SELF = "{http://www.w3.org/2005/Atom}link"


def former_feeds(
    feeds: Mapping[str, Iterable[str]], redirects: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the old and the new address of each feed whose page has moved.

    `feeds` are the addresses of feeds by that of their page.

    >>> list(former_feeds({"/tags/b/": ["/tags/b/feed.xml"]}, {"/tags/a/": "/tags/b/"}))
    [('/tags/a/feed.xml', '/tags/b/feed.xml')]
    """
    for old, page in redirects.items():
        for feed in feeds.get(page, ()):
            yield old + feed.removeprefix(page), feed


def say_new_address(feed: bytes, url: str) -> bytes:
    """Return a feed as it stands at its old address; a podcast's apps are sent to the new one."""
    parser = etree.XMLParser(strip_cdata=False, resolve_entities=False, no_network=True)
    root = etree.fromstring(feed, parser)
    channel = root.find("channel")
    if "itunes" not in root.nsmap or channel is None or not url:
        return feed
    if channel.find(_NEW_FEED_URL) is not None:
        # Its author sends them elsewhere already.
        return feed
    element = etree.Element(_NEW_FEED_URL)
    element.text = url
    link = channel.find(_SELF)
    place = 0 if link is None else channel.index(link) + 1
    element.tail = channel[place - 1].tail if place else channel.text
    channel.insert(place, element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False))
