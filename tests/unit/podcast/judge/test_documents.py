from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.judge.judging import judge
from tests.unit.podcast.judge.feeds import BASE, told_of

EMPTY = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom">
"""
CHANNEL = BASE[BASE.index("  <channel>") : BASE.index("    <podcast:liveItem")] + "  </channel>\n"
NO_ITEMS = BASE[: BASE.index("  <channel>")] + CHANNEL + "</rss>\n"
BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY lol "lol">
 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
]>
<rss version="2.0"><channel/></rss>
"""

# Bytes that are given for a feed, and what is said of them.
DOCUMENTS: dict[str, tuple[bytes, list[str]]] = {
    "nothing": (b"", ["1: error document-empty: the document is empty. Serve the feed."]),
    "white space": (b" \n", ["1: error document-empty: the document is empty. Serve the feed."]),
    "a compressed feed": (
        gzip.compress(BASE.encode()),
        [
            "1: error document-compressed: the document is a compressed file. Serve XML, and let "
            "the server compress it with Content-Encoding.",
        ],
    ),
    "a feed of Atom": (
        b'<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title/></feed>',
        [
            "2: error feed-rss: it is an Atom feed, and podcast directories take RSS 2.0 only. "
            "Give the address of an RSS feed.",
        ],
    ),
    "a feed of RSS 1.0": (
        b'<?xml version="1.0"?>\n<rdf:RDF '
        b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
        [
            "2: error feed-rss: it is a feed of RSS 1.0. Give the address of an RSS feed.",
        ],
    ),
    "a web page": (
        b"<!DOCTYPE html>\n<html><body><p>Hello & goodbye<br></body></html>",
        ["1: error feed-rss: it is a web page. Give the address of an RSS feed."],
    ),
    "JSON": (
        b'{"version": "https://jsonfeed.org/version/1.1"}',
        ["1: error feed-rss: it is no RSS feed. Give the address of an RSS feed."],
    ),
    "sound": (
        b"ID3\x04\x00\x00\x00\x00\x00\x00",
        ["1: error feed-rss: it is no RSS feed. Give the address of an RSS feed."],
    ),
    "UTF-16": (
        BASE.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"),
        [
            "1: warning document-encoding: the document is in UTF-16-LE. Write it in UTF-8, the "
            "only encoding that all apps read.",
        ],
    ),
    "ISO-8859-1": (
        BASE.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
        .replace("a stamp", "un café")
        .encode("latin-1"),
        [
            "1: warning document-encoding: the document is in ISO-8859-1. Write it in UTF-8, the "
            "only encoding that all apps read.",
        ],
    ),
    "ISO-8859-1 that says UTF-8": (
        BASE.replace("a stamp", "un café").encode("latin-1"),
        ["51: error document-bytes: byte 0xe9 is not UTF-8. Save the document as UTF-8."],
    ),
    "an encoding that there is not": (
        BASE.replace('encoding="UTF-8"', 'encoding="UTF-9"').encode(),
        [
            "1: error document-bytes: the encoding 'utf-9' is not known. Save the document as "
            "UTF-8.",
            "1: warning document-encoding: the document is in UTF-9. Write it in UTF-8, the only "
            "encoding that all apps read.",
        ],
    ),
    "a byte order mark": (
        b"\xef\xbb\xbf" + BASE.encode(),
        [
            "1: warning document-mark: a byte order mark stands before the document. Save it as "
            "UTF-8 without a mark.",
        ],
    ),
    "lines of Windows": (BASE.replace("\n", "\r\n").encode(), []),
    "a feed without items": (
        NO_ITEMS.encode(),
        [
            "11: warning feed-items: the channel has no items. Publish an episode before you hand "
            "the feed in.",
        ],
    ),
    "a feed of more than 10 MB": (
        BASE.replace("<item>", f"<!-- {'x' * 10_000_000} --><item>", 1).encode(),
        [
            "1: warning feed-size: the feed has 10.0 MB, which apps fetch again and again. "
            "Shorten the notes of older episodes.",
        ],
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_whatever_is_given_for_a_feed_is_told(name: str) -> None:
    raw, told = DOCUMENTS[name]

    assert told_of(raw) == told


def test_entities_are_never_expanded() -> None:
    told = told_of(BOMB.replace("<channel/>", "<channel><title>&lol2;</title></channel>").encode())

    assert (
        "2: error document-doctype: there is a DOCTYPE, which feed readers refuse. Remove it, and "
        "write characters instead of entities."
    ) in told
    assert (
        "6: error document-entity: XML knows no &lol2; Write the character itself, or put HTML "
        "between <![CDATA[ and ]]>."
    ) in told


def test_files_of_the_machine_are_never_read() -> None:
    raw = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel>'
    raw += b"<title>&x;</title></channel></rss>"

    assert "channel-title: the title of the channel is empty." in "\n".join(told_of(raw))


@pytest.mark.parametrize("depth", [30, 1_500, 5_000])
def test_elements_that_are_nested_deep_do_not_stop_the_judge(depth: int) -> None:
    deep = "<deep>" * depth + "</deep>" * depth
    raw = BASE.replace("<ttl>60</ttl>", f"<ttl>60</ttl>\n{deep}").encode()

    assert "24: warning element-rss: RSS has no element deep. Leave it out." in told_of(raw)


def test_lines_are_right_behind_what_is_nested_deep() -> None:
    deep = "<deep>" * 30 + "words" + "</deep>" * 30
    raw = BASE.replace("<ttl>60</ttl>", f"<ttl>60</ttl>\n{deep}\n<ttl>x</ttl>").encode()

    assert "25: error ttl-number: ttl is 'x'. Write a whole number of minutes." in told_of(raw)


MANY = "".join(f' a{number}="x"' for number in range(60_000))
# Each took longer than a minute, or a second for each 100,000 characters, when it was found.
ENDLESS = {
    "many comments before the document": ("<rss", "<!-- x -->" * 60 + "<rss"),
    "comments that never end": ("<item>", "<item>" + "<!--" * 300_000),
    "sections that never end": ("<item>", "<item>" + "<![CDATA[" * 100_000),
    "ampersands and nothing else": ("<item>", "<item>" + "&" * 300_000),
    "attributes without number": ("<item>", f"<item{MANY}>"),
    "links to itself without number": (
        "<ttl>60</ttl>",
        '<atom:link rel="self" type="application/rss+xml" '
        'href="https://show.example.org/podcast/feed.xml"/>' * 20_000,
    ),
    "a chapter with a time without end": (
        'start="00:00:20.000"',
        f'start="{"9" * 10_000}:00:00"',
    ),
    "prefixes without number": (
        "<ttl>60</ttl>",
        "".join(f'<x{n}:y xmlns:x{n}="http://a9.com/{n}"/>' for n in range(5_000)),
    ),
    "notes of tags that do not end": ("<p>Whom", f"{'<p ' * 60_000} Whom"),
    "notes of comments that do not end": ("<p>Whom", f"{'<!--' * 60_000}<p>Whom"),
    "notes of tags that are not closed": ("<p>Whom", f"{'<i></b>' * 60_000}<p>Whom"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_no_document_is_searched_again_and_again(name: str) -> None:
    old, new = ENDLESS[name]

    found = judge(BASE.replace(old, new, 1).encode())

    assert len({finding.rule.key for finding in found}) < 5


def test_long_notes_are_judged_without_a_word_on_what_is_open_at_the_cut() -> None:
    notes = f"<ol><li><a href='/x'>Where</a> {'<b>word</b> ' * 20_000}</li></ol>"
    raw = BASE.replace("<p>See", f"{notes}<p>See", 1).encode()

    assert told_of(raw) == [
        "88: error feed-notes-links: 'Unwanted callers': content:encoded holds the link '/x', "
        "which leads nowhere. Write links whole, with https:// and their host.",
    ]


@pytest.mark.parametrize("notes", ["<![if x]><p>Words.", "<!x", "</", "<p", "<a href=x", "&#x;"])
def test_notes_that_are_hardly_html_do_not_stop_the_judge(notes: str) -> None:
    raw = BASE.replace("<p>Whom to call back first.</p>", notes).encode()

    assert all(line.startswith("130: ") for line in told_of(raw))


@given(st.data())
def test_no_damage_stops_the_judge(data: st.DataObject) -> None:
    raw = BASE.encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw)))
        end = start + data.draw(st.sampled_from([0, 1, 5, 100, 2000]))
        new = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"<", b"&", b"]]>", b'"', b"<item>"])
        )
        raw = raw[:start] + new + raw[end:]

    found = judge(raw)

    assert [finding for finding in found if not finding.what or finding.line < 0] == []
    assert found == judge(raw)


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_judge(raw: bytes) -> None:
    assert judge(raw)


@pytest.mark.slow
def test_ten_thousand_items_are_judged_in_seconds() -> None:
    start = BASE.index("    <item>\n      <title>What this is for")
    item, end = BASE[start : BASE.index("  </channel>")], "  </channel>\n</rss>"
    many = "".join(item.replace("c9e50e3e", f"{n:08x}") for n in range(10_000))

    begun = time.process_time()
    found = judge((BASE[:start] + many + end).encode())

    assert time.process_time() - begun < 6
    assert {finding.rule.key for finding in found} == {"enclosure-once", "items-same-date"}
    assert len(found) == 2 * 9_999
