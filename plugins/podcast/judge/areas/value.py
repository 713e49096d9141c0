"""Value: who gets which part of what listeners give."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.podcast.judge.checks import every, needs, one_of, quoted, seconds, whole_number
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.shared.rules import Source

_SPLIT = "Write a whole number: the shares of all are added."


def _recipients(node: Node, _: Place) -> Iterator[Fault]:
    if not node.all("podcast:valueRecipient"):
        what = "podcast:value names nobody who gets it."
        yield Fault(what=what, todo="Add a podcast:valueRecipient.")


def _sum(node: Node, _: Place) -> Iterator[Fault]:
    splits = [one.get("split") for one in node.all("podcast:valueRecipient")]
    if splits and all(text and not text.strip("0") for text in splits):
        what = f"the splits of {node.name} add up to 0."
        yield Fault(what=what, todo="Give somebody a share.")


def _times(node: Node, _: Place) -> Iterator[Fault]:
    for name in ("startTime", "duration"):
        if seconds(node.get(name)) is None:
            what = f"podcast:valueTimeSplit {name} is {quoted(node.get(name))}."
            yield Fault(what=what, todo="Write seconds.")


def _time_split(node: Node, _: Place) -> Iterator[Fault]:
    remote, people = node.all("podcast:remoteItem"), node.all("podcast:valueRecipient")
    if len(remote) > 1 or bool(remote) == bool(people):
        what = "podcast:valueTimeSplit holds neither one remoteItem nor recipients."
        yield Fault(what=what, todo="Name one remoteItem, or those who get it.")


def _percentage(node: Node, _: Place) -> Iterator[Fault]:
    text = node.get("remotePercentage")
    if text and not (text.isdecimal() and int(text[:9]) <= 100):  # noqa: PLR2004 percent
        what = f"podcast:valueTimeSplit remotePercentage is {quoted(text)}."
        yield Fault(what=what, todo="Write a whole number from 0 to 100.")


RULES = (
    error("value-parts", Source.NAMESPACE, "podcast:value has type and method.",
          "podcast:value", needs("type", "method")),
    warning("value-method", Source.NAMESPACE, "Value goes by a known method.", "podcast:value",
            one_of(("keysend", "lnaddress"), "method")),
    error("value-recipient", Source.NAMESPACE, "podcast:value names who gets it.",
          "podcast:value", _recipients),
    error("recipient-parts", Source.NAMESPACE, "A recipient has type, address and split.",
          "podcast:valueRecipient", needs("type", "address", "split")),
    error("recipient-split", Source.NAMESPACE, "A split is a whole number.",
          "podcast:valueRecipient", whole_number(_SPLIT, "split")),
    error("recipient-fee", Source.NAMESPACE, "fee is true or false.", "podcast:valueRecipient",
          one_of(("true", "false"), "fee")),
    error("value-sum", Source.NAMESPACE, "Somebody gets a share.",
          "podcast:value podcast:valueTimeSplit", _sum),
    error("time-split", Source.NAMESPACE, "A time split has times, and one sort of recipients.",
          "podcast:valueTimeSplit", every(_times, _time_split, _percentage)),
)  # fmt: skip
