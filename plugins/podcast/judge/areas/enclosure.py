"""Enclosures: one to an item, with the true length, type and name of the audio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.podcast.judge.areas.numbers import duration_of
from plugins.podcast.judge.checks import quoted
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source

# By ending: the types that Apple or PSP-1 name, the best first.
TYPES: dict[str, tuple[str, ...]] = {
    "mp3": ("audio/mpeg",),
    "m4a": ("audio/x-m4a", "audio/mp4", "audio/m4a"),
    "mp4": ("video/mp4",),
    "m4v": ("video/x-m4v", "video/mp4"),
    "mov": ("video/quicktime",),
    "pdf": ("application/pdf",),
}
_KNOWN = frozenset(name for names in TYPES.values() for name in names)
_SLOWEST, _FASTEST = 8_000, 20_000_000  # bit/s


def ending_of(url: str) -> str:
    """Return the ending of the path of an address, in small letters, without its dot.

    >>> ending_of("https://example.org/a/075.MP3?x=1")
    'mp3'
    """
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    found = re.search(r"\.([A-Za-z0-9]{1,5})$", path)
    return found[1].lower() if found else ""


def _there(node: Node, _: Place) -> Iterator[Fault]:
    if not node.all("enclosure"):
        yield Fault(what="the item has no enclosure: no app shows it.",
                    todo="Add its audio with url, length and type.")  # fmt: skip


def _one(node: Node, _: Place) -> Iterator[Fault]:
    for second in node.all("enclosure")[1:]:
        what = "there is a second enclosure; apps take one of them, or fail."
        todo = "Keep one, and make the others podcast:alternateEnclosure."
        yield Fault(what=what, todo=todo, line=second.line)


def _url(node: Node, _: Place) -> Iterator[Fault]:
    if not node.get("url"):
        yield Fault(what="the enclosure has no url.", todo="Add the address of the audio.")


def _length(node: Node, place: Place) -> Iterator[Fault]:
    text = node.get("length")
    if not text:
        yield Fault(what="the enclosure has no length.", todo="Write the bytes of the file.")
    elif not text.isdecimal() or not text.isascii() or int(text[:18]) == 0:
        what = f"the length of the enclosure is {quoted(text)}."
        yield Fault(what=what, todo="Write the bytes of the file, a whole number above 0.")
    elif int(text[:18]) == (duration_of(place.node) or -1):
        what = f"the length of the enclosure is {text}, which is its duration in seconds."
        yield Fault(what=what, todo="Write the bytes of the file.")


def _plausible(node: Node, place: Place) -> Iterator[Fault]:
    text, seconds = node.get("length"), duration_of(place.node)
    if not seconds or not text.isdecimal() or int(text[:18]) in {0, seconds}:
        return
    rate = int(text[:18]) * 8 / seconds
    if not _SLOWEST <= rate <= _FASTEST:
        what = f"{text} bytes do not fit {seconds} seconds of sound."
        yield Fault(what=what, todo="Measure both the length and the duration.")


def _type(node: Node, _: Place) -> Iterator[Fault]:
    text, ending = node.get("type"), ending_of(node.get("url"))
    right = TYPES.get(ending, ())
    if not text:
        todo = f"Write {right[0]}." if right else "Write the type of the audio."
        yield Fault(what="the enclosure has no type.", todo=todo)
    elif right and text not in right:
        what = f"the type of the enclosure is {quoted(text)}, its name ends in .{ending}."
        yield Fault(what=what, todo=f"Write {right[0]}, if it is what the file really is.")
    elif not ending and text not in _KNOWN:
        what = f"the type of the enclosure is {quoted(text)}, which Apple does not take."
        yield Fault(what=what, todo="Offer MP3 or M4A.")


def _ending(node: Node, _: Place) -> Iterator[Fault]:
    url = node.get("url")
    ending = ending_of(url)
    if url and ending not in TYPES:
        found = f"ends in .{ending}" if ending else "has no ending"
        what = f"the path of the enclosure {found}."
        todo = "Apple decides by it: offer .mp3 or .m4a; others are podcast:alternateEnclosure."
        yield Fault(what=what, todo=todo)


def _same(_: Node, place: Place) -> Iterator[Fault]:
    seen: dict[str, Node] = {}
    for item in place.feed.items:
        enclosure = item.first("enclosure")
        url = enclosure.get("url") if enclosure else ""
        other = seen.setdefault(url, item) if url else item
        if other is not item and enclosure is not None:
            what = f"its audio is that of the item on line {other.line}."
            todo = "Give it its own: Apple drops the second of two."
            yield Fault(what=what, todo=todo, line=enclosure.line, item=item)


RULES = (
    error("item-enclosure", Source.APPLE, "An item has an enclosure.", "item", _there),
    error("enclosure-one", Source.APPLE, "An item has one enclosure.", "item", _one),
    error("enclosure-url", Source.RSS, "An enclosure has a url.", "enclosure", _url),
    error("enclosure-length", Source.RSS, "An enclosure's length is its bytes.",
          "item/enclosure", _length),
    warning("enclosure-plausible", Source.OURS, "Bytes and seconds fit each other.",
            "item/enclosure", _plausible),
    error("enclosure-type", Source.APPLE, "An enclosure's type is that of its ending.",
          "item/enclosure", _type),
    error("enclosure-ending", Source.APPLE, "The path of an enclosure has an ending Apple knows.",
          "item/enclosure", _ending),
    error("enclosure-once", Source.APPLE, "No two items have one enclosure.", "feed", _same),
)  # fmt: skip
