"""What listeners give: `podcast:funding`, `podcast:value` and its recipients."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from plugins.podcast.model import Funding, Recipient, RemoteItem, TimeSplit, Value
from plugins.podcast.values.line import (
    Line,
    choice,
    first_word,
    parse_line,
    short,
    web_address,
    whole_number,
    yes_or_no,
)
from plugins.podcast.values.others import REMOTE, remote_item
from plugins.shared.durations import parse_time

_RECIPIENT = ("type", "address", "split", "customKey", "customValue", "fee")
_PERCENT = 100


def read_funding(text: str) -> Funding:
    """Return where to give: an address, and the words for it."""
    address, words = first_word(parse_line(text, ()).words)
    return Funding(url=web_address(address), text=short(words))


def read_value(lines: Iterable[str], splits: Iterable[str] = (), method: str = "") -> Value | None:
    """Return who gets what; nothing if nobody does. `method` is e.g. `lightning keysend`."""
    recipients = tuple(_recipient(parse_line(text, _RECIPIENT)) for text in lines)
    found = tuple(read_time_split(text) for text in splits)
    if not recipients:
        if found:
            raise ValueError("there are splits but no recipients. Say who gets the rest.")
        return None
    line = parse_line(method or _method_of(recipients[0]), ("suggested",))
    kind, how = first_word(line.words)
    suggested = line.pair("suggested")
    if suggested and not re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,20})?", suggested):
        raise ValueError(f"suggested={suggested} is not a number. Write e.g. suggested=0.00000005.")
    return Value(
        type=choice(kind, ("lightning",)),
        method=choice(how, ("keysend", "lnaddress")),
        suggested=suggested,
        recipients=recipients,
        splits=found,
    )


def _method_of(recipient: Recipient) -> str:
    return "lightning lnaddress" if recipient.type == "lnaddress" else "lightning keysend"


def _recipient(line: Line) -> Recipient:
    for name in ("address", "split"):
        if not line.pair(name):
            raise ValueError(f"a recipient needs {name}=. Add it.")
    address = line.pair("address")
    kind = line.pair("type") or ("lnaddress" if "@" in address else "node")
    return Recipient(
        type=choice(kind, ("node", "lnaddress")),
        address=address,
        split=whole_number(line.pair("split"), "split"),
        name=line.words,
        custom_key=line.pair("customKey"),
        custom_value=line.pair("customValue"),
        is_fee=bool(line.pair("fee")) and yes_or_no(line.pair("fee"), "fee"),
    )


def read_time_split(text: str) -> TimeSplit:
    """Return a split: start, seconds, then a recipient or a remote item.

    `01:05 60 A guest address=guest@example.org split=90`, or
    `01:05 60 feedGuid=… itemGuid=… remotePercentage=90`.
    """
    line = parse_line(text, (*_RECIPIENT, *REMOTE, "remoteStartTime", "remotePercentage"))
    start, rest = first_word(line.words)
    seconds, name = first_word(rest)
    remote = _remote(line)
    percentage = line.pair("remotePercentage")
    inner = Line(words=name, pairs=line.pairs)
    if percentage and int(whole_number(percentage, "remotePercentage")) > _PERCENT:
        raise ValueError(f"remotePercentage={percentage} is more than 100. Correct it.")
    return TimeSplit(
        start=_time(start),
        duration=_time(seconds),
        recipients=() if remote else (_recipient(inner),),
        remote=remote,
        remote_start=_time(line.pair("remoteStartTime") or "0"),
        remote_percentage=int(percentage) if percentage else None,
    )


def _remote(line: Line) -> RemoteItem | None:
    return remote_item(line, "") if line.pair("feedGuid") else None


def _time(text: str) -> timedelta:
    try:
        return parse_time(text)
    except ValueError as error:
        raise ValueError(f"{error}. Write it as 01:05, or in seconds.") from error
