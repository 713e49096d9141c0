"""The plain elements of RSS 2.0: mail, image, times to skip, links to itself."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.podcast.judge.checks import matches, needs, one_of, quoted, whole_number
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source

_WIDEST, _HIGHEST = 144, 400
_MAIL = r"[^@\s()<>]+@[^@\s()<>]+\.[^@\s()<>]+(?:\s+\([^()]*\))?"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = ("url", "title", "link")


def _image_parts(node: Node, _: Place) -> Iterator[Fault]:
    for name in _PARTS:
        if not node.value_of(name):
            yield Fault(what=f"the image of RSS has no {name}.", todo=f"Add a {name}.")


def _image_same(node: Node, place: Place) -> Iterator[Fault]:
    for name in ("title", "link"):
        mine, theirs = node.value_of(name), place.node.value_of(name)
        if mine and theirs and mine != theirs:
            what = f"the {name} of the image is {quoted(mine)}, that of the channel is not."
            yield Fault(what=what, todo=f"Write {quoted(theirs)}.", line=_line(node, name))


def _image_size(node: Node, _: Place) -> Iterator[Fault]:
    for name, most in (("width", _WIDEST), ("height", _HIGHEST)):
        text = node.value_of(name)
        if text and not (text.isdecimal() and 0 < int(text[:9]) <= most):
            what = f"the {name} of the image is {quoted(text)}; RSS allows at most {most}."
            yield Fault(what=what, todo="Leave width and height out.", line=_line(node, name))


def _line(node: Node, name: str) -> int:
    child = node.first(name)
    return child.line if child else 0


def _self(node: Node, place: Place) -> Iterator[Fault]:
    if not place.feed.self_links:
        todo = 'Add <atom:link rel="self" type="application/rss+xml" href="…"/>.'
        yield Fault(what=f"the {node.name} has no link to itself.", todo=todo)


def _one_self(_: Node, place: Place) -> Iterator[Fault]:
    for second in place.feed.self_links[1:]:
        what = "there is a second link to itself."
        yield Fault(what=what, todo="Keep the one that never changes.", line=second.line)


def _self_type(node: Node, _: Place) -> Iterator[Fault]:
    if node.get("rel") == "self" and node.get("type") != "application/rss+xml":
        yield Fault(what="the link to itself has not the type of RSS.",
                    todo='Write type="application/rss+xml".')  # fmt: skip


def _self_url(node: Node, place: Place) -> Iterator[Fault]:
    href, url = node.get("href"), place.feed.url
    is_first = any(node is link for link in place.feed.self_links[:1])
    if not is_first or not href or not url or href == url:
        return
    if href.partition("://")[2] == url.partition("://")[2]:
        what = f"the link to itself says {quoted(href)}, but the feed is at {quoted(url)}."
        yield Fault(what=what, todo=f"Write {urlsplit(url).scheme}, or redirect for ever.")
    else:
        what = f"the link to itself is {quoted(href)}, but the feed is at {quoted(url)}."
        yield Fault(what=what, todo="Hand out the address that the feed names.")


def _hub(_: Node, place: Place) -> Iterator[Fault]:
    hubs = [link for link in place.feed.channel.all("atom:link") if link.get("rel") == "hub"]
    if hubs and not place.feed.self_links:
        what = "a hub is named, but no link to itself, which would be its topic."
        yield Fault(what=what, todo="Add one.", line=hubs[0].line)


def _item_author(node: Node, place: Place) -> Iterator[Fault]:
    if place.node.all("dc:creator"):
        what = f"the item has {node.name} and dc:creator."
        yield Fault(what=what, todo="Keep one of them.")


def _relation(node: Node, _: Place) -> Iterator[Fault]:
    if not node.get("href"):
        yield Fault(what="atom:link has no href.", todo="Add the address.")


RULES = (
    error("mail-form", Source.RSS, "People of RSS are addresses of mail.",
          "managingEditor webMaster item/author",
          matches(_MAIL, "Write dave@example.org (Dave), or leave it out.")),
    warning("item-author-once", Source.RSS, "An item has author or dc:creator.", "item/author",
            _item_author),
    error("ttl-number", Source.RSS, "ttl is a number of minutes.", "ttl",
          whole_number("Write a whole number of minutes.", least=1)),
    error("skip-hour", Source.RSS, "Hours to skip are 0 to 23.", "skipHours/hour",
          matches(r"0?[0-9]|1[0-9]|2[0-3]", "Write a number from 0 to 23.")),
    error("skip-day", Source.RSS, "Days to skip have their English names.", "skipDays/day",
          one_of(_DAYS)),
    error("image-parts", Source.RSS, "An image of RSS has url, title and link.",
          "channel/image", _image_parts),
    warning("image-same", Source.RSS, "Title and link of the image are those of the channel.",
            "channel/image", _image_same),
    error("image-size", Source.RSS, "An image of RSS is at most 144 by 400 pixels.",
          "channel/image", _image_size),
    error("self-link", Source.PSP, "A feed links to itself.", "feed", _self),
    error("self-link-once", Source.ATOM, "A feed links to itself once.", "feed", _one_self),
    warning("self-link-type", Source.PSP, "The link to itself has the type of RSS.",
            "channel/atom:link", _self_type),
    warning("self-link-url", Source.PSP, "A feed is where it says it is.", "channel/atom:link",
            _self_url),
    error("link-address", Source.ATOM, "atom:link has an address.", "atom:link", _relation),
    error("hub-self", Source.WEBSUB, "Who names a hub links to itself.", "feed", _hub),
    error("item-source", Source.RSS, "source has a url.", "item/source", needs("url")),
)  # fmt: skip
