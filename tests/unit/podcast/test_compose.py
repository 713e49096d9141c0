from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.compose import compose
from plugins.podcast.model import Episode, EpisodeType
from plugins.podcast.recording.assemble import assemble
from plugins.shared.files import sha256_of
from plugins.shared.run import Run
from tests.unit.builders import (
    DATA,
    make_entry,
    make_image,
    make_run,
    make_show,
    messages,
    picture,
    write,
)

MP3 = (DATA / "thirty-seconds.mp3").read_bytes()


def make_document(run: Run, keys: str = "", body: str = "x") -> Document:
    text = f"Title: One\nDate: 2026-02-05\n{keys}\n\n{body}\n"
    path = write(run.content / "episodes" / "075.md", text)
    write(path.with_suffix(".mp3"), MP3)
    return read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)


def make(run: Run, document: Document, promised: Mapping[str, str] = {}, **said: Any) -> Episode:
    recording = assemble(document, run)
    assert recording
    show = make_show(is_explicit=said.pop("is_explicit", False))
    return compose(make_entry(**said), document, recording, show, (), promised, run)


def test_an_episode_is_its_entry_and_its_front_matter(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run, "Episode: 75\nSeason: 2\nType: bonus")

    found = make(run, document, guid="own", html="<p>Notes</p>")

    assert (found.guid, found.notes.content, found.title) == ("own", "<p>Notes</p>", "Listen first")
    assert (found.number, found.season, found.type) == (75, 2, EpisodeType.BONUS)


def test_audio_keeps_the_path_that_was_promised(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    promised = {sha256_of(DATA / "thirty-seconds.mp3"): "/media/old-12345678.mp3"}

    found = make(run, make_document(run), promised)

    assert found.enclosure.path == "/media/old-12345678.mp3"
    assert "/media/old-12345678.mp3" in run.media


@pytest.mark.parametrize(
    ("line", "of_show", "expected"),
    [
        ("", False, False),
        ("", True, True),
        ("Explicit: no", True, False),
        ("Explicit: yes", False, True),
    ],
)
def test_an_episode_is_explicit_if_it_says_so_or_its_show_does(
    tmp_path: Path, line: str, *, of_show: bool, expected: bool
) -> None:
    run = make_run(tmp_path)

    assert make(run, make_document(run, line), is_explicit=of_show).is_explicit is expected


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "SocialInteract: disabled\n    activitypub https://social.example/@dave/1",
            "SocialInteract: comments are disabled, and have a place. Keep one.",
        ),
        ("Source: https://example.org/feed.xml", "Source: it has no words. Write some."),
        (
            "ValueSplit: 0:01 5 A guest address=guest@example.org split=1",
            "ValueSplit: there are splits but no recipients. Say who gets the rest.",
        ),
        (
            "ValueSplit: 0:25 9 A guest address=guest@example.org split=1\n"
            "Value: Dave address=dave@example.org split=1",
            "ValueSplit: it ends at 0:34, but the audio at 0:30. Correct its start or length.",
        ),
    ],
)
def test_what_cannot_be_said_in_a_feed_is_told_of_its_key(
    tmp_path: Path, lines: str, message: str
) -> None:
    run = make_run(tmp_path)

    make(run, make_document(run, lines))

    assert messages(run) == [f"episodes/075.md:3: {message}"]


def test_chapters_and_transcript_are_published_under_their_bytes(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run, "Lang: es", body="- 00:00 One\n- 00:10 Two")
    write(document.path.with_suffix(".vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n")

    found = make(run, document)

    assert found.chapters_path.startswith("/media/075-")
    assert found.chapters_path.endswith(".chapters.json")
    assert found.transcript
    assert found.transcript.language == "es"
    assert found.transcript.path in run.media


def test_an_episode_without_chapters_names_no_file_of_them(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    found = make(run, make_document(run))

    assert (found.chapters_path, found.transcript, found.image) == ("", None, None)


def test_art_that_directories_do_not_take_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    source = write(run.content / "episodes" / "art.png", picture(600, 600, "PNG"))
    document = make_document(run, "Image: art.png")

    make(run, document, image=make_image(width=600, height=600, type="image/png", source=source))

    assert messages(run) == [
        "episodes/075.md:3: the artwork art.png is 600×600, which is too small. "
        "Make it 1400 to 3000 pixels wide."
    ]
