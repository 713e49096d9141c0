from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.model import Soundbite
from plugins.podcast.recording.soundbites import read_soundbites
from plugins.shared.run import Run
from tests.unit.builders import make_run, messages, write

LENGTH = timedelta(seconds=30)


def make_document(run: Run, line: str) -> Document:
    path = write(run.content / "episodes" / "075.md", f"Title: One\nDate: 2026-02-05\n{line}\n")
    return read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)


def test_a_soundbite_without_title_has_that_of_the_episode(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    assert read_soundbites(make_document(run, "Soundbite: 00:05 25"), LENGTH, run) == (
        Soundbite(start=timedelta(seconds=5), duration=timedelta(seconds=25), title="One"),
    )
    assert messages(run) == []


def test_a_soundbite_ends_before_the_recording_does(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    assert read_soundbites(make_document(run, "Soundbite: 00:20 15 Late"), LENGTH, run) == ()
    assert messages(run) == [
        "episodes/075.md:3: Soundbite: it ends at 0:35, but the audio at 0:30. "
        "Correct its start or length."
    ]
