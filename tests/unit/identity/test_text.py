from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.identity.promises import Ledger, PagePromise, Promise, Sound
from plugins.identity.text import RESTORE, LedgerError, dump_ledger, parse_ledger
from tests.unit.builders import make_promise, make_sound

TEXT = st.text(max_size=12)
PATHS = st.lists(TEXT, max_size=3).map(tuple)
SOUNDS = st.builds(
    Sound, path=TEXT, bytes=st.integers(0), type=TEXT, sha256=TEXT,
    duration=st.floats(0, 1e5, allow_nan=False), bitrate=st.integers(0), codecs=TEXT,
)  # fmt: skip
PROMISES = st.builds(
    Promise, guid=TEXT, published=TEXT, page=TEXT, source_sha256=TEXT,
    sound=st.none() | SOUNDS, former=PATHS, former_guids=PATHS,
    others=st.lists(SOUNDS, max_size=2).map(tuple), is_gone=st.booleans(),
)  # fmt: skip
PAGES = st.builds(
    PagePromise, source=TEXT, source_sha256=TEXT, guid=TEXT, former=PATHS, is_gone=st.booleans()
)


@given(st.dictionaries(TEXT, PROMISES, max_size=4), st.dictionaries(TEXT, PAGES, max_size=4))
def test_a_ledger_is_read_as_it_was_written(
    entries: dict[str, Promise], pages: dict[str, PagePromise]
) -> None:
    text = dump_ledger(Ledger(entries=entries, pages=pages))

    assert parse_ledger(text) == Ledger(entries=entries, pages=pages)
    assert text == dump_ledger(
        Ledger(entries=dict(reversed(entries.items())), pages=dict(reversed(pages.items())))
    )


def test_a_ledger_is_sorted_json_that_says_only_what_is_so() -> None:
    entries = {"posts/b": make_promise("b"), "episodes/a": make_promise("a", is_gone=True)}

    text = dump_ledger(Ledger(entries=entries, pages={"/tags/b/": PagePromise(guid="g")}))

    document = json.loads(text)
    assert list(document["entries"]) == ["episodes/a", "posts/b"]
    assert document["entries"]["posts/b"] == {
        "guid": "made-of-b",
        "page": "/podcast/b/",
        "published": "2026-03-12T07:30:00Z",
        "source_sha256": "text-of-b",
    }
    assert document["pages"] == {"/tags/b/": {"guid": "g"}}
    assert text.endswith("}\n")


def test_a_ledger_of_the_first_version_has_no_pages() -> None:
    entries = {"posts/b": make_promise("b", sound=make_sound())}
    document = json.loads(dump_ledger(Ledger(entries=entries)))
    del document["pages"]

    assert parse_ledger(json.dumps(document | {"version": 1})) == Ledger(entries=entries)


def row(**said: Any) -> str:
    promise = {"guid": "g", "published": "p", "page": "/p/", "source_sha256": "s"} | said
    return json.dumps({"version": 2, "entries": {"posts/a": promise}, "pages": {}})


UNREADABLE = f"it cannot be read. {RESTORE}"
ODD = f"what it says of 'posts/a' cannot be read. {RESTORE}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", UNREADABLE),
        ("[]", UNREADABLE),
        ("{}", UNREADABLE),
        ("[" * 100_000, UNREADABLE),
        (
            '{\n<<<<<<< HEAD\n"a": 1,\n=======\n>>>>>>> b\n}',
            f"it holds the marks of a merge that was not finished. {RESTORE}",
        ),
        (
            '{"version": 9, "entries": {}}',
            "it has version 9, and this engine knows 2. "
            f"Build with the engine that wrote it. {RESTORE}",
        ),
        ('{"version": 2, "entries": []}', f"there are no 'entries' in it. {RESTORE}"),
        ('{"version": 2, "entries": {}}', f"there are no 'pages' in it. {RESTORE}"),
        ('{"version": 1, "entries": {"posts/a": {}}}', ODD),
        ('{"version": 1, "entries": {"posts/a": []}}', ODD),
        (
            '{"version": 1, "entries": {"posts/a": {}, "posts/a": {}}}',
            f"'posts/a' is in it twice. {RESTORE}",
        ),
        (row(foreign=1), ODD),
        (row(guid=None), ODD),
        (row(is_gone="yes"), ODD),
        (row(former="/a/"), ODD),
        (row(former=[1]), ODD),
        (row(sound="a.mp3"), ODD),
        (row(sound={"path": "/a.mp3"}), ODD),
        (row(others="a.opus"), ODD),
        (row(others=[{"path": "/a.opus"}]), ODD),
        (row(others=["a.opus"]), ODD),
    ],
)
def test_what_is_no_ledger_is_refused(text: str, message: str) -> None:
    with pytest.raises(LedgerError) as caught:
        parse_ledger(text)

    assert str(caught.value) == message
