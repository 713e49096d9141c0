"""Other shows and other places: remote items, links, comments, chats, pictures, texts."""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from dateutil.rrule import rrulestr

from plugins.podcast.model import (
    Chat,
    ContentLink,
    RemoteItem,
    SocialInteract,
    Topic,
    Txt,
    UpdateFrequency,
)
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

REMOTE = ("feedGuid", "feedUrl", "itemGuid", "medium")
MEDIUMS = (
    "podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course",
    "podcastL", "musicL", "videoL", "filmL", "audiobookL", "newsletterL", "blogL", "publisherL",
    "courseL", "mixed",
)  # fmt: skip
PURPOSES = ("artwork", "social", "canvas", "banner", "publisher", "circular", "poster")
_SOCIAL = ("activitypub", "twitter", "lightning", "atproto", "hive", "matrix", "nostr", "disabled")
_HOST_NAME = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_TEXT_LIMIT = 4000


def read_remote_item(text: str) -> RemoteItem:
    """Return another show: `Its title feedGuid=… feedUrl=…`."""
    line = parse_line(text, REMOTE)
    return remote_item(line, line.words)


def remote_item(line: Line, title: str) -> RemoteItem:
    """Return the remote item that a line's pairs name."""
    guid = line.pair("feedGuid")
    try:
        feed_guid = str(UUID(guid))
    except ValueError:
        raise ValueError(
            f"feedGuid={guid} is no UUID. Take it from the other feed's podcast:guid."
        ) from None
    medium = line.pair("medium")
    return RemoteItem(
        feed_guid=feed_guid,
        feed_url=web_address(line.pair("feedUrl")) if line.pair("feedUrl") else "",
        item_guid=line.pair("itemGuid"),
        medium=choice(medium, MEDIUMS) if medium else "",
        title=title,
    )


def read_publisher(text: str) -> RemoteItem:
    """Return the publisher's own feed, which needs its address too."""
    item = read_remote_item(text)
    if not item.feed_url:
        raise ValueError("a publisher needs feedUrl=. Add the address of its feed.")
    return RemoteItem(feed_guid=item.feed_guid, feed_url=item.feed_url, medium="publisher",
                      title=item.title)  # fmt: skip


def read_text(text: str) -> Txt:
    """Return a text for machines: `abc123 purpose=verify`."""
    line = parse_line(text, ("purpose",))
    purpose = line.pair("purpose")
    words = short(line.words, _TEXT_LIMIT)
    if purpose == "ai-content" and words not in {"true", "false"}:
        raise ValueError(f"{words!r} does not say whether AI made it. Write 'true' or 'false'.")
    return Txt(text=words, purpose=short(purpose) if purpose else "")


def read_topic(text: str) -> Topic:
    """Return an RSS category: `coaching domain=https://example.org/words`."""
    line = parse_line(text, ("domain",))
    return Topic(text=short(line.words), domain=line.pair("domain"))


def read_chat(text: str) -> Chat:
    """Return a chat: `irc.example.org irc space=#dave accountId=dave`."""
    line = parse_line(text, ("accountId", "space"))
    server, protocol = first_word(line.words)
    if not _HOST_NAME.fullmatch(server.lower()):
        raise ValueError(f"{server!r} is not the name of a server. Write e.g. 'irc.example.org'.")
    return Chat(
        server=server.lower(),
        protocol=choice(protocol, ("irc", "xmpp", "nostr", "matrix")),
        account_id=line.pair("accountId"),
        space=line.pair("space"),
    )


def read_social(text: str) -> SocialInteract:
    """Return where the comments are: `activitypub https://example.social/@dave/1 accountId=@dave`.

    `disabled` alone says that there are none.
    """
    line = parse_line(text, ("accountId", "accountUrl", "priority"))
    protocol, address = first_word(line.words)
    found = choice(protocol, _SOCIAL)
    if found == "disabled":
        if address or line.pairs:
            raise ValueError("disabled stands alone: then there are no comments. Keep one of them.")
        return SocialInteract(protocol=found)
    priority = line.pair("priority")
    return SocialInteract(
        protocol=found,
        uri=_uri(address),
        account_id=line.pair("accountId"),
        account_url=web_address(line.pair("accountUrl")) if line.pair("accountUrl") else "",
        priority=whole_number(priority, "priority") if priority else None,
    )


def _uri(text: str) -> str:
    """Return an address of any scheme: Nostr and atproto have their own."""
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]+", text) or text.startswith("javascript:"):
        raise ValueError(f"{text!r} is not an address. Write it whole: 'https://example.org/…'.")
    return text


def read_content_link(text: str) -> ContentLink:
    """Return another place of the same thing: its address, and the words for it."""
    address, words = first_word(parse_line(text, ()).words)
    return ContentLink(url=web_address(address), text=short(words))


def read_update_frequency(text: str) -> UpdateFrequency:
    """Return a rhythm: `Every working day rrule=FREQ=DAILY dtstart=2026-01-05`."""
    line = parse_line(text, ("rrule", "dtstart", "complete"))
    rrule, dtstart = line.pair("rrule"), line.pair("dtstart")
    if dtstart:
        _check_instant(dtstart)
    if rrule:
        _check_rrule(rrule, dtstart)
    complete = line.pair("complete")
    return UpdateFrequency(
        text=short(line.words),
        rrule=rrule.upper(),
        dtstart=dtstart,
        is_complete=bool(complete) and yes_or_no(complete, "complete"),
    )


def _check_instant(text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"dtstart={text} is no date. Write it as 2026-01-05.") from None


def _check_rrule(rrule: str, dtstart: str) -> None:
    if "COUNT=" in rrule.upper() and not dtstart:
        raise ValueError("a rule with COUNT needs dtstart=. Say when the count begins.")
    try:
        rrulestr(rrule)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(
            f"rrule={rrule} is not a rule of RFC 5545. Write e.g. rrule=FREQ=WEEKLY;BYDAY=MO."
        ) from None
