"""The rarer elements of the podcast namespace: other sources, other feeds, when and how to talk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from plugins.podcast.judge.checks import (
    at_most,
    every,
    label,
    matches,
    needs,
    needs_text,
    one_of,
    quoted,
    whole_number,
)
from plugins.podcast.judge.rule import Fault, Find, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.podcast.values.countries import find_country_remedy
from plugins.shared.rules import Source

_MEDIA = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher",
          "course")  # fmt: skip
MEDIA = (*_MEDIA, *(f"{name}L" for name in _MEDIA), "mixed")
_UUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_PART = re.compile(
    r"FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)|(?:COUNT|INTERVAL)=[1-9]\d*"
    r"|UNTIL=\d{4}-?\d\d-?\d\d(?:T[\d:.]+Z?)?|BY(?:SECOND|MINUTE|HOUR|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS)"
    r"=-?\d+(?:,-?\d+)*|BYDAY=[+-]?\d*(?:MO|TU|WE|TH|FR|SA|SU)(?:,[+-]?\d*(?:MO|TU|WE|TH|FR|SA|SU)"
    r")*|WKST=(?:MO|TU|WE|TH|FR|SA|SU)"
)
_PROTOCOLS = ("activitypub", "twitter", "lightning", "atproto", "hive", "matrix", "nostr",
              "disabled")  # fmt: skip


def is_iso(text: str) -> bool:
    """Say whether a text is a date of ISO 8601."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
    return True


def iso(attribute: str) -> Find:
    """Ask that an attribute, if it is there, is a date of ISO 8601."""

    def find(node: Node, _: Place) -> Iterator[Fault]:
        text = node.get(attribute)
        if text and not is_iso(text):
            what = f"{label(node, attribute)} is {quoted(text)}."
            yield Fault(what=what, todo="Write it as 2026-05-13T06:30:00+01:00.")

    return find


def _rrule(node: Node, _: Place) -> Iterator[Fault]:
    text = node.get("rrule")
    parts = text.removeprefix("RRULE:").split(";")
    if text and not ("FREQ=" in text and all(_PART.fullmatch(part) for part in parts)):
        what = f"podcast:updateFrequency rrule is {quoted(text)}."
        yield Fault(what=what, todo="Write a rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO.")


def _count(node: Node, _: Place) -> Iterator[Fault]:
    if "COUNT=" in node.get("rrule") and not node.get("dtstart"):
        what = "podcast:updateFrequency counts, but has no dtstart to count from."
        yield Fault(what=what, todo="Add dtstart, or leave COUNT out.")


def _publisher(node: Node, _: Place) -> Iterator[Fault]:
    remote = node.all("podcast:remoteItem")
    if len(remote) != 1:
        what = f"podcast:publisher holds {len(remote)} podcast:remoteItem."
        yield Fault(what=what, todo="Name one publisher.")
    elif remote[0].get("medium") != "publisher" or not remote[0].get("feedUrl"):
        what = "the remoteItem of podcast:publisher has no medium of publisher, or no feedUrl."
        yield Fault(what=what, todo='Write medium="publisher" and feedUrl.', line=remote[0].line)


def _podroll(node: Node, _: Place) -> Iterator[Fault]:
    if not node.all("podcast:remoteItem"):
        what = "podcast:podroll names no show."
        yield Fault(what=what, todo="Add a podcast:remoteItem, or leave it out.")


def _ai(node: Node, _: Place) -> Iterator[Fault]:
    if node.get("purpose") == "ai-content" and node.value not in {"true", "false"}:
        what = f"podcast:txt of ai-content is {quoted(node.value)}."
        yield Fault(what=what, todo="Write true or false.")


def _social(node: Node, _: Place) -> Iterator[Fault]:
    if node.get("protocol") != "disabled" and not node.get("uri"):
        yield Fault(what="podcast:socialInteract has no uri.", todo="Add the address of the post.")


def _disabled(node: Node, _: Place) -> Iterator[Fault]:
    found = node.all("podcast:socialInteract")
    if len(found) > 1 and any(one.get("protocol") == "disabled" for one in found):
        what = "comments are disabled, and a place for them is named."
        yield Fault(what=what, todo="Keep one of the two.", line=found[0].line)


def _countries(node: Node, _: Place) -> Iterator[Fault]:
    remedies = [remedy for code in node.value.split() if (remedy := find_country_remedy(code))]
    if remedies:
        what = f"spotify:countryOfOrigin is {quoted(node.value)}."
        yield Fault(what=what, todo=remedies[0])


_TRUE = one_of(("true", "false"), "usesPodping")
RULES = (
    error("medium-word", Source.NAMESPACE, "podcast:medium is one of those known.",
          "podcast:medium", one_of(MEDIA)),
    error("remote-guid", Source.NAMESPACE, "A remoteItem has a feedGuid, a UUID.",
          "podcast:remoteItem",
          every(needs("feedGuid"), matches(_UUID, "Write the guid of that show.", "feedGuid"))),
    error("podroll-item", Source.NAMESPACE, "A podroll names shows.", "podcast:podroll",
          _podroll),
    error("publisher-item", Source.NAMESPACE, "podcast:publisher names one publisher.",
          "podcast:publisher", _publisher),
    error("frequency-text", Source.NAMESPACE, "A frequency has at most 128 characters.",
          "podcast:updateFrequency", every(needs_text, at_most(128))),
    error("frequency-rule", Source.NAMESPACE, "rrule is a rule of RFC 5545.",
          "podcast:updateFrequency", _rrule),
    error("frequency-count", Source.NAMESPACE, "Who counts says from when.",
          "podcast:updateFrequency", _count),
    error("frequency-start", Source.NAMESPACE, "dtstart is a date of ISO 8601.",
          "podcast:updateFrequency", iso("dtstart")),
    error("frequency-complete", Source.NAMESPACE, "complete is true or false.",
          "podcast:updateFrequency", one_of(("true", "false"), "complete")),
    error("txt-length", Source.NAMESPACE, "podcast:txt has at most 4000 characters.",
          "podcast:txt", every(needs_text, at_most(4000))),
    error("txt-purpose", Source.NAMESPACE, "A purpose has at most 128 characters.",
          "podcast:txt", at_most(128, "purpose")),
    error("txt-ai", Source.NAMESPACE, "ai-content is true or false.", "podcast:txt", _ai),
    error("podcast-block-word", Source.NAMESPACE, "podcast:block is yes or no.",
          "podcast:block", one_of(("yes", "no"))),
    warning("podcast-block-id", Source.NAMESPACE, "A service has a name in small letters.",
            "podcast:block", matches(r"[a-z0-9_-]+", "Look its slug up.", "id")),
    error("podping-word", Source.NAMESPACE, "usesPodping is true or false.", "podcast:podping",
          every(needs("usesPodping"), _TRUE)),
    error("chat-parts", Source.NAMESPACE, "A chat has server and protocol.", "podcast:chat",
          needs("server", "protocol")),
    error("chat-protocol", Source.NAMESPACE, "A chat speaks a known protocol.", "podcast:chat",
          one_of(("irc", "xmpp", "nostr", "matrix"), "protocol")),
    error("chat-server", Source.NAMESPACE, "A server is the name of a host.", "podcast:chat",
          matches(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?", "Write the host alone.",
                  "server")),
    error("social-protocol", Source.NAMESPACE, "Comments live on a known protocol.",
          "podcast:socialInteract",
          every(needs("protocol"), one_of(_PROTOCOLS, "protocol"))),
    error("social-uri", Source.NAMESPACE, "Comments have an address.", "podcast:socialInteract",
          _social),
    error("social-disabled", Source.NAMESPACE, "disabled stands alone.", "feed item", _disabled),
    error("content-link", Source.NAMESPACE, "A contentLink has address and text.",
          "podcast:contentLink", every(needs("href"), needs_text)),
    warning("country-code", Source.SPOTIFY, "Countries of origin are codes.",
            "spotify:countryOfOrigin", _countries),
    error("social-priority", Source.NAMESPACE, "A priority is a whole number.",
          "podcast:socialInteract", whole_number("Write a whole number.", "priority")),
)  # fmt: skip
