"""The judge itself: every rule asked of every node it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plugins.podcast.judge.building import build_feed
from plugins.podcast.judge.elements import ELEMENTS, HTML, NESTED, PLAIN
from plugins.podcast.judge.rule import FeedRule, Finding
from plugins.podcast.judge.table import TABLE
from plugins.podcast.judge.tree import Feed, Node, Place

_BY_NAME: dict[str, tuple[FeedRule, ...]] = {
    name: tuple(rule for rule in TABLE if name in rule.of)
    for name in {name for rule in TABLE for name in rule.of}
}

_KNOWN = frozenset([*ELEMENTS, *NESTED])
_ITEMS = frozenset(["item", "podcast:liveItem"])


def judge(raw: bytes, *, url: str = "", now: datetime | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a feed, in the order of its lines.

    `url` is where it was found, `now` the instant after which nothing should be published.
    """
    return judge_feed(build_feed(raw, url=url, now=now))


def judge_feed(feed: Feed) -> tuple[Finding, ...]:
    """Return what is wrong with a feed that was read."""
    end = max((amiss.line for amiss in feed.document.broken), default=0)
    found = dict.fromkeys(one for one in _findings(feed) if not end or one.line <= end)
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.rule.key, finding.what)))


def _findings(feed: Feed) -> Iterator[Finding]:
    channel = Place(feed=feed, node=feed.channel)
    yield from _ask(_BY_NAME["answer"], feed.root, channel)
    yield from _ask(_BY_NAME["document"], feed.root, channel)
    if feed.root.name != "rss":
        return
    # What a broken document lacks may only be where the parser lost its way.
    is_whole = not feed.document.broken
    if is_whole:
        yield from _ask(_BY_NAME["rss"], feed.root, channel)
        yield from _ask(_BY_NAME["feed"] if feed.channel.name else (), feed.channel, channel)
    visit = _Visit(is_whole=is_whole)
    for child in feed.channel.children:
        is_item = child.name in _ITEMS
        place = Place(feed=feed, node=child) if is_item else channel
        yield from visit(child, "channel", place)


class _Visit:
    """Walks through a node and all below it; remembers which rules are about which names."""

    def __init__(self, *, is_whole: bool) -> None:
        self._is_whole = is_whole
        self._rules: dict[tuple[str, str], tuple[FeedRule, ...]] = {}

    def __call__(self, node: Node, parent: str, place: Place) -> Iterator[Finding]:
        key = (parent, node.name)
        rules = self._rules.get(key)
        if rules is None:
            rules = self._rules[key] = self._rules_of(parent, node.name)
        yield from _ask(rules, node, place)
        for child in node.children:
            yield from self(child, node.name, place)

    def _rules_of(self, parent: str, name: str) -> tuple[FeedRule, ...]:
        if name in _ITEMS and not self._is_whole:
            return ()
        named = [name, f"{parent}/{name}", "*"]
        if name not in _KNOWN and parent in _KNOWN - PLAIN - HTML:
            named.append("?")
        rules = (rule for key in named for rule in _BY_NAME.get(key, ()))
        return tuple(dict.fromkeys(rules))


def _ask(rules: tuple[FeedRule, ...], node: Node, place: Place) -> Iterator[Finding]:
    for rule in rules:
        for fault in rule.find(node, place):
            item = place.node if place.is_item else fault.item
            yield Finding(
                rule=rule.rule,
                line=fault.line or node.line,
                what=fault.what,
                todo=fault.todo,
                element=node.name,
                guid=item.value_of("guid") if item else "",
                title=item.value_of("title") if item else "",
            )
