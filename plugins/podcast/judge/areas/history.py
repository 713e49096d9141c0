"""Feeds in several documents: RFC 5005."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.podcast.values.words import words
from plugins.shared.rules import Source

_PAGING = words("first last next previous prev")
_ARCHIVE = frozenset(["current", "prev-archive", "next-archive"])


def _relations(channel: Node) -> list[Node]:
    links = channel.all("atom:link")
    return [link for link in links if link.get("rel") in _PAGING | _ARCHIVE]


def _complete(node: Node, place: Place) -> Iterator[Fault]:
    for link in _relations(place.node)[:1]:
        what = f"the feed says that it is complete, and has a link to {link.get('rel')}."
        yield Fault(what=what, todo="Keep one of the two.", line=link.line)
    if node.value:
        what = f"fh:complete holds {node.value!r}."
        yield Fault(what=what, todo="Leave it empty.")


def _previous(node: Node, _: Place) -> Iterator[Fault]:
    if node.get("rel") == "prev":
        yield Fault(what="the link to the page before is called prev.", todo="Write previous.")


def _archive(_: Node, place: Place) -> Iterator[Fault]:
    relations = {link.get("rel") for link in place.node.all("atom:link")}
    if "current" not in relations:
        what = "the archive has no link to the current feed."
        yield Fault(what=what, todo='Add <atom:link rel="current" href="…"/>.')


def _both(node: Node, _: Place) -> Iterator[Fault]:
    relations = {link.get("rel") for link in _relations(node)}
    if relations & _PAGING and relations & _ARCHIVE:
        what = "the feed has links of a paged and of an archived feed."
        yield Fault(what=what, todo="Choose one of the two.", line=_relations(node)[0].line)


RULES = (
    error("history-complete", Source.RFC_5005, "A complete feed has no other documents.",
          "fh:complete", _complete),
    warning("history-previous", Source.RFC_5005, "The page before is called previous.",
            "channel/atom:link", _previous),
    error("history-archive", Source.RFC_5005, "An archive leads to the current feed.",
          "fh:archive", _archive),
    warning("history-kind", Source.RFC_5005, "A feed is paged or archived.", "feed", _both),
)  # fmt: skip
