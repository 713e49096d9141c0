"""Which element of a feed says what of an episode or a show, as two tables.

A facet is what a listener would call one thing; an element that no row names is a facet of its
own, `other` and its name, so that nothing changes unseen.
"""

from __future__ import annotations

from functools import cache
from sys import intern

from lxml import etree

_NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
    "fh": "http://purl.org/syndication/history/1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


@cache
def qualified(name: str) -> str:
    """Return a prefixed name as lxml has it.

    >>> qualified("fh:archive"), qualified("title")
    ('{http://purl.org/syndication/history/1.0}archive', 'title')
    """
    prefix, colon, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}" if colon else name


def _table(facets: dict[str, str]) -> dict[str, str]:
    return {qualified(name): facet for facet, names in facets.items() for name in names.split()}


# The facet "" is compared elsewhere, or follows from what is.
ITEM = _table(
    {
        "": "guid pubDate enclosure link",
        "title": "title itunes:title",
        "number": "itunes:episode itunes:season itunes:episodeType podcast:episode podcast:season",
        "notes": "description content:encoded itunes:summary itunes:subtitle",
        "duration": "itunes:duration",
        "art": "itunes:image podcast:image podcast:images",
        "chapters": "podcast:chapters psc:chapters",
        "transcript": "podcast:transcript",
        "formats": "podcast:alternateEnclosure",
        "people": "podcast:person itunes:author author dc:creator",
        "soundbites": "podcast:soundbite",
        "explicit": "itunes:explicit",
        "block": "itunes:block podcast:block",
        "tags": "category",
    }
)
CHANNEL = _table(
    {
        "": "item lastBuildDate pubDate generator docs podcast:guid fh:complete fh:archive"
        " atom:link[self] atom:link[prev-archive] atom:link[next-archive] atom:link[current]",
        "title": "title itunes:title",
        "link": "link",
        "description": "description itunes:summary itunes:subtitle",
        "author": "itunes:author managingEditor",
        "owner": "itunes:owner podcast:locked",
        "art": "itunes:image image podcast:image podcast:images",
        "categories": "itunes:category category",
        "language": "language",
        "type": "itunes:type podcast:medium",
        "explicit": "itunes:explicit",
        "block": "itunes:block podcast:block",
        "new address": "itunes:new-feed-url",
        "complete": "itunes:complete",
        "people": "podcast:person",
        "funding": "podcast:funding",
        "copyright": "copyright podcast:license",
        "trailer": "podcast:trailer",
    }
)


def read_facets(parent: etree._Element, table: dict[str, str]) -> dict[str, str]:
    """Return what an element's children say, by facet."""
    found: dict[str, list[str]] = {}
    for child in parent.iterchildren("*"):
        facet = table.get(child.tag) if child.tag in table else _facet_of(child, table)
        if facet:
            found.setdefault(facet, []).append(dump_element(child))
    # Old and new feeds, and those of tags, say the same of an episode: it is kept once.
    return {facet: intern("\n".join(said)) for facet, said in found.items()}


def _facet_of(child: etree._Element, table: dict[str, str]) -> str:
    relation = f"{child.tag}[{child.get('rel', '')}]"
    return table.get(relation, f"other {etree.QName(child).localname}")


def dump_element(element: etree._Element) -> str:
    """Return an element as text that stays the same however it is indented or escaped."""
    said = f"<{element.tag}"
    if element.attrib:
        said += "".join([f" {key!s}={value!r}" for key, value in sorted(element.items())])
    said += f">{(element.text or '').strip()}"
    if len(element):
        said += "".join([dump_element(child) for child in element.iterchildren("*")])
    return said
