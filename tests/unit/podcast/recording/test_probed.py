from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.recording import probed
from plugins.podcast.recording.probed import probed_file
from plugins.shared.problems import Severity
from plugins.shared.run import Run
from tests.unit.builders import make_run, messages, write
from tests.unit.podcast.audio.variants import VBR, without_header


def make_document(run: Run) -> Document:
    text = "Title: One\nDate: 2026-02-05\n\nNotes.\n"
    path = write(run.content / "episodes" / "075.md", text)
    return read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)


def told(run: Run) -> list[tuple[str, Severity]]:
    return [(problem.rule, problem.severity) for problem in run.problems]


def test_what_apps_stumble_over_is_a_warning(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run)
    path = write(document.path.with_suffix(".mp3"), without_header(VBR))

    assert probed_file(path, document, run)
    assert told(run) == [("audio-header", Severity.WARNING)]
    assert messages(run) == [
        "episodes/075.mp3: warning: its bitrate varies and no header tells how long it plays, so "
        "apps guess. Export it again, unless it was published, with a Xing header."
    ]


def test_what_cannot_be_played_is_an_error(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    document = make_document(run)
    path = write(document.path.with_suffix(".mp3"), b"")

    assert probed_file(path, document, run) is None
    assert told(run) == [("audio-empty", Severity.ERROR)]


def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = make_run(tmp_path)
    document = make_document(run)

    def refuse(_path: Path, _folder: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(probed, "probe_once", refuse)

    assert probed_file(document.path.with_suffix(".mp3"), document, run) is None
    assert told(run) == [("file-readable", Severity.ERROR)]
    assert messages(run) == [
        "episodes/075.mp3: the audio of 075.md cannot be read (Permission denied). "
        "Look at its permissions."
    ]
