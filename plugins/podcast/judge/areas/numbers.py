"""Numbers of episodes and seasons, and how long an episode plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from plugins.podcast.judge.checks import at_most, matches, quoted, whole_number
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source

_CLOCK = re.compile(r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)")
_SECONDS = re.compile(r"\d{1,7}")
_FEW, _MINUTE = 3, 60


def duration_of(item: Node) -> int | None:
    """Return how many seconds an item says that it plays, or nothing."""
    return read_duration(item.value_of("itunes:duration"))


def read_duration(text: str) -> int | None:
    """Return the seconds of a duration, or nothing.

    >>> read_duration("73"), read_duration("01:13"), read_duration("00:27:7")
    (73, 73, None)
    """
    if _SECONDS.fullmatch(text):
        return int(text)
    clock = _CLOCK.fullmatch(text)
    if clock is None:
        return None
    return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])


def _duration(node: Node, _: Place) -> Iterator[Fault]:
    if not node.value:
        return
    found = read_duration(node.value)
    if found is None:
        what = f"itunes:duration is {quoted(node.value)}."
        yield Fault(what=what, todo="Write whole seconds, or HH:MM:SS.")
    elif found == 0:
        what = f"itunes:duration is {quoted(node.value)}: nothing to hear."
        yield Fault(what=what, todo="Measure the audio, and write its seconds.")


def _rounded(_: Node, place: Place) -> Iterator[Fault]:
    found = [duration_of(item) for item in place.feed.items]
    known = [seconds for seconds in found if seconds]
    if len(known) >= _FEW and all(seconds % _MINUTE == 0 for seconds in known):
        what = "every duration is rounded to minutes."
        line = next(islice(place.feed.items, 1)).line
        yield Fault(what=what, todo="Measure the audio, and write its seconds.", line=line)


def _key(item: Node) -> tuple[str, str, str]:
    kind = item.value_of("itunes:episodeType") or "full"
    return item.value_of("itunes:season"), item.value_of("itunes:episode"), kind


def _same(_: Node, place: Place) -> Iterator[Fault]:
    seen: dict[tuple[str, str, str], Node] = {}
    for item in place.feed.items:
        key = _key(item)
        season, number, kind = key
        if not number or kind != "full":
            continue
        other = seen.setdefault(key, item)
        if other is not item:
            within = f" of season {season}" if season else ""
            what = f"it is episode {number}{within}, as the item on line {other.line} is."
            line = item.first("itunes:episode").line  # type: ignore[union-attr]  # it has one
            todo = "Give one of them another number."
            yield Fault(what=what, todo=todo, line=line, item=item)


def _serial(node: Node, place: Place) -> Iterator[Fault]:
    if place.feed.channel.value_of("itunes:type") != "serial":
        return
    is_full = (node.value_of("itunes:episodeType") or "full") == "full"
    if is_full and not node.value_of("itunes:episode"):
        what = "the show is serial, and this episode has no number."
        yield Fault(what=what, todo="Add itunes:episode.")


def _season(node: Node, place: Place) -> Iterator[Fault]:
    apple = place.node.value_of("itunes:season")
    if apple and node.value.isdecimal() and node.value != apple:
        what = f"podcast:season is {quoted(node.value)}, itunes:season {quoted(apple)}."
        yield Fault(what=what, todo="Let both say the same.")


_FROM_ONE = "Write a whole number from 1, or leave it out."
RULES = (
    error("duration-form", Source.APPLE, "A duration is whole seconds, or HH:MM:SS.",
          "itunes:duration", _duration),
    warning("durations-rounded", Source.OURS, "Durations are measured.", "feed", _rounded),
    error("episode-number", Source.APPLE, "An episode's number is whole, from 1.",
          "itunes:episode", whole_number(_FROM_ONE, least=1)),
    error("season-number", Source.APPLE, "A season's number is whole, from 1.",
          "itunes:season", whole_number(_FROM_ONE, least=1)),
    error("episode-number-once", Source.APPLE, "A season has one episode of a number.", "feed",
          _same),
    error("serial-number", Source.APPLE, "In a serial show every full episode has a number.",
          "item", _serial),
    error("podcast-season", Source.NAMESPACE, "podcast:season is a whole number.",
          "podcast:season", whole_number("Write a whole number.")),
    warning("podcast-season-same", Source.NAMESPACE, "podcast:season is itunes:season.",
            "podcast:season", _season),
    error("podcast-season-name", Source.NAMESPACE, "A season's name has at most 128 characters.",
          "podcast:season", at_most(128, "name")),
    error("podcast-episode", Source.NAMESPACE, "podcast:episode is a decimal number.",
          "podcast:episode", matches(r"\d+(?:\.\d+)?", "Write a number such as 12 or 12.5.")),
    error("podcast-episode-display", Source.NAMESPACE,
          "What stands for a number has at most 32 characters.", "podcast:episode",
          at_most(32, "display")),
)  # fmt: skip
