from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.recording.assemble import assemble
from plugins.podcast.recording.promised import promised_sounds
from plugins.shared.run import Run
from tests.unit.builders import DATA, SPELLINGS, Spell, make_run, messages, write


def make_document(
    run: Run, keys: str = "", body: str = "Notes.", audio: str = "075.mp3"
) -> Document:
    path = write(
        run.content / "episodes" / "075.md", f"Title: One\nDate: 2026-02-05\n{keys}\n\n{body}\n"
    )
    if audio:
        shutil.copy(DATA / f"thirty-seconds{Path(audio).suffix}", path.with_name(audio))
    return read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)


def test_an_episode_is_made_of_the_files_with_its_stem(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run, body="- 00:00 One\n- 00:10 Two")
    shutil.copy(DATA / "thirty-seconds.opus", document.path.with_suffix(".opus"))
    write(document.path.with_suffix(".vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n")

    found = assemble(document, run)

    assert found
    assert found.audio == document.path.with_suffix(".mp3")
    assert [audio for audio, _ in found.alternates] == [document.path.with_suffix(".opus")]
    assert [chapter.title for chapter in found.chapters] == ["One", "Two"]
    assert found.transcript
    assert [cue.text for cue in found.transcript.cues] == ["Hello."]
    assert messages(run) == []


@pytest.mark.parametrize(("spell", "other"), SPELLINGS)
def test_a_file_belongs_to_an_episode_however_its_letters_are_spelled(
    tmp_path: Path, spell: Spell, other: Spell
) -> None:
    run = make_run(tmp_path)
    folder = run.content / "episodes"
    path = write(folder / spell("écho.md"), "Title: One\nDate: 2026-02-05\n\nNotes.\n")
    stem = folder / other("écho")
    for ending in (".mp3", ".opus"):
        shutil.copy(DATA / f"thirty-seconds{ending}", f"{stem}{ending}")
    write(Path(f"{stem}.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n")
    write(Path(f"{stem}.chapters.txt"), "00:00 One\n00:10 Two\n")

    found = assemble(read_document(path, Folder.EPISODES, run.where(path), zone=run.zone), run)

    assert messages(run) == []
    assert found
    assert found.audio == Path(f"{stem}.mp3")
    assert [audio for audio, _ in found.alternates] == [Path(f"{stem}.opus")]
    assert [chapter.title for chapter in found.chapters] == ["One", "Two"]
    assert found.transcript
    assert found.transcript.path.startswith("/media/echo-")
    assert promised_sounds(found)[0].path.startswith("/media/echo-")


@pytest.mark.parametrize(("spell", "other"), SPELLINGS)
def test_a_named_file_is_found_however_its_letters_are_spelled(
    tmp_path: Path, spell: Spell, other: Spell
) -> None:
    run = make_run(tmp_path)
    keys = spell("Audio: écho.mp3\nTranscript: /été/mots.vtt")
    document = make_document(run, keys, audio=other("écho.mp3"))
    write(
        run.content / other("été") / "mots.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n",
    )

    found = assemble(document, run)

    assert messages(run) == []
    assert found
    assert found.transcript


def test_files_of_another_stem_are_named(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run, "Audio: talk.m4a\nTranscript: /words.vtt", audio="talk.m4a")
    write(run.content / "words.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n")

    found = assemble(document, run)

    assert found
    assert found.transcript
    assert (found.measured.type, len(found.transcript.cues)) == ("audio/x-m4a", 1)


@pytest.mark.parametrize(
    ("keys", "body", "message"),
    [
        (
            "Audio: gone.mp3",
            "",
            "episodes/075.md:3: Audio: there is no file 'gone.mp3'. Correct the path.",
        ),
        (
            "Audio: 075.md",
            "",
            "episodes/075.md: the file is not audio that apps can play. Export it as MP3 or M4A.",
        ),
        (
            "Audio: " + "x" * 300,
            "",
            f"episodes/075.md:3: Audio: there is no file '{'x' * 300}'. Correct the path.",
        ),
        (
            "Transcript: gone.vtt",
            "",
            "episodes/075.md:3: Transcript: there is no file 'gone.vtt'. Correct the path.",
        ),
        (
            "Transcript: 075.md",
            "",
            "episodes/075.md: no transcript has a name that ends in '.md'. "
            "Name a file that ends in .vtt, .srt, .json or .html.",
        ),
        (
            "",
            "Words.\n\n- 00:00 One\n- 00:45 Two",
            "episodes/075.md:8: chapter starts at 00:45, but the audio ends at 0:30. "
            "Correct the time.",
        ),
    ],
)
def test_what_is_wrong_with_its_files_is_told(
    tmp_path: Path, keys: str, body: str, message: str
) -> None:
    run = make_run(tmp_path)

    assemble(make_document(run, keys, body), run)

    assert messages(run) == [message]


def test_what_apps_do_not_play_cannot_be_the_episode(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    assert assemble(make_document(run, "Audio: talk.opus", audio="talk.opus"), run) is None
    assert messages(run) == [
        "episodes/talk.opus: podcast apps do not play .opus as an episode. "
        "Give the episode an MP3 or M4A; keep this beside it."
    ]


def test_another_format_plays_as_long_as_the_episode(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run)
    shutil.copy(DATA / "audio" / "opus-16000.opus", document.path.with_suffix(".opus"))

    found = assemble(document, run)

    assert found
    assert found.alternates == ()
    assert messages(run) == [
        "episodes/075.opus: it plays 0:02, the episode 0:30. Export both from the same recording."
    ]
