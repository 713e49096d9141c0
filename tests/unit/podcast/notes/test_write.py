from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.podcast.judge.areas.notes import times_in
from plugins.podcast.model import Chapter, Notes, Transcript
from tests.unit.builders import make_chapter, make_episode

LINK = '<p><a href="https://example.org/podcast/calls/">Show notes</a></p>'
MORE = '<p>… <a href="https://example.org/podcast/calls/">Read on at Phone Notes</a></p>'
CHAPTERS = '<p><a href="https://example.org/podcast/calls/#page_chapters">The chapters</a></p>'
SENTENCE = "A sentence of forty letters, all in all. "


def notes_of(**said: Any) -> Notes:
    return make_episode(**said).notes


@pytest.mark.parametrize(
    ("summary", "notes", "expected"),
    [
        ("Why ears.", "<p>Two ears.</p>", "<p>Why ears.</p><p>Two ears.</p>"),
        ("Two ears.", "<p>Two ears.</p>", "<p>Two ears.</p>"),
        ("Two ears. …", "<p>Two <em>ears</em>. Ah.</p>", "<p>Two <em>ears</em>. Ah.</p>"),
        ("It's two - & more.", "<h2>A</h2><p><b>It’s</b> two – &amp; more. Or not.</p>",
         "<p><b>A</b></p><p><b>It’s</b> two – &amp; more. Or not.</p>"),
        ("Two ears.", "<p>Two eyes. Two ears.</p>", "<p>Two ears.</p><p>Two eyes. Two ears.</p>"),
        ("", "<p>Two ears.</p>", "<p>Two ears.</p>"),
        ("Two ears", '<p dir="ltr">Two ears.</p>', "<p>Two ears.</p>"),
        ("Two ear", "<p>Two ears.</p>", "<p>Two ear</p><p>Two ears.</p>"),
        ("Ears.", '<p><img src="/a.jpg" alt="x"></p>\n<p>Ears.</p>', "<p>Ears.</p>"),
        ('1 < 2 & "3"', "<p>x</p>", '<p>1 &lt; 2 &amp; "3"</p><p>x</p>'),
        ("a\x00b\ud800\nc", "<p>x</p>", "<p>a b c</p><p>x</p>"),
        ("Only this.", "", "<p>Only this.</p>"),
        ("", "", "<p>Unwanted callers</p>"),
    ],
)  # fmt: skip
def test_a_summary_leads_unless_the_notes_begin_with_it(
    summary: str, notes: str, expected: str
) -> None:
    assert notes_of(summary=summary, notes=notes).description == expected + LINK


def test_a_description_is_notes_chapters_and_the_way_to_the_page() -> None:
    found = notes_of(
        notes='<h2>Why</h2><p>See <a href="/x/">x</a>.</p>',
        chapters=(make_chapter(0, "A & B"), make_chapter(3725, "C")),
    )

    chapters = "<p>00:00:00 A &amp; B<br/>01:02:05 C</p>"
    notes = '<p>See <a href="https://example.org/x/">x</a>.</p>'
    assert found.description == f"<p><b>Why</b></p>{notes}{chapters}{LINK}"
    assert found.content == f"<h2>Why</h2>{notes}{chapters}"


def test_the_way_to_the_page_promises_a_transcript_where_there_is_one() -> None:
    transcript = Transcript(language="en", cues=(), files=(), source=Path("a.vtt"))

    found = notes_of(transcript=transcript).description

    assert found.endswith(LINK.replace("Show notes", "Show notes and transcript"))


def test_chapters_that_only_change_the_picture_are_not_listed() -> None:
    chapters = (make_chapter(0, "A"), replace(make_chapter(5, ""), is_listed=False))

    assert notes_of(chapters=chapters).content == "<p>00:00:00 A</p>"


@pytest.mark.parametrize("letters", [3_500, 3_900, 4_000, 5_000, 50_000])
@pytest.mark.parametrize("sentence", [SENTENCE, "Äpfel & Öl — „ja“, sagt sie. ", "你好，再见。"])
def test_long_notes_are_cut_at_a_sentence_with_chapters_and_link(
    letters: int, sentence: str
) -> None:
    text = (sentence * (letters // len(sentence))).strip()
    chapters = tuple(make_chapter(n * 10, f"Part {n}") for n in range(20))

    found = notes_of(notes=f"<p>{text.replace('&', '&amp;')}</p>", chapters=chapters).description

    assert len(found.encode()) <= 4_000
    assert times_in(found) == [n * 10 for n in range(20)]
    assert found.endswith(LINK)
    if MORE in found:
        beginning = found.partition("</p>")[0].removeprefix("<p>").replace("&amp;", "&")
        assert text.startswith(beginning)
        assert beginning.endswith(sentence.strip())
        assert len((beginning + sentence).encode()) + 4_000 - len(found.encode()) > 0


def test_notes_that_just_fit_are_whole_and_one_letter_more_is_cut() -> None:
    room = 4_000 - len(LINK) - len("<p></p>")
    whole = "One. " + "x" * (room - 5)

    assert notes_of(notes=f"<p>{whole}</p>").description == f"<p>{whole}</p>{LINK}"
    assert notes_of(notes=f"<p>{whole}x</p>").description == f"<p>One.</p>{MORE}{LINK}"


@pytest.mark.parametrize(
    ("count", "is_whole"), [(20, True), (150, True), (155, False), (300, False)]
)
def test_a_chapter_list_is_whole_or_a_link(count: int, *, is_whole: bool) -> None:
    chapters = tuple(
        Chapter(start=timedelta(seconds=n), title=f"Chapter {n:03}") for n in range(count)
    )

    found = notes_of(notes=f"<p>{SENTENCE * 100}</p>", chapters=chapters).description

    assert len(found.encode()) <= 4_000
    assert times_in(found) == (list(range(count)) if is_whole else [])
    assert (CHAPTERS in found) is not is_whole
    assert found.endswith(LINK)


def test_a_long_summary_is_cut_too() -> None:
    found = notes_of(summary=SENTENCE * 200, notes="<p>x</p>").description

    assert 3_900 < len(found.encode()) <= 4_000
    assert found.endswith(f"in all.</p>{MORE}{LINK}")
