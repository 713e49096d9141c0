from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.identity.promises import Ledger, Promise
from plugins.podcast.recording.assemble import assemble
from plugins.podcast.recording.away import find_away
from plugins.podcast.recording.promised import promised_sounds
from plugins.shared.files import sha256_of
from plugins.shared.run import Run
from tests.unit.builders import (
    DATA,
    SPELLINGS,
    Spell,
    make_promise,
    make_run,
    make_sound,
    messages,
    write,
)

SOUND = make_sound("ab" * 32, bitrate=40_000)
OTHER = make_sound("cd" * 32, path="/media/075-calls-cd.opus", type="audio/ogg", codecs="opus")
NOTE = (
    "episodes/075-calls.md: warning: its audio is not on this machine; the ledger says what was "
    "published. Nothing is to be done, unless you want to publish other audio."
)


def make_document(run: Run, name: str = "075-calls", keys: str = "") -> Document:
    text = f"Title: Calls\nDate: 2026-02-05\n{keys}\n\nx\n"
    path = write(run.content / "episodes" / f"{name}.md", text)
    return read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)


def ledger(key: str = "episodes/075-calls", **said: Any) -> Ledger:
    promise: Promise = make_promise(sound=SOUND, others=(OTHER,), **said)
    return Ledger(entries={key: promise})


def pointer(digest: str) -> str:
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {SOUND.bytes}\n"


def test_a_published_episode_without_its_audio_is_what_the_ledger_says(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run)

    recording = assemble(document, run, away=find_away(document, run, ledger()))

    assert recording
    assert promised_sounds(recording) == (SOUND, OTHER)
    assert recording.measured.duration == timedelta(seconds=SOUND.duration)
    assert messages(run) == [NOTE]


@pytest.mark.parametrize("keys", ["", "Audio: elsewhere.mp3"])
def test_audio_that_was_never_published_is_missed(tmp_path: Path, keys: str) -> None:
    run = make_run(tmp_path)
    document = make_document(run, keys=keys)

    assert assemble(document, run, away=find_away(document, run, Ledger())) is None
    assert len(run.problems.errors) == 1


def test_audio_that_is_here_is_measured(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run)
    write(document.path.with_suffix(".MP3"), (DATA / "thirty-seconds.mp3").read_bytes())

    assert find_away(document, run, ledger()) == ()
    assert messages(run) == []


@pytest.mark.parametrize(("digest", "is_away"), [("ab" * 32, True), ("cd" * 32, False)])
def test_what_git_left_in_place_of_a_recording_stands_for_that_recording_alone(
    tmp_path: Path, digest: str, *, is_away: bool
) -> None:
    run = make_run(tmp_path)
    document = make_document(run)
    write(document.path.with_suffix(".mp3"), pointer(digest))

    assert bool(find_away(document, run, ledger())) is is_away


def test_a_renamed_episode_without_its_audio_is_known_by_its_guid_or_text(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    plain, named = make_document(run, "b"), make_document(run, "c", "Guid: made-of-075-calls")
    by_text = ledger("episodes/a", source_sha256=sha256_of(plain.path))

    assert find_away(plain, run, by_text) == (SOUND, OTHER)
    assert find_away(named, run, ledger("episodes/a")) == (SOUND, OTHER)


def test_a_copy_of_an_episode_does_not_get_the_audio_of_the_first(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    make_document(run, "a")
    copy = make_document(run, "b")

    assert find_away(copy, run, ledger("episodes/a", source_sha256=sha256_of(copy.path))) == ()


def test_audio_on_another_host_is_asked_for_there(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run, keys="Audio: https://example.com/a.mp3")

    assert find_away(document, run, ledger()) == ()


@pytest.mark.parametrize(("spell", "other"), SPELLINGS)
def test_audio_is_at_hand_however_its_letters_are_spelled(
    tmp_path: Path, spell: Spell, other: Spell
) -> None:
    run = make_run(tmp_path)
    document = make_document(run, spell("écho"))
    write(document.path.with_name(other("écho.mp3")), b"sound")

    assert find_away(document, run, ledger("episodes/écho")) == ()
    assert messages(run) == []
