from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.remote.facts import Facts
from plugins.podcast.remote.memory import RememberedError, dump_memory, parse_memory
from tests.unit.builders import make_chapter, make_measured

URL = "https://media.example.org/003.mp3"
FACTS = Facts(
    measured=make_measured(
        sha256="",
        duration=timedelta(seconds=65.25),
        chapters=(make_chapter(0, "Guten Morgen, „ä“"), make_chapter(61.5, "B")),
    ),
    served="audio/mpeg",
    etag='W/"a-1"',
    last_modified="Thu, 05 Feb 2026 07:30:00 GMT",
    answers_head=False,
)
TEXT = """{
 "audio": {
  "https://media.example.org/003.mp3": {
   "bitrate": 64000,
   "bytes": 412345,
   "chapters": [
    {
     "start": 0.0,
     "title": "Guten Morgen, „ä“"
    },
    {
     "start": 61.5,
     "title": "B"
    }
   ],
   "etag": "W/\\"a-1\\"",
   "head": false,
   "last_modified": "Thu, 05 Feb 2026 07:30:00 GMT",
   "seconds": 65.25,
   "served": "audio/mpeg",
   "type": "audio/mpeg"
  }
 },
 "version": 1
}
"""
RESTORE = "Restore it from its last commit, or delete it and run 'make probe'."
DAMAGED = "what it says of one address cannot be read."


def test_what_is_known_is_written_sorted_and_read_back() -> None:
    assert dump_memory({URL: FACTS}) == TEXT
    assert parse_memory(TEXT) == {URL: FACTS}


def test_the_order_of_finding_does_not_show() -> None:
    other = replace(FACTS, etag="")
    first = dump_memory({URL: FACTS, "https://a.example.org/a.mp3": other})
    second = dump_memory({"https://a.example.org/a.mp3": other, URL: FACTS})

    assert first == second


@given(
    bytes_=st.integers(1, 2**40),
    milliseconds=st.integers(1, 10**9),
    etag=st.text(),
    title=st.text(min_size=1),
)
def test_whatever_is_known_comes_back(
    bytes_: int, milliseconds: int, etag: str, title: str
) -> None:
    measured = make_measured(
        sha256="",
        length_bytes=bytes_,
        duration=timedelta(milliseconds=milliseconds),
        chapters=(make_chapter(milliseconds / 2000, title),),
    )
    known = {URL: Facts(measured=measured, etag=etag)}

    assert parse_memory(dump_memory(known)) == known


def edited(change: Callable[[dict[str, object]], object]) -> str:
    document = json.loads(TEXT)
    change(document["audio"][URL])
    return json.dumps(document, indent=1, ensure_ascii=False)


LINES = TEXT.splitlines()
HALF_MERGED = "\n".join(
    [*LINES[:4], "<<<<<<< HEAD", LINES[4], "=======", '   "bytes": 9,', ">>>>>>> b", *LINES[5:]]
)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (HALF_MERGED, 5, "it holds the marks of a merge that was not finished."),
        ("", 1, "it is no JSON (Expecting value)."),
        (TEXT.partition(" Feb 2026")[0], 18, "it is no JSON (Unterminated string starting at)."),
        ("\n".join(LINES[:-1]), 24, "it is no JSON (Expecting ',' delimiter)."),
        ("[" * 100_000, None, "it is nested too deep."),
        ("[]", 1, "there is no 'audio' in it."),
        ('{"audio": [], "version": 1}', 1, "there is no 'audio' in it."),
        (TEXT.replace(": 1\n", ": 9\n"), 24, "it has version 9, and this engine knows 1."),
        (
            TEXT.replace(LINES[4], LINES[4] + "\n" + LINES[4]),
            6,
            "'bytes' is in it twice.",
        ),
        (edited(lambda row: row.pop("bytes")), 3, DAMAGED),
        (edited(lambda row: row.update(bytes="412345")), 3, DAMAGED),
        (edited(lambda row: row.update(bytes=0)), 3, DAMAGED),
        (edited(lambda row: row.update(bytes=True)), 3, DAMAGED),
        (edited(lambda row: row.update(seconds=float("nan"))), 3, DAMAGED),
        (edited(lambda row: row.update(seconds=10.0**300)), 3, DAMAGED),
        (edited(lambda row: row.update(type="audio/mp3")), 3, DAMAGED),
        (edited(lambda row: row.update(type=[])), 3, DAMAGED),
        (edited(lambda row: row.update(etag=None)), 3, DAMAGED),
        (edited(lambda row: row.update(head="no")), 3, DAMAGED),
        (edited(lambda row: row.update(chapters=[{"start": 0}])), 3, DAMAGED),
        (edited(lambda row: row.update(chapters=[7])), 3, DAMAGED),
        (edited(lambda row: row.update(size=7)), 3, DAMAGED),
        (TEXT.replace("https://", "https://me:secret@"), 3, DAMAGED),
        (TEXT.replace("003.mp3", "0 3.mp3"), 3, DAMAGED),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(
    text: str, line: int | None, what: str
) -> None:
    with pytest.raises(RememberedError) as caught:
        parse_memory(text)

    assert (str(caught.value), caught.value.line) == (f"{what} {RESTORE}", line)


def test_a_row_that_is_no_object_is_told() -> None:
    with pytest.raises(RememberedError, match=r"^what it says of one address cannot be read\."):
        parse_memory('{"audio": {"https://example.org/a.mp3": null}, "version": 1}')
