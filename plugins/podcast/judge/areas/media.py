"""Other sources of the same sound, and what is live."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.podcast.judge.areas.enclosure import TYPES, ending_of
from plugins.podcast.judge.areas.extras import iso
from plugins.podcast.judge.checks import (
    at_most,
    every,
    matches,
    needs,
    one_of,
    quoted,
    whole_number,
)
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.podcast.values.languages import language_fault
from plugins.shared.rules import Source

# An MP4 that holds sound alone may be an alternate, though no enclosure.
_ALSO = {"mp4": ("audio/mp4",)}
_SRI = re.compile(r"sha(?:256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)")


def _source(node: Node, _: Place) -> Iterator[Fault]:
    if not node.all("podcast:source"):
        what = "podcast:alternateEnclosure has no podcast:source."
        yield Fault(what=what, todo="Say where the file is.")


def _default(node: Node, place: Place) -> Iterator[Fault]:
    enclosure = place.node.first("enclosure")
    if node.get("default") != "true" or enclosure is None or place.node.name != "item":
        return
    uris = [source.get("uri") for source in node.all("podcast:source")]
    if uris and enclosure.get("url") not in uris:
        what = f"the default is {quoted(uris[0])}, which is not the enclosure."
        yield Fault(what=what, todo="Let the default name the very file of the enclosure.")
    elif node.get("length") and node.get("length") != enclosure.get("length"):
        what = f"the default has {node.get('length')} bytes, the enclosure another number."
        yield Fault(what=what, todo="Write the bytes of the one file in both.")


def _defaults(node: Node, _: Place) -> Iterator[Fault]:
    found = [one for one in node.all("podcast:alternateEnclosure") if one.get("default") == "true"]
    for second in found[1:]:
        what = "there is a second default."
        yield Fault(what=what, todo="Keep the one that is the enclosure.", line=second.line)


def _other_length(node: Node, place: Place) -> Iterator[Fault]:
    """Tell where a file in another format is said to have the enclosure's very bytes."""
    enclosure = place.node.first("enclosure")
    if enclosure is None or node.get("default") == "true" or not node.get("length"):
        return
    is_other = node.get("type") != enclosure.get("type")
    if is_other and node.get("length") == enclosure.get("length"):
        what = f"the {node.get('type')} has the length of the enclosure, which is another file."
        yield Fault(what=what, todo="Measure its own.")


def _type(node: Node, _: Place) -> Iterator[Fault]:
    text = node.get("type")
    for source in node.all("podcast:source"):
        ending = ending_of(source.get("uri"))
        right = (*TYPES.get(ending, ()), *_ALSO.get(ending, ()))
        is_audio = text.startswith(("audio/", "video/", "application/"))
        if text and (not is_audio or (right and text.partition(";")[0] not in right)):
            what = f"podcast:alternateEnclosure type is {quoted(text)}."
            todo = f"Write {right[0]}." if right else "Write the type of the file."
            yield Fault(what=what, todo=todo)


def _integrity(node: Node, _: Place) -> Iterator[Fault]:
    if node.get("type") == "sri" and not _SRI.fullmatch(node.get("value")):
        what = f"podcast:integrity value is {quoted(node.get('value'))}."
        yield Fault(what=what, todo="Write sha256- and the digest in base64.")


def _language(node: Node, _: Place) -> Iterator[Fault]:
    fault = language_fault(node.get("lang")) if node.get("lang") else ""
    if fault:
        what = f"podcast:alternateEnclosure lang {fault}"
        yield Fault(what=what, todo="Write a code such as en or en-GB.")


def _live(node: Node, _: Place) -> Iterator[Fault]:
    if not node.all("podcast:contentLink"):
        what = "podcast:liveItem has no podcast:contentLink."
        yield Fault(what=what, todo="Say where people can listen whose app cannot.")


RULES = (
    error("alternate-type", Source.NAMESPACE, "An alternate has the type of its file.",
          "podcast:alternateEnclosure", every(needs("type"), _type)),
    warning("alternate-length", Source.NAMESPACE, "An alternate has a length.",
            "podcast:alternateEnclosure", needs("length")),
    error("alternate-number", Source.NAMESPACE, "Lengths, bitrates and heights are numbers.",
          "podcast:alternateEnclosure",
          every(whole_number("Write the bytes of the file.", "length"),
                matches(r"[0-9]+(?:\.[0-9]+)?", "Write bits a second.", "bitrate"),
                whole_number("Write a number of pixels.", "height", least=1))),
    error("alternate-words", Source.NAMESPACE, "title and rel have at most 32 characters.",
          "podcast:alternateEnclosure", every(at_most(32, "title"), at_most(32, "rel"))),
    error("alternate-language", Source.NAMESPACE, "lang is a code of a language.",
          "podcast:alternateEnclosure", _language),
    error("alternate-default", Source.NAMESPACE, "The default is the enclosure.",
          "podcast:alternateEnclosure", every(one_of(("true", "false"), "default"), _default)),
    error("alternate-one-default", Source.NAMESPACE, "There is one default.", "item", _defaults),
    warning("alternate-other", Source.OURS, "Another file has another length.",
            "podcast:alternateEnclosure", _other_length),
    error("alternate-source", Source.NAMESPACE, "An alternate has a source.",
          "podcast:alternateEnclosure", _source),
    error("source-uri", Source.NAMESPACE, "A source has a uri.", "podcast:source", needs("uri")),
    error("integrity-parts", Source.NAMESPACE, "Integrity has type and value.",
          "podcast:integrity",
          every(needs("type", "value"), one_of(("sri", "pgp-signature"), "type"), _integrity)),
    error("live-status", Source.NAMESPACE, "What is live is pending, live or ended.",
          "podcast:liveItem",
          every(needs("status"), one_of(("pending", "live", "ended"), "status"))),
    error("live-start", Source.NAMESPACE, "What is live has a start of ISO 8601.",
          "podcast:liveItem", every(needs("start"), iso("start"), iso("end"))),
    error("live-link", Source.NAMESPACE, "What is live has a contentLink.", "podcast:liveItem",
          _live),
)  # fmt: skip
