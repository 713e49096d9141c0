"""Dates: in the form of RFC 2822, in order, and never in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from plugins.podcast.judge.checks import has, label, quoted, value
from plugins.podcast.judge.dates import TODO, read_date
from plugins.podcast.judge.rule import Fault, FeedRule, Find, error, warning
from plugins.podcast.judge.tree import Feed, Node, Place
from plugins.shared.rules import Source

_OF = "pubDate lastBuildDate podcast:trailer"
_JUST_NOW, _LONG_AGO = timedelta(minutes=10), timedelta(days=1)


def _kind(kind: str) -> Find:
    """Return a function that tells one kind of fault of a date."""

    def find(node: Node, _: Place) -> Iterator[Fault]:
        attribute = "pubdate" if node.name == "podcast:trailer" else ""
        text = value(node, attribute)
        fault = read_date(text).faults.get(kind) if text else None
        if fault:
            what = f"{label(node, attribute)} is {quoted(text)}: {fault}"
            yield Fault(what=what, todo=TODO)

    return find


def _instant(node: Node | None) -> datetime | None:
    return read_date(node.value).instant if node is not None else None


def _newest(feed: Feed) -> datetime | None:
    found = [_instant(item.first("pubDate")) for item in feed.items]
    return max((instant for instant in found if instant), default=None)


def _future(node: Node, place: Place) -> Iterator[Fault]:
    instant, now = _instant(node), place.feed.now
    if instant and now and instant > now:
        what = f"pubDate is {quoted(node.value)}, which is still to come."
        yield Fault(what=what, todo="Publish the item when it is due.")


def _is_first(node: Node, place: Place) -> bool:
    """Say whether a date is the channel's own, not one of many that repeat it."""
    return node is place.node.first(node.name)


def _older(node: Node, place: Place) -> Iterator[Fault]:
    if not _is_first(node, place):
        return
    built, newest = _instant(node), _newest(place.feed)
    if built and newest and built < newest:
        what = "lastBuildDate is older than the newest item."
        yield Fault(what=what, todo="Write when the feed last changed.")


def _churn(node: Node, place: Place) -> Iterator[Fault]:
    if not _is_first(node, place):
        return
    built, newest, now = _instant(node), _newest(place.feed), place.feed.now
    if built and newest and now and abs(now - built) < _JUST_NOW and now - newest > _LONG_AGO:
        what = "lastBuildDate is this very moment, though nothing has changed for a day."
        todo = "Write when the content last changed, so that apps need not fetch it again."
        yield Fault(what=what, todo=todo)


def _newest_date(node: Node, place: Place) -> Iterator[Fault]:
    if not _is_first(node, place):
        return
    said, newest = _instant(node), _newest(place.feed)
    if said and newest and said != newest:
        what = "pubDate of the channel is not that of the newest item."
        yield Fault(what=what, todo="Write the date of the newest item.")


def _order(_: Node, place: Place) -> Iterator[Fault]:
    for before, after in pairwise(place.feed.items):
        first, second = _instant(before.first("pubDate")), _instant(after.first("pubDate"))
        if first and second and first < second:
            what = "it is newer than the item before it."
            todo = "Sort the items, the newest first."
            yield Fault(what=what, todo=todo, line=after.line, item=after)
            return


def _ties(_: Node, place: Place) -> Iterator[Fault]:
    seen: dict[datetime, Node] = {}
    for item in place.feed.items:
        instant = _instant(item.first("pubDate"))
        other = seen.setdefault(instant, item) if instant else item
        if other is not item:
            what = f"its date is that of the item on line {other.line}."
            todo = "Give one of them a later minute: apps show them in either order."
            yield Fault(what=what, todo=todo, line=item.line, item=item)


_KINDS: tuple[FeedRule, ...] = (
    error("date-iso", Source.RFC_2822, "Dates are not those of ISO 8601.", _OF, _kind("iso")),
    error("date-form", Source.RFC_2822, "Dates have day, month, year, time and zone.", _OF,
          _kind("form")),
    error("date-language", Source.RFC_2822, "Days and months have short English names.", _OF,
          _kind("language")),
    error("date-year", Source.RFC_2822, "Years have four digits.", _OF, _kind("year")),
    error("date-real", Source.RFC_2822, "Dates are real.", _OF, _kind("real")),
    error("date-weekday", Source.RFC_2822, "The day of the week is that of the date.", _OF,
          _kind("weekday")),
    warning("date-zone", Source.RFC_2822, "Zones are numbers, or GMT.", _OF, _kind("zone")),
    warning("date-short", Source.RSS, "Days have two digits, and times have seconds.", _OF,
            _kind("short")),
)  # fmt: skip
RULES = (
    *_KINDS,
    warning("item-date", Source.PSP, "An item has a date.", "item",
            has("pubDate", f"Say when it was published. {TODO}")),
    error("date-future", Source.APPLE, "No item is from the future.", "item/pubDate", _future),
    warning("build-date", Source.RSS, "lastBuildDate is not before the newest item.",
            "lastBuildDate", _older),
    warning("build-date-churn", Source.OURS, "lastBuildDate says when the content changed.",
            "lastBuildDate", _churn),
    warning("channel-date", Source.SPOTIFY, "pubDate of the channel is that of the newest item.",
            "channel/pubDate", _newest_date),
    warning("items-order", Source.PSP, "The newest item stands first.", "feed", _order),
    warning("items-same-date", Source.OURS, "No two items have one date.", "feed", _ties),
)  # fmt: skip
