from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.podcast.judge.answer import Answer
from plugins.podcast.judge.building import build_feed
from plugins.podcast.judge.judging import judge_feed
from tests.unit.podcast.judge.feeds import BASE, NOW, URL

TYPE = "application/rss+xml; charset=utf-8"
SERVED = Answer(url=URL, status=200, headers={"content-type": TYPE, "etag": '"1"'}, again=304)
ART = "https://show.example.org/media/075-unwanted-callers.png"
AUDIO = "https://show.example.org/media/074-wanted-callers.m4a"
SOUND = {"content-type": "audio/mp4", "content-length": "1455932", "accept-ranges": "bytes"}


def answered(**said: object) -> Answer:
    return replace(SERVED, **said)  # type: ignore[arg-type]  # a test says what it likes


def file(url: str, status: int = 200, headers: dict[str, str] | None = None) -> dict[str, Answer]:
    return {url: Answer(url=url, status=status, headers=headers or {})}


CASES: dict[str, tuple[Answer, dict[str, Answer], list[str]]] = {
    "all as it should be": (
        SERVED,
        file(ART, headers={"content-type": "image/png"}) | file(AUDIO, headers=SOUND),
        [],
    ),
    "a web page's type": (
        answered(headers={"content-type": "text/html", "etag": '"1"'}),
        {},
        [
            "1 http-type: it is served as 'text/html'. Serve it as application/rss+xml; "
            "charset=utf-8.",
        ],
    ),
    "another charset": (
        answered(headers={"content-type": "text/xml; charset=ISO-8859-1", "etag": '"1"'}),
        {},
        [
            "1 http-charset: it is served with the charset 'iso-8859-1', and is in UTF-8. Serve "
            "it with charset=utf-8.",
        ],
    ),
    "a redirect for now": (
        answered(redirects=(302,)),
        {},
        [
            "1 http-redirect: it is redirected with the status 302, which apps do not remember. "
            f"Answer with 301, or hand out '{URL}'.",
        ],
    ),
    "a redirect for ever": (answered(redirects=(301, 308)), {}, []),
    "no mark of a version": (
        answered(headers={"content-type": TYPE}),
        {},
        [
            "1 http-cache: it is served with neither ETag nor Last-Modified, and fetched whole "
            "every time. Let the server send one of them.",
        ],
    ),
    "sent again unchanged": (
        answered(again=200),
        {},
        [
            "1 http-again: asked whether it had changed, the server said 200, not 304. Let it "
            "honour If-None-Match and If-Modified-Since.",
        ],
    ),
    "no headers alone": (
        answered(head=405),
        {},
        [
            "1 http-head: asked for the headers alone, the server said 405. Let HEAD answer as "
            "GET does.",
        ],
    ),
    "a second question without an answer": (
        answered(again=0),
        {},
        [
            "1 http-again: asked whether it had changed, the server did not answer. Let it "
            "honour If-None-Match and If-Modified-Since.",
        ],
    ),
    "headers alone without an answer": (
        answered(head=0),
        {},
        [
            "1 http-head: asked for the headers alone, the server did not answer. Let HEAD answer "
            "as GET does.",
        ],
    ),
    "no type": (
        answered(headers={"etag": '"1"'}),
        {},
        [
            "1 http-type: it is served without a type. Serve it as application/rss+xml; "
            "charset=utf-8."
        ],
    ),
    "no encryption": (
        answered(url="http://show.example.org/podcast/feed.xml"),
        {},
        ["1 http-secure: it is served without encryption. Serve it with https."],
    ),
    "art that is not there": (
        SERVED,
        file(ART, 404),
        [
            f"97 feed-art-there: itunes:image '{ART}' answers with 404. Bring the file there, and "
            "let HEAD find it.",
        ],
    ),
    "art of another kind": (
        SERVED,
        file(ART, headers={"content-type": "image/webp"}),
        [
            "97 feed-art-served: itunes:image is served as 'image/webp', its name says image/png. "
            "Let name and picture be the same.",
        ],
    ),
    "audio that is not there": (
        SERVED,
        file(AUDIO, 0),
        [
            f"132 enclosure-there: enclosure '{AUDIO}' does not answer. Bring the file there, and "
            "let HEAD find it.",
        ],
    ),
    "audio of another length": (
        SERVED,
        file(AUDIO, headers=SOUND | {"content-length": "5"}),
        [
            "132 enclosure-served: the enclosure is said to have 1455932 bytes, and has 5. Write "
            "the length that it has.",
        ],
    ),
    "audio of another type and in one piece": (
        SERVED,
        file(AUDIO, headers={"content-type": "text/plain"}),
        [
            "132 enclosure-served: the enclosure is served as 'text/plain'. Serve it as "
            "audio/x-m4a.",
            "132 enclosure-served: the server of the enclosure does not say that it sends parts. "
            "Let it answer Range with 206: apps jump and resume.",
        ],
    ),
}
LARGE = BASE.replace("<item>", f"<!-- {'x' * 1_000_000} --><item>", 1)


@pytest.mark.parametrize("name", CASES)
def test_how_a_feed_and_its_files_are_served_is_judged(name: str) -> None:
    answer, files, told = CASES[name]
    feed = replace(build_feed(BASE.encode(), url=URL, now=NOW), answer=answer, files=files)

    found = judge_feed(feed)

    assert [f"{one.line} {one.rule.key}: {one.what} {one.todo}" for one in found] == told


def test_a_large_feed_is_sent_compressed() -> None:
    feed = build_feed(LARGE.encode(), url=URL, now=NOW)
    packed = answered(headers={**SERVED.headers, "content-encoding": "gzip"})

    (found,) = judge_feed(replace(feed, answer=SERVED))

    assert (found.rule.key, found.what) == ("http-compression", "1.0 MB are sent as they are.")
    assert judge_feed(replace(feed, answer=packed)) == ()
