"""What a feed must be before anything else: XML, in UTF-8, with the shape of RSS 2.0."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plugins.podcast.judge.decoding import Amiss
from plugins.podcast.judge.document import Document
from plugins.podcast.judge.rule import Fault, Find, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source

LARGE = 10_000_000
_OTHERS = {
    "{http://www.w3.org/2005/Atom}feed": "an Atom feed, and podcast directories take RSS 2.0 only",
    "atom:feed": "an Atom feed, and podcast directories take RSS 2.0 only",
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF": "a feed of RSS 1.0",
    "opml": "a list of feeds, and no feed",
}
_STYLESHEET = re.compile(r"<\?xml-stylesheet\b[^>]*\bxsl[^>]*\?>")


def _told(pick: Callable[[Document], tuple[Amiss, ...]], says: str, todo: str) -> Find:
    """Return a function that tells what reading the document found."""

    def find(_: Node, place: Place) -> Iterator[Fault]:
        for amiss in pick(place.feed.document):
            yield Fault(what=says.format(what=amiss.what), todo=todo, line=amiss.line)

    return find


def _empty(_: Node, place: Place) -> Iterator[Fault]:
    document = place.feed.document
    if not document.text.strip() and not document.is_compressed:
        yield Fault(what="the document is empty.", todo="Serve the feed.", line=1)


def _compressed(_: Node, place: Place) -> Iterator[Fault]:
    if place.feed.document.is_compressed:
        todo = "Serve XML, and let the server compress it with Content-Encoding."
        yield Fault(what="the document is a compressed file.", todo=todo, line=1)


def _encoding(_: Node, place: Place) -> Iterator[Fault]:
    encoding = place.feed.document.encoding
    if encoding and encoding not in {"utf-8", "utf8", "us-ascii", "ascii"}:
        todo = "Write it in UTF-8, the only encoding that all apps read."
        yield Fault(what=f"the document is in {encoding.upper()}.", todo=todo, line=1)


def _mark(_: Node, place: Place) -> Iterator[Fault]:
    if place.feed.document.has_mark and place.feed.document.encoding == "utf-8":
        what = "a byte order mark stands before the document."
        yield Fault(what=what, todo="Save it as UTF-8 without a mark.", line=1)


def _declaration(_: Node, place: Place) -> Iterator[Fault]:
    document = place.feed.document
    if document.root is None:
        return
    todo = 'Begin with <?xml version="1.0" encoding="UTF-8"?>.'
    if not document.declaration:
        yield Fault(what="there is no XML declaration.", todo=todo, line=1)
    elif not re.search(r"""version\s*=\s*["']1\.0["']""", document.declaration):
        yield Fault(what="the XML declaration does not say version 1.0.", todo=todo, line=1)


def _start(_: Node, place: Place) -> Iterator[Fault]:
    text = place.feed.document.text
    if place.feed.document.declaration and text[:1] != "<":
        what = "something stands before the XML declaration."
        yield Fault(what=what, todo="Let the document begin with it.", line=1)


def _rss(_: Node, place: Place) -> Iterator[Fault]:
    document, root = place.feed.document, place.feed.root
    if document.is_compressed or not document.text.strip() or root.name == "rss":
        return
    if document.is_html or root.name == "html":
        what = "it is a web page"
    elif not root.name:
        what = "it is no RSS feed"
    else:
        what = f"it is {_OTHERS.get(root.name, f'a document of <{root.name}>')}"
    yield Fault(what=f"{what}.", todo="Give the address of an RSS feed.", line=root.line or 1)


def _version(node: Node, _: Place) -> Iterator[Fault]:
    if node.get("version") != "2.0":
        found = node.get("version")
        what = f"the version of rss is {found!r}." if found else "rss has no version."
        yield Fault(what=what, todo='Write <rss version="2.0">.')


def _channel(node: Node, _: Place) -> Iterator[Fault]:
    channels = node.all("channel")
    if not channels:
        yield Fault(what="rss has no channel.", todo="Put everything into one channel.")
    for second in channels[1:]:
        what = "there is a second channel."
        yield Fault(what=what, todo="Make it a feed of its own.", line=second.line)


def _item_place(node: Node, _: Place) -> Iterator[Fault]:
    for item in node.all("item"):
        what = "an item stands outside of the channel."
        yield Fault(what=what, todo="Move it into the channel.", line=item.line)


def _size(_: Node, place: Place) -> Iterator[Fault]:
    size = place.feed.document.size
    if size > LARGE:
        what = f"the feed has {size / 1_000_000:.1f} MB, which apps fetch again and again."
        yield Fault(what=what, todo="Shorten the notes of older episodes.", line=1)


def _stylesheet(_: Node, place: Place) -> Iterator[Fault]:
    text = place.feed.document.text
    found = _STYLESHEET.search(text)
    if found:
        what = "it has an XSL style sheet, which browsers stop to support."
        line = text.count("\n", 0, found.start()) + 1
        yield Fault(what=what, todo="Show people a page to subscribe instead.", line=line)


def _items(node: Node, _: Place) -> Iterator[Fault]:
    if node.name == "channel" and not (node.all("item") or node.all("podcast:liveItem")):
        todo = "Publish an episode before you hand the feed in."
        yield Fault(what="the channel has no items.", todo=todo)


RULES = (
    error("document-empty", Source.XML, "A feed is not empty.", "document", _empty),
    error("document-compressed", Source.XML, "A feed is XML, not an archive.", "document",
          _compressed),
    warning("document-encoding", Source.APPLE, "A feed is in UTF-8.", "document", _encoding),
    error("document-bytes", Source.XML, "Every byte belongs to the encoding.", "document",
          _told(lambda d: d.bad_bytes, "{what}.", "Save the document as UTF-8.")),
    warning("document-mark", Source.XML, "No byte order mark stands before a feed.", "document",
            _mark),
    warning("document-declaration", Source.XML, "A feed begins with an XML 1.0 declaration.",
            "document", _declaration),
    error("document-start", Source.XML, "Nothing stands before the XML declaration.", "document",
          _start),
    error("document-doctype", Source.XML, "A feed has no DOCTYPE.", "document",
          _told(lambda d: d.doctype, "there is a DOCTYPE, which feed readers refuse.",
                "Remove it, and write characters instead of entities.")),
    error("document-entity", Source.XML, "Only the five entities of XML are used.", "document",
          _told(lambda d: d.entities, "XML knows no {what}",
                "Write the character itself, or put HTML between <![CDATA[ and ]]>.")),
    error("document-ampersand", Source.XML, "An ampersand is written &amp;.", "document",
          _told(lambda d: d.ampersands, "an & stands by itself.", "Write &amp; in its place.")),
    error("document-control", Source.XML, "There are no control characters.", "document",
          _told(lambda d: d.controls, "there is the control character {what}.", "Delete it.")),
    error("document-xml", Source.XML, "A feed is well-formed XML.", "document",
          _told(lambda d: d.broken, "it is not well-formed: {what}.",
                "Correct it: until then apps read nothing at all.")),
    error("feed-rss", Source.RSS, "A podcast feed is RSS 2.0.", "document", _rss),
    warning("feed-size", Source.OURS, "A feed has less than 10 MB.", "document", _size),
    warning("feed-style", Source.OURS, "A feed has no XSL style sheet.", "document", _stylesheet),
    error("feed-version", Source.RSS, "The version of rss is 2.0.", "rss", _version),
    error("feed-channel", Source.RSS, "There is one channel.", "rss", _channel),
    error("feed-item-place", Source.RSS, "Items stand within the channel.", "rss", _item_place),
    warning("feed-items", Source.SPOTIFY, "A feed has an episode.", "feed", _items),
)  # fmt: skip
