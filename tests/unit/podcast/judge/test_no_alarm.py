"""What is right, though it looks odd: changes of the faultless feed of which nothing is told."""

from __future__ import annotations

import pytest

from tests.unit.podcast.judge.feeds import BASE, told_of

EXTRA = "<ttl>60</ttl>"
TITLE = "<title>Wanted callers</title>"
SHOW = "<title>Phone Notes</title>"

RIGHT: dict[str, list[tuple[str, str]]] = {
    "an element of another namespace with a name of RSS": [
        (EXTRA, '<ttl>60</ttl><slash:comments xmlns:slash='
                '"http://purl.org/rss/1.0/modules/slash/">0</slash:comments>'),
    ],
    "elements of other modules of RSS": [
        (EXTRA, '<ttl>60</ttl><sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/'
                'syndication/">daily</sy:updatePeriod><f:info xmlns:f="http://rssnamespace.org/'
                'feedburner/ext/1.0" uri="x"/>'),
    ],
    "an element with a namespace of its own": [
        (EXTRA, '<ttl>60</ttl><body xmlns="http://www.w3.org/1999/xhtml"><p>Words.</p></body>'),
    ],
    "space in an element of another namespace, and an empty one": [
        (EXTRA, '<ttl>60</ttl><x:code xmlns:x="https://x.example.org/rss"> word </x:code>'
                '<x:none xmlns:x="https://x.example.org/rss"/>'),
    ],
    "a DOCTYPE in a comment": [("<rss", "<!-- no <!DOCTYPE here -->\n<rss")],
    "a DOCTYPE in notes": [("<p>Whom to call", "<p>&lt;!DOCTYPE html&gt; Whom to call")],
    "seconds with many digits": [('startTime="60"', 'startTime="1622.801900000006"')],
    "chapters in seconds": [
        ('start="00:00:00.000"', 'start="0"'), ('start="00:00:20.000"', 'start="20.5"'),
        ('start="00:01:10.000"', 'start="1:10"'),
    ],
    "an alternate of sound in an MP4": [
        ('<podcast:alternateEnclosure type="audio/ogg"', '<podcast:alternateEnclosure '
         'type="audio/mp4"'),
        ("075-unwanted-callers.opus", "075-unwanted-callers.mp4"),
    ],
    "a country in capitals": [(">gb<", ">GB<")],
    "a new address that is this one": [
        (EXTRA, "<ttl>60</ttl><itunes:new-feed-url>https://show.example.org/podcast/feed.xml"
                "</itunes:new-feed-url>"),
    ],
    "a number within a title": [(TITLE, "<title>Why I am caller #1 of all</title>")],
    "a rank at the end": [(TITLE, "<title>The worst caller is #1</title>")],
    "a year before a colon": [(TITLE, "<title>2026: a year of calls</title>")],
    "a house and its number": [(TITLE, "<title>No 10 Downing Street</title>")],
    "a title that begins a word of an episode's": [
        (SHOW, "<title>Catch</title>"), (SHOW, "<title>Catch</title>"),
        (TITLE, "<title>Catch-22 and Catch22</title>"),
    ],
    "a title that is a word of an episode's": [
        (SHOW, "<title>Callers</title>"), (SHOW, "<title>Callers</title>"),
        (TITLE, "<title>Wanted Callers and Callers who are not</title>"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_nothing_is_told_of_what_is_right(name: str) -> None:
    text = BASE
    for old, new in RIGHT[name]:
        assert old in text, old
        text = text.replace(old, new, 1)

    assert told_of(text.encode()) == []
