"""What is said, by whom and when, is the same in every form that is published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.files import FILES
from plugins.podcast.transcripts.read import Reading, read_transcript
from plugins.podcast.transcripts.segments import dump_segments, load_segments
from plugins.podcast.transcripts.subrip import dump_subrip
from plugins.podcast.transcripts.text import tidy
from plugins.podcast.transcripts.webvtt import dump_webvtt

NAMES = ("Dave", "A guest", "Smith & Sons", "Zoë von Ähren", "田中")
LETTERS = "abc xyz ÀéßЖ漢🎉\u00a0<>&;{}\\/#'\"!?…-.,"


@st.composite
def transcripts(draw: st.DrawFn) -> tuple[Cue, ...]:
    """Cues as a reader would find them: everybody is named, or nobody."""
    has_names = draw(st.booleans())
    words = st.text(LETTERS, min_size=1, max_size=120).map(tidy)
    found: list[Cue] = []
    for text in draw(st.lists(words.filter(any_letter), min_size=1, max_size=6)):
        start = found[-1].end if found else timedelta()
        start += timedelta(milliseconds=draw(st.integers(0, 4_000_000)))
        end = start + timedelta(milliseconds=draw(st.integers(1, 9000)))
        speaker = draw(st.sampled_from(NAMES)) if has_names else ""
        found.append(Cue(start=start, end=end, text=text, speaker=speaker))
    return tuple(found)


def any_letter(text: str) -> bool:
    return any(map(str.isalnum, text))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("transcripts")


def read_back(folder: Path, ending: str, cues: Iterable[Cue]) -> Reading:
    path = folder / f"said{ending}"
    dump = next(dump for known, _, dump in FILES if known == ending)
    path.write_bytes(dump(cues))
    return read_transcript(path, timedelta(days=9), NAMES)


def words_of(cues: Iterable[Cue]) -> list[tuple[str, str]]:
    return [(cue.speaker, word) for cue in cues for word in cue.text.split(" ")]


@given(transcripts())
def test_webvtt_says_it_all(folder: Path, cues: tuple[Cue, ...]) -> None:
    found = read_back(folder, ".vtt", cues)

    assert found.cues == cues
    assert found.webvtt == dump_webvtt(cues)


@given(transcripts())
def test_json_says_it_all(folder: Path, cues: tuple[Cue, ...]) -> None:
    found = read_back(folder, ".json", cues).cues

    assert words_of(found) == words_of(cues)
    assert found == cues or not any(" " in cue.text or "漢" in cue.text for cue in cues)


@given(transcripts())
def test_what_is_kept_as_segments_is_read_back_to_the_letter(cues: tuple[Cue, ...]) -> None:
    assert load_segments(dump_segments(cues)) == cues


@given(transcripts())
def test_html_says_it_all_but_the_silence(folder: Path, cues: tuple[Cue, ...]) -> None:
    found = read_back(folder, ".html", cues).cues

    assert [(cue.start, cue.speaker, cue.text) for cue in found] == [
        (cue.start, cue.speaker, cue.text) for cue in cues
    ]
    assert all(found[i].end == later.start for i, later in enumerate(found[1:]))


@given(transcripts())
def test_srt_says_the_same_words_in_more_cues(folder: Path, cues: tuple[Cue, ...]) -> None:
    found = read_back(folder, ".srt", cues).cues

    assert words_of(found) == words_of(cues)
    assert {cue.start for cue in cues} <= {cue.start for cue in found}
    assert {cue.end for cue in cues} <= {cue.end for cue in found}


@given(transcripts())
def test_srt_has_two_short_lines_where_the_words_allow(cues: tuple[Cue, ...]) -> None:
    for card in dump_subrip(cues).decode().strip("\n").split("\n\n"):
        number, times, *rows = card.split("\n")
        is_brief = len(rows) > 2
        assert number.isdigit()
        assert span_of(times) > 0
        assert all(len(row) <= 32 or " " not in row.partition(": ")[2] for row in rows)
        assert not is_brief or span_of(times) < len("".join(rows))


def span_of(times: str) -> int:
    (caption,) = webvtt.from_string(f"WEBVTT\n\n{times.replace(',', '.')}\nx\n").captions
    return int(caption.end_time.in_milliseconds() - caption.start_time.in_milliseconds())


@given(transcripts())
def test_another_reader_finds_the_same_in_our_webvtt(cues: tuple[Cue, ...]) -> None:
    found = webvtt.from_string(dump_webvtt(cues).decode(), strict=True).captions

    assert [caption.start_time.in_milliseconds() for caption in found] == [
        round(cue.start / timedelta(milliseconds=1)) for cue in cues
    ]
    rows = [row for caption in found for row in caption.raw_text.split("\n")]
    assert all(len(row) <= 65 or " " not in row.partition(">")[2] for row in rows)


def test_lines_of_webvtt_are_filled_to_65_characters_with_the_voice() -> None:
    cue = Cue(start=timedelta(), end=timedelta(seconds=9), text="four " * 19 + "four", speaker="D")

    first, *_ = dump_webvtt([cue]).decode().split("\n")[3:]

    assert first == "<v D>" + "four " * 11 + "four"
    assert len(first) == 64


@pytest.mark.parametrize(("length", "cards"), [(200, 2), (60, 1)])
def test_a_cue_too_short_to_be_parted_stays_one_card(length: int, cards: int) -> None:
    cue = Cue(start=timedelta(), end=timedelta(milliseconds=length), text="four " * 15 + "four")

    assert dump_subrip([cue]).decode().count("-->") == cards
