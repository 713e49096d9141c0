"""Transcripts, chapters and soundbites of items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.podcast.judge.areas.numbers import duration_of
from plugins.podcast.judge.checks import at_most, matches, needs, one_of, quoted, seconds
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.podcast.values.languages import language_fault
from plugins.shared.rules import Source

_TYPES = ("text/vtt", "application/x-subrip", "application/json", "text/html", "text/plain")
_TIMED = frozenset(_TYPES[:3])
# RFC 2326, 3.6: hours, minutes and seconds, or seconds alone.
_NPT = re.compile(
    r"(?:(?P<hours>\d{1,5}):)?(?P<minutes>[0-5]?\d):(?P<seconds>[0-5]?\d(?:\.\d*)?)"
    r"|(?P<all>\d{1,9}(?:\.\d*)?)"
)
_SHORTEST, _LONGEST = 15, 120


def _any(node: Node, _: Place) -> Iterator[Fault]:
    items = node.all("item")
    if items and not any(item.all("podcast:transcript") for item in items):
        what = "no item has a transcript."
        yield Fault(what=what, todo="Add one in WebVTT: some listeners cannot hear.")


def _type(node: Node, _: Place) -> Iterator[Fault]:
    text = node.get("type")
    if text and text.partition(";")[0] not in _TYPES:
        srt = text in {"application/srt", "text/srt", "application/x-srt"}
        todo = "Write application/x-subrip." if srt else "Offer WebVTT, with text/vtt."
        yield Fault(what=f"podcast:transcript type is {quoted(text)}.", todo=todo)


def _language(node: Node, _: Place) -> Iterator[Fault]:
    fault = language_fault(node.get("language")) if node.get("language") else ""
    if fault:
        what = f"podcast:transcript language {fault}"
        yield Fault(what=what, todo="Write a code such as en or en-GB.")


def _captions(node: Node, _: Place) -> Iterator[Fault]:
    if node.get("rel") == "captions" and node.get("type") not in _TIMED:
        what = f"captions are promised, but {quoted(node.get('type'))} has no times."
        yield Fault(what=what, todo="Leave rel out.")


def _order(node: Node, _: Place) -> Iterator[Fault]:
    types = [one.get("type") for one in node.all("podcast:transcript")]
    if "text/vtt" in types[1:] and types[0] != "text/vtt":
        what = "the transcript in WebVTT is not the first."
        line = node.all("podcast:transcript")[0].line
        yield Fault(what=what, todo="Put it first: many apps read one only.", line=line)


def _starts(node: Node) -> list[float | None]:
    found = (_NPT.fullmatch(one.get("start")) for one in node.all("psc:chapter"))
    return [_seconds(match) if match else None for match in found]


def _seconds(match: re.Match[str]) -> float:
    hours, minutes = int(match["hours"] or 0), int(match["minutes"] or 0)
    return hours * 3600 + minutes * 60 + float(match["seconds"] or match["all"])


def _psc_time(node: Node, _: Place) -> Iterator[Fault]:
    text = node.get("start")
    if not _NPT.fullmatch(text):
        yield Fault(what=f"the chapter starts at {quoted(text)}.", todo="Write HH:MM:SS.mmm.")


def _psc_order(node: Node, _: Place) -> Iterator[Fault]:
    starts = _starts(node)
    for position, (before, start) in enumerate(pairwise(starts), start=1):
        if before is not None and start is not None and start <= before:
            chapter = node.all("psc:chapter")[position]
            what = f"the chapter at {chapter.get('start')} starts no later than the one before."
            yield Fault(what=what, todo="Sort the chapters.", line=chapter.line)


def _psc_end(node: Node, place: Place) -> Iterator[Fault]:
    duration = duration_of(place.node)
    for chapter, start in zip(node.all("psc:chapter"), _starts(node), strict=True):
        if duration and start is not None and start >= duration:
            what = f"the chapter at {chapter.get('start')} starts after the end."
            yield Fault(what=what, todo="Correct its time.", line=chapter.line)


def _soundbite(node: Node, _: Place) -> Iterator[Fault]:
    for name in ("startTime", "duration"):
        text = node.get(name)
        if seconds(text) is None:
            what = f"podcast:soundbite {name} is {quoted(text)}."
            yield Fault(what=what, todo="Write seconds, such as 73.5.")


def _bite(node: Node) -> tuple[float, float] | None:
    start, length = seconds(node.get("startTime")), seconds(node.get("duration"))
    return None if start is None or length is None else (start, length)


def _soundbite_end(node: Node, place: Place) -> Iterator[Fault]:
    bite, duration = _bite(node), duration_of(place.node)
    if bite and duration and sum(bite) > duration + 1:
        what = f"the soundbite ends at second {sum(bite):g}, the episode at {duration}."
        yield Fault(what=what, todo="Correct its start or its duration.")


def _soundbite_length(node: Node, _: Place) -> Iterator[Fault]:
    bite = _bite(node)
    if bite and not _SHORTEST <= bite[1] <= _LONGEST:
        what = f"the soundbite lasts {bite[1]:g} seconds; apps want {_SHORTEST} to {_LONGEST}."
        yield Fault(what=what, todo="Choose a longer or a shorter part.")


RULES = (
    warning("transcripts", Source.PSP, "Episodes have transcripts.", "feed", _any),
    error("transcript-parts", Source.NAMESPACE, "A transcript has url and type.",
          "podcast:transcript", needs("url", "type")),
    error("transcript-type", Source.NAMESPACE, "A transcript has a type that apps read.",
          "podcast:transcript", _type),
    error("transcript-language", Source.NAMESPACE, "A transcript's language is a code.",
          "podcast:transcript", _language),
    warning("transcript-rel", Source.NAMESPACE, "rel is captions or not there.",
            "podcast:transcript", one_of(("captions",), "rel")),
    warning("transcript-captions", Source.NAMESPACE, "Captions have times.",
            "podcast:transcript", _captions),
    warning("transcript-order", Source.APPLE, "WebVTT stands first.", "item", _order),
    error("chapters-parts", Source.NAMESPACE, "Chapters have url and type.", "podcast:chapters",
          needs("url", "type")),
    error("chapters-type", Source.NAMESPACE, "Chapters have the type of JSON chapters.",
          "podcast:chapters",
          matches(r"application/json\+chapters(?:;.*)?", "Write application/json+chapters.",
                  "type")),
    warning("psc-version", Source.PODLOVE, "Simple chapters say their version.", "psc:chapters",
            needs("version")),
    error("psc-title", Source.PODLOVE, "A chapter has a title.", "psc:chapter", needs("title")),
    error("psc-time", Source.PODLOVE, "A chapter starts at a time.", "psc:chapter", _psc_time),
    error("psc-order", Source.PODLOVE, "Chapters in a feed ascend.", "psc:chapters", _psc_order),
    error("psc-end", Source.PODLOVE, "Chapters in a feed end with the audio.", "psc:chapters",
          _psc_end),
    error("feed-soundbite-time", Source.NAMESPACE, "A soundbite has a start and a duration.",
          "podcast:soundbite", _soundbite),
    error("feed-soundbite-end", Source.NAMESPACE, "A soundbite lies within the episode.",
          "podcast:soundbite", _soundbite_end),
    warning("feed-soundbite-length", Source.NAMESPACE, "A soundbite lasts 15 to 120 seconds.",
            "podcast:soundbite", _soundbite_length),
    error("feed-soundbite-text", Source.NAMESPACE, "A soundbite has at most 128 characters.",
          "podcast:soundbite", at_most(128)),
)  # fmt: skip
