from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.transcripts.forms import ENDINGS
from plugins.podcast.transcripts.read import read_transcript
from plugins.podcast.transcripts.segments import parse_segments
from tests.unit.builders import write

MINUTE = timedelta(minutes=1)
PIECES = [
    "WEBVTT", "\n", "\n\n", "00:01.000", "00:00:02,000", " --> ", "-->", "NOTE", "STYLE",
    "<v Dave>", "</v>", "Dave: ",
    "1", "words", "&lt;", "<c>", "{\\an8}", '{"segments": [', "]}", "{", "}", ",",
    '"startTime": 1', '"body": "x"', "<p>", "</p>", "<time>", "</time>", "<cite>", "0:05", "\x00",
    "\ufeff", "<!--", "&#0;", "\ud7ff", "99:99:99",
]  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=25))
def test_whatever_a_file_holds_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, ending: str, pieces: list[str]
) -> None:
    start = {".vtt": "WEBVTT\n\n", ".json": '{"segments": ['}.get(ending, "")
    path = write(tmp_path_factory.getbasetemp() / f"any{ending}", start + "".join(pieces))

    found = read_transcript(path, MINUTE, ["Dave"])

    assert found.cues or found.faults
    assert all(fault.line is None or fault.line > 0 for fault in found.faults)


@given(content=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = write(tmp_path_factory.getbasetemp() / "any.srt", content)

    assert read_transcript(path, MINUTE).faults


def test_webvtt_with_signs_that_readers_take_differently_is_written_anew(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\x00two.\n"

    found = read_transcript(write(tmp_path / "a.vtt", text), MINUTE)

    assert ([cue.text for cue in found.cues], found.webvtt) == (["One two."], b"")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (fault,) = read_transcript(tmp_path / "gone.vtt", MINUTE).faults

    assert fault.what == "it cannot be read (No such file or directory)."


@pytest.mark.parametrize("blank", ["", " ", "\n\n"])
def test_segments_know_their_lines_wherever_they_begin(blank: str) -> None:
    text = f'{{"a": [1, {{"segments": 2}}], {blank}"segments"{blank}: [{blank}{{"start": 1, "text":'
    text += f' "x"}}{blank},\n\n{{"start": 2, "text": "y"}}{blank}]{blank}, "b": "]"}}'

    found = parse_segments(text).spoken

    rows = text.split("\n")
    assert [rows[words.line - 1].count(f'"start": {n}') for n, words in enumerate(found, 1)] == [
        1,
        1,
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"segments": [' + "9" * 5000 + "]}"])
def test_json_that_would_break_a_reader_is_refused(text: str) -> None:
    (fault,) = parse_segments(text).faults

    assert fault.what.startswith("it is not JSON")
