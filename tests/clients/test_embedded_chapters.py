"""Chapters in audio, read back by ffprobe, which knows nothing of how they were written."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from mutagen.mp4 import MP4, MP4Cover

from plugins.podcast.audio.probe import probe
from tests.site.sites import DATA, Content, build, episode, picture
from tools.embed_chapters import __main__ as command
from tools.shared.command import run_command

pytestmark = pytest.mark.slow

LIST = """00:00 A very long title for so short a beginning, longer than all of the others
00:04.5 [R&D = 5 < 6; #7](https://example.org/?a=1)
00:10.125 ![](cup.png) 👋🏽 Grüße
00:15 C
00:20.999 "Quoted" back\\\\slash, it's
"""
EXPECTED = [
    (0.0, "A very long title for so short a beginning, longer than all of the others"),
    (4.5, "R&D = 5 < 6; #7"),
    (10.125, "👋🏽 Grüße"),
    (15.0, "C"),
    (20.999, '"Quoted" back\\slash, it\'s'),
]


def ask(path: Path, *what: str) -> str:
    done = subprocess.run(
        ["ffprobe", "-v", "error", *what, "-of", "json", str(path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def chapters_of(path: Path) -> list[tuple[float, str]]:
    found = json.loads(ask(path, "-show_chapters"))["chapters"]
    return [(float(chapter["start_time"]), chapter["tags"]["title"]) for chapter in found]


def sound_of(path: Path) -> str:
    """Return a digest of the samples that a listener hears."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-f", "s16le", "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    return hashlib.sha256(done.stdout).hexdigest()


def tags_of(path: Path) -> dict[str, Any]:
    return dict((MP4(path).tags or {}).items())


def files(ending: str) -> dict[str, Content]:
    return {
        "episodes/075-calls.md": episode("Calls", body=LIST),
        f"episodes/075-calls{ending}": (DATA / f"thirty-seconds{ending}").read_bytes(),
        "episodes/cup.png": picture(20, 20, "PNG"),
    }


def embed(content: Path) -> int:
    return run_command(command.main, ["--episode=075-calls", f"--content={content}"])


@pytest.mark.parametrize("ending", [".mp3", ".m4a"])
def test_audio_and_feed_tell_the_same_chapters(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = build(tmp_path, files(ending))
    assert before.is_good, before.told
    audio = tmp_path / "content" / "episodes" / f"075-calls{ending}"
    sound, duration = sound_of(audio), probe(audio).duration

    assert embed(tmp_path / "content") == 0, capsys.readouterr().err

    assert chapters_of(audio) == EXPECTED
    assert sound_of(audio) == sound
    assert abs((probe(audio).duration - duration).total_seconds()) <= 0.1
    (json_chapters,) = before.output.glob("media/075-calls-*.chapters.json")
    rows = json.loads(json_chapters.read_text())["chapters"]
    assert [(row["startTime"], row["title"]) for row in rows] == EXPECTED
    again = build(tmp_path, {**files(ending), f"episodes/{audio.name}": audio.read_bytes()})
    assert (again.is_good, again.told) == (True, "")
    content = audio.read_bytes()
    assert embed(tmp_path / "content") == 0
    assert audio.read_bytes() == content


def test_audio_of_another_list_is_warned_of(tmp_path: Path) -> None:
    build(tmp_path, files(".mp3"))
    embed(tmp_path / "content")
    audio = tmp_path / "content" / "episodes" / "075-calls.mp3"
    other = episode("Calls", body=LIST.replace("00:15 C", "00:17 C"))

    built = build(
        tmp_path,
        {
            **files(".mp3"),
            "episodes/075-calls.mp3": audio.read_bytes(),
            "episodes/075-calls.md": other,
        },
    )

    assert built.is_good
    assert (
        "episodes/075-calls.mp3: warning: the chapters in it are not those that are written: "
        "chapter 4 is 'C' at 0:15 there, and 'C' at 0:17 in the list. "
        "To write the list into the audio: make embed-chapters EPISODE=075-calls."
    ) in built.told


def test_the_chapters_of_audio_alone_are_those_of_the_feed(tmp_path: Path) -> None:
    build(tmp_path, files(".mp3"))
    embed(tmp_path / "content")
    audio = tmp_path / "content" / "episodes" / "075-calls.mp3"

    built = build(
        tmp_path / "again",
        {"episodes/075-calls.md": episode("Calls"), "episodes/075-calls.mp3": audio.read_bytes()},
    )

    (json_chapters,) = built.output.glob("media/075-calls-*.chapters.json")
    rows = json.loads(json_chapters.read_text())["chapters"]
    assert [(row["startTime"], row["title"]) for row in rows] == EXPECTED


def test_tags_and_cover_of_an_m4a_stay(tmp_path: Path) -> None:
    build(tmp_path, files(".m4a"))
    audio = tmp_path / "content" / "episodes" / "075-calls.m4a"
    tagged = MP4(audio)
    tagged["\xa9nam"] = ["Title 世界"]
    tagged["----:com.example:key"] = [b"value"]
    tagged["trkn"] = [(3, 0)]
    tagged["covr"] = [MP4Cover(picture(20, 20, "PNG"), imageformat=MP4Cover.FORMAT_PNG)]
    tagged.save()
    before = tags_of(audio)

    assert embed(tmp_path / "content") == 0

    assert tags_of(audio) == before
    assert chapters_of(audio) == EXPECTED


def test_without_ffmpeg_an_m4a_stays_and_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, files(".m4a"))
    audio = tmp_path / "content" / "episodes" / "075-calls.m4a"
    before = audio.read_bytes()
    monkeypatch.setattr(shutil, "which", lambda _: None)

    assert embed(tmp_path / "content") == 2

    assert audio.read_bytes() == before
    assert [path.name for path in audio.parent.iterdir() if path.name.startswith(".")] == []
    assert capsys.readouterr().err == (
        "ffmpeg is not there, and chapters of an M4A are written with it. Install it: "
        "on Debian and Ubuntu with 'sudo apt-get install ffmpeg', on macOS with "
        "'brew install ffmpeg'.\n"
    )
