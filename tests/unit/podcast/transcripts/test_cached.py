from __future__ import annotations

import errno
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from plugins.podcast.transcripts import cached
from plugins.podcast.transcripts.cached import read_cached
from plugins.podcast.transcripts.read import read_transcript
from plugins.shared import kept
from plugins.shared.kept import Kept
from tests.unit.builders import write

MINUTE = timedelta(minutes=1)
TEXT = """WEBVTT

00:05.000 --> 00:06.500
<v Dave>One.

00:01.000 --> 00:02.000
<v Dave>Two.

Lost.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "a.vtt", TEXT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_what_is_remembered_is_what_was_read(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_transcript(path, MINUTE)
    first = read_cached(path, MINUTE, (), folder)
    monkeypatch.delattr(cached, "read_transcript")

    second = read_cached(path, MINUTE, (), folder)

    assert read == first == second
    assert len(second.faults) == 2
    assert second.webvtt == TEXT.encode()


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"cues": [[1]], "faults": []}', b"\xff"])
def test_a_broken_memory_is_none(path: Path, folder: Path, broken: bytes) -> None:
    whole = read_cached(path, MINUTE, (), folder)
    (place,) = (folder / "transcripts").glob("*/*.json")
    good = place.read_bytes()
    place.write_bytes(broken)

    assert read_cached(path, MINUTE, (), folder) == whole
    assert place.read_bytes() == good


def test_a_memory_of_another_shape_is_none(path: Path, folder: Path) -> None:
    whole = read_cached(path, MINUTE, (), folder)
    (place,) = (folder / "transcripts").iterdir()
    shutil.rmtree(place)
    Kept(folder / "transcripts").put(place.name, ".json", b'{"cues": [[1]], "faults": []}')

    assert read_cached(path, MINUTE, (), folder) == whole


def test_a_full_disk_costs_time_alone(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(kept, "write_whole", full)

    assert read_cached(path, MINUTE, (), folder) == read_transcript(path, MINUTE)


@pytest.mark.parametrize(
    ("text", "duration", "known"),
    [
        (TEXT + "\n", MINUTE, ()),
        (TEXT, timedelta(seconds=2), ()),
        (TEXT, MINUTE, ("Dave",)),
    ],
)
def test_other_circumstances_are_read_anew(
    path: Path, folder: Path, text: str, duration: timedelta, known: tuple[str, ...]
) -> None:
    read_cached(path, MINUTE, (), folder)
    write(path, text)

    assert read_cached(path, duration, known, folder) == read_transcript(path, duration, known)
    assert len(list((folder / "transcripts").iterdir())) == 2


def test_a_file_that_is_not_there_is_told_and_not_remembered(tmp_path: Path, folder: Path) -> None:
    assert read_cached(tmp_path / "gone.vtt", MINUTE, (), folder).faults
    assert not folder.exists()
