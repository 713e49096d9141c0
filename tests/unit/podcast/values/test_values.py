from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from plugins.podcast.model import (
    Chat,
    ContentLink,
    Funding,
    License,
    Location,
    Recipient,
    RemoteItem,
    SocialInteract,
    TimeSplit,
    Topic,
    Txt,
    UpdateFrequency,
    Value,
)
from plugins.podcast.values.line import parse_line
from plugins.podcast.values.money import read_funding, read_time_split, read_value
from plugins.podcast.values.others import (
    read_chat,
    read_content_link,
    read_publisher,
    read_remote_item,
    read_social,
    read_text,
    read_topic,
    read_update_frequency,
)
from plugins.podcast.values.people import Credit, read_credit
from plugins.podcast.values.places import read_license, read_location

GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
DAVE = Recipient(type="lnaddress", address="dave@example.org", split=100, name="Dave")


@pytest.mark.parametrize(
    ("read", "line", "value"),
    [
        (read_location, "London", Location(name="London")),
        (
            read_location,
            "The old port, Porto geo=41.14,-8.61 osm=r12345#2 country=pt rel=CREATOR",
            Location(name="The old port, Porto", rel="creator", geo="geo:41.14,-8.61",
                     osm="R12345#2", country="PT"),
        ),
        (read_location, "Top geo=geo:27.98,86.92,8848", Location(name="Top",
                                                                 geo="geo:27.98,86.92,8848")),
        (read_license, "cc-by-4.0", License(name="cc-by-4.0")),
        (read_license, "My own terms https://x.org/t", License(name="My own terms",
                                                               url="https://x.org/t")),
        (read_funding, "https://x.org/?a=b Support us", Funding(url="https://x.org/?a=b",
                                                                 text="Support us")),
        (read_text, "abc=123 purpose=verify", None),
        (read_text, "abc123 purpose=verify", Txt(text="abc123", purpose="verify")),
        (read_text, "S6lpp-7ZCn8-dZfGc-OoyaG", Txt(text="S6lpp-7ZCn8-dZfGc-OoyaG")),
        (read_topic, "coaching", Topic(text="coaching")),
        (read_chat, "IRC.example.org irc space=#dave accountId=dave",
         Chat(server="irc.example.org", protocol="irc", account_id="dave", space="#dave")),
        (read_social, "disabled", SocialInteract(protocol="disabled")),
        (
            read_social,
            "activitypub https://s.example/@dave/1 accountId=@dave priority=1",
            SocialInteract(protocol="activitypub", uri="https://s.example/@dave/1",
                           account_id="@dave", priority=1),
        ),
        (read_social, "nostr nostr:note1abc", SocialInteract(protocol="nostr",
                                                             uri="nostr:note1abc")),
        (read_content_link, "https://v.example/75 Watch it",
         ContentLink(url="https://v.example/75", text="Watch it")),
        (read_remote_item, f"Another show feedGuid={GUID.upper()} feedUrl=https://x.org/f.xml",
         RemoteItem(feed_guid=GUID, feed_url="https://x.org/f.xml", title="Another show")),
        (read_remote_item, f"feedGuid={{{GUID.replace('-', '')}}}", RemoteItem(feed_guid=GUID)),
        (read_update_frequency, "Daily rrule=freq=daily",
         UpdateFrequency(text="Daily", rrule="FREQ=DAILY")),
        (read_publisher, f"feedGuid={GUID} feedUrl=https://x.org/p.xml",
         RemoteItem(feed_guid=GUID, feed_url="https://x.org/p.xml", medium="publisher")),
        (
            read_update_frequency,
            "Every working day rrule=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR dtstart=2026-01-05",
            UpdateFrequency(text="Every working day", dtstart="2026-01-05",
                            rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ),
        (read_credit, 'Dave role="Audio Editor"',
         Credit(name="Dave", role="audio editor", group="audio post-production")),
        (read_credit, 'Dave role=editor group="video post-production" href=https://x.org/',
         Credit(name="Dave", role="editor", group="video post-production",
                href="https://x.org/")),
        (
            read_time_split,
            "01:05 60 A guest address=guest@x.org split=90",
            TimeSplit(start=timedelta(seconds=65), duration=timedelta(seconds=60), recipients=(
                Recipient(type="lnaddress", address="guest@x.org", split=90, name="A guest"),)),
        ),
        (
            read_time_split,
            f"60 30.5 feedGuid={GUID} itemGuid=x remotePercentage=95 remoteStartTime=12",
            TimeSplit(start=timedelta(seconds=60), duration=timedelta(seconds=30.5),
                      remote=RemoteItem(feed_guid=GUID, item_guid="x"), remote_percentage=95,
                      remote_start=timedelta(seconds=12)),
        ),
    ],
)  # fmt: skip
def test_a_line_becomes_a_value(read: Any, line: str, value: object) -> None:
    if value is None:
        with pytest.raises(ValueError, match=r"abc= is not known here\. Known are: purpose=\."):
            read(line)
    else:
        assert read(line) == value


@pytest.mark.parametrize(
    ("read", "line", "message"),
    [
        (read_location, "geo=51.5,-0.12", "it has no words. Write some."),
        (read_location, "x" * 129, "its words are longer than 128 letters. Cut them."),
        (read_location, "London geo=51.5", "geo=51.5 is no position. Write latitude,longitude: "
         "geo=51.5,-0.12."),
        (read_location, "London geo=geo:51.5,-0.12;u=10", "geo=geo:51.5,-0.12;u=10 is no position."
         " Write latitude,longitude: geo=51.5,-0.12."),
        (read_location, "London geo=-0.12,251.5", "geo=-0.12,251.5 is not on Earth. Write the "
         "latitude first, then longitude."),
        (read_location, "London osm=X1", "osm=X1 is no OpenStreetMap object. Write e.g. R65606."),
        (read_location, "London country=GBR", "country=GBR is not a country's code. "
         "Write its two letters of ISO 3166, such as GB."),
        (read_location, "London rel=maker", "'maker' is not known. Choose one of: subject, "
         "creator."),
        (read_location, "London country=GB country=FR", "country= is given twice. "
         "Keep one of them."),
        (read_location, "London country=", "country= says nothing. Write its value right behind "
         "it."),
        (read_location, "Leeds country=UK", "country=UK is not a country's code. "
         "Did you mean 'GB'?"),
        (read_location, 'London rel="subject', "the quotes of rel= are not closed. "
         'Write rel="…".'),
        (read_license, "mine", "the license 'mine' needs an address. Write it behind, "
         "or an identifier in lower case such as 'cc-by-4.0'."),
        (read_funding, "https://x.org/\x01 Give", "'https://x.org/\\x01' is not an address. "
         "Write it whole: 'https://example.org/…'."),
        (read_social, "disabled https://x.org/", "disabled stands alone: then there are no "
         "comments. Keep one of them."),
        (read_social, f"activitypub https://x.org/ priority={'9' * 5000}",
         f"priority={'9' * 5000} is not a whole number from 1. Write it in digits."),
        (read_license, "CC-BY-4.0", "the license 'CC-BY-4.0' needs an address. Write it behind, "
         "or an identifier in lower case such as 'cc-by-4.0'."),
        (read_funding, "https://x.org/", "it has no words. Write some."),
        (read_funding, "javascript:alert(1) Give", "'javascript:alert(1)' is not an address. "
         "Write it whole: 'https://example.org/…'."),
        (read_text, "yes purpose=ai-content", "'yes' does not say whether AI made it. "
         "Write 'true' or 'false'."),
        (read_chat, "dave irc", "'dave' is not the name of a server. Write e.g. "
         "'irc.example.org'."),
        (read_chat, "irc.example.org icq", "'icq' is not known. Did you mean 'irc'?"),
        (read_social, "mastodon https://x.org/", "'mastodon' is not known. Choose one of: "
         "activitypub, twitter, lightning, atproto, hive, matrix, nostr, disabled."),
        (read_social, "activitypub", "'' is not an address. Write it whole: "
         "'https://example.org/…'."),
        (read_social, "activitypub https://x.org/ priority=high", "priority=high is not a whole "
         "number from 1. Write it in digits."),
        (read_remote_item, "A show", "feedGuid= is no UUID. Take it from the other feed's "
         "podcast:guid."),
        (read_publisher, f"feedGuid={GUID}", "a publisher needs feedUrl=. Add the address of its "
         "feed."),
        (read_update_frequency, "Daily rrule=FREQ=DAILY;COUNT=5", "a rule with COUNT needs "
         "dtstart=. Say when the count begins."),
        (read_update_frequency, "Daily rrule=daily", "rrule=daily is not a rule of RFC 5545. "
         "Write e.g. rrule=FREQ=WEEKLY;BYDAY=MO."),
        (read_update_frequency, "Daily dtstart=monday", "dtstart=monday is no date. "
         "Write it as 2026-01-05."),
        (read_update_frequency, "Daily complete=perhaps", "complete=perhaps is neither yes nor no."
         " Write complete=yes or complete=no."),
        (read_credit, "Dave", "a credit needs role=. Write e.g. 'Dave role=\"audio editor\"'."),
        (read_credit, "Dave role=guest group=visuals", "'guest' is not known. Choose one of: "
         "graphic designer, cover art designer."),
        (read_time_split, "soon 60 address=a@x.org split=1", "'soon' is not a time. "
         "Write it as 01:05, or in seconds."),
        (read_time_split, f"1 60 feedGuid={GUID} remotePercentage=101", "remotePercentage=101 is "
         "more than 100. Correct it."),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_says_how_to_write_it(
    read: Any, line: str, message: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        read(line)


def test_value_has_recipients_and_a_method_that_fits_them() -> None:
    node = "Dave address=02d5c1bf8b940dc9 type=node split=95 customKey=7 customValue=x fee=yes"

    assert read_value([]) is None
    assert read_value(["Dave address=dave@example.org split=100"]) == Value(
        type="lightning", method="lnaddress", recipients=(DAVE,)
    )
    assert read_value([node], (), "lightning keysend suggested=0.00000005000") == Value(
        type="lightning",
        method="keysend",
        suggested="0.00000005000",
        recipients=(
            Recipient(type="node", address="02d5c1bf8b940dc9", split=95, name="Dave",
                      custom_key="7", custom_value="x", is_fee=True),
        ),
    )  # fmt: skip


def test_a_suggested_sum_is_a_number() -> None:
    message = re.escape("suggested=much is not a number. Write e.g. suggested=0.00000005.")
    with pytest.raises(ValueError, match=f"^{message}$"):
        read_value(
            ["Dave address=dave@example.org split=1"], (), "lightning keysend suggested=much"
        )


def test_splits_without_recipients_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^there are splits but no recipients\. Say who gets"):
        read_value([], ["1 60 address=a@x.org split=1"])


def test_words_and_pairs_stand_in_any_order_and_quotes_hold_spaces() -> None:
    line = parse_line('alt="A cup, red"  cup.jpg PURPOSE=banner', ("alt", "purpose"))

    assert (line.words, line.pairs) == ("cup.jpg", {"alt": "A cup, red", "purpose": "banner"})
