from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from plugins.podcast.alternates import read_alternate
from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.probe import Measured
from plugins.podcast.model import Enclosure
from plugins.podcast.remote.facts import Facts
from plugins.shared.run import Run
from tests.unit.builders import DATA, make_measured, make_run, write


def read(text: str, path: Path, run: Run) -> Enclosure:
    """Read the line of a file that is here."""
    found = read_alternate(text, lambda _: path, run, lambda _: None)
    assert found
    return found


MATROSKA = bytes.fromhex("1a45dfa3") + bytes(600)


def test_a_file_is_measured(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    path = run.content / "a.opus"
    shutil.copy(DATA / "audio" / "opus-16000.opus", path)

    found = read("a.opus title=Short", path, run)

    assert (found.type, found.codecs, found.title) == ("audio/ogg", "opus", "Short")
    assert found.length_bytes == path.stat().st_size
    assert found.duration == timedelta(seconds=2)


@pytest.mark.parametrize(
    ("name", "said", "rule", "message"),
    [
        (
            "opus-16000.opus",
            "type=audio/mpeg",
            "audio-said",
            "type= is 'audio/mpeg', but the file has 'audio/ogg'. Leave type= out: it is measured.",
        ),
        (
            "opus-16000.opus",
            "length=99",
            "audio-said",
            "length= is '99', but the file has '2424'. Leave length= out: it is measured.",
        ),
        (
            "aac-16000.m4a",
            "codecs=mp4a.40.5",
            "audio-said",
            "codecs= is 'mp4a.40.5', but the file has 'mp4a.40.2'. "
            "Leave codecs= out: it is measured.",
        ),
        (
            "short.opus",
            "type=audio/ogg",
            "audio-truncated",
            "it ends before its sound does. Export the recording again.",
        ),
        (
            "film.mkv",
            "",
            "audio-type",
            "the file is really a video (Matroska or WebM). Export it as MP3 or M4A.",
        ),
    ],
)
def test_what_is_said_of_a_file_is_held_against_the_file(
    name: str, said: str, rule: str, message: str, tmp_path: Path
) -> None:
    run = make_run(tmp_path)
    shutil.copytree(DATA / "audio", run.content, dirs_exist_ok=True)
    opus = (DATA / "audio" / "opus-16000.opus").read_bytes()
    write(run.content / "short.opus", opus[:2000])
    write(run.content / "film.mkv", MATROSKA)

    with pytest.raises(AudioError) as caught:
        read(f"{name} {said}", run.content / name, run)

    assert (caught.value.rule, str(caught.value)) == (rule, message)


def test_of_a_film_its_author_says_the_type(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    path = write(run.content / "film.mkv", MATROSKA)

    found = read("film.mkv type=video/x-matroska height=720", path, run)

    assert (found.type, found.height) == ("video/x-matroska", 720)
    assert found.length_bytes == len(MATROSKA)


URL = "https://media.example.org/a.opus"
MEASURED = make_measured(sha256="", type="audio/ogg", codecs="opus")


@pytest.mark.parametrize(
    ("line", "measured", "length_bytes"),
    [
        (URL, MEASURED, MEASURED.length_bytes),
        (f"{URL} codecs=opus title=Short", MEASURED, MEASURED.length_bytes),
        (f"{URL} type=audio/ogg length=99", None, 99),
        (URL, None, None),
    ],
)
def test_a_file_on_another_host_is_asked_for_unless_all_is_said(
    line: str, measured: Measured | None, length_bytes: int | None, tmp_path: Path
) -> None:
    asked: list[str] = []

    def ask(url: str) -> tuple[str, Facts] | None:
        asked.append(url)
        return (url, Facts(measured=measured)) if measured else None

    found = read_alternate(line, Path, make_run(tmp_path), ask)

    assert (found.path, found.length_bytes) == (URL, length_bytes) if found else not length_bytes
    assert asked == ([] if "type=" in line else [URL])


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            "type=video/mp4",
            "a recording on another host needs both type= and length=, or neither. "
            "With neither it is measured.",
        ),
        (
            "codecs=mp3",
            "codecs= is 'mp3', but the file has 'opus'. Leave codecs= out: it is measured.",
        ),
    ],
)
def test_what_is_said_of_a_file_on_another_host_is_held_against_it(
    said: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="=") as caught:
        read_alternate(
            f"{URL} {said}", Path, make_run(tmp_path), lambda url: (url, Facts(measured=MEASURED))
        )

    assert str(caught.value) == message
