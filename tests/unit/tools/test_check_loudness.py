"""The loudness of real sound, heard by a real ffmpeg."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.podcast import loudness
from tests.unit.builders import write
from tools.check.loudness import Recording, find_loudness

SINE = "sine=frequency=997:duration=5:sample_rate=48000"

# What ffmpeg makes of it: an amplitude of an eighth, which two channels share.
FAINT = -21.07  # LUFS


def quiet(_step: str) -> None:
    pass


def tone(path: Path, source: str, *filters: str, channels: int = 2) -> Path:
    """Make a recording of five seconds."""
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-ac", str(channels)]
    subprocess.run([*command, "-af", ",".join(["anull", *filters]), str(path)], check=True)
    return path


def told(*paths: Path, cache: Path) -> list[str]:
    problems, notes = find_loudness(
        [Recording(path=path, where=path.name) for path in paths], cache, quiet
    )
    assert notes == ()
    return [f"{problem.rule} {problem}" for problem in problems]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "wanted", "channels", "messages"),
    [
        (SINE, -16, 2, []),
        (SINE, -19, 1, []),
        (
            SINE,
            -30,
            2,
            [
                "audio-loudness a.flac: warning: its loudness is -30.0 LUFS, too quiet: "
                "stereo has -17 at least. Bring it to -16 LUFS before you publish it."
            ],
        ),
        (
            SINE,
            -21,
            1,
            [
                "audio-loudness a.flac: warning: its loudness is -21.0 LUFS, too quiet: "
                "mono has -20 at least. Bring it to -16 LUFS before you publish it."
            ],
        ),
        (
            "anullsrc=duration=5",
            0,
            2,
            [
                "audio-silence a.flac: warning: there is nothing to be heard in it. "
                "Listen to it, and export it again."
            ],
        ),
    ],
)
def test_recordings_are_heard(
    tmp_path: Path, source: str, wanted: int, channels: int, messages: list[str]
) -> None:
    path = tone(tmp_path / "a.flac", source, f"volume={wanted - FAINT}dB", channels=channels)

    assert told(path, cache=tmp_path) == messages


@pytest.mark.slow
def test_clipped_sound_is_told(tmp_path: Path) -> None:
    path = tone(tmp_path / "a.flac", SINE, "volume=30dB")

    found = told(path, cache=tmp_path)

    assert [line.partition(" ")[0] for line in found] == ["audio-loudness", "audio-peak"]
    assert found[1].endswith("dBTP: they are clipped. Limit them to -1 dBTP before you publish it.")


@pytest.mark.slow
def test_odd_names_are_heard(tmp_path: Path) -> None:
    names = ["-i http:x.flac", "I: -70.0 LUFS, Summary: ä.flac"]
    paths = [tone(tmp_path / "plain.flac", SINE).rename(tmp_path / name) for name in names]

    assert [line.partition("its")[2][:27] for line in told(*paths, cache=tmp_path)] == [
        " loudness is -21.1 LUFS, to"
    ] * 2


@pytest.mark.slow
def test_what_cannot_be_played_is_a_warning(tmp_path: Path) -> None:
    path = write(tmp_path / "a.mp3", b"no sound" * 1000)

    assert told(path, cache=tmp_path) == [
        "audio-heard a.mp3: warning: ffmpeg cannot play it. Export the recording again."
    ]


@pytest.mark.slow
def test_a_recording_without_an_end_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loudness, "_TIMEOUT", 0)
    monkeypatch.setattr("tools.check.loudness.read_ffmpeg_version", lambda: "ffmpeg")

    assert told(tone(tmp_path / "a.flac", SINE), cache=tmp_path) == [
        "audio-heard a.flac: warning: ffmpeg listened to it for 0 minutes and did not reach its "
        "end. Export the recording again."
    ]


@pytest.fixture
def ffmpeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a program on the path that only answers as ffmpeg does, in the version that is given."""
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.defpath}")

    def install(version: str) -> None:
        program = write(
            tmp_path / "bin" / "ffmpeg",
            f'#!/bin/sh\n[ "$1" = -version ] && echo "ffmpeg version {version} Copyright" && exit\n'
            f'echo "$*" >>"{tmp_path}/heard"\n'
            "printf 'Stream #0:0: Audio: flac, 48000 Hz, mono\\nSummary:\\n"
            "    I:  -16.0 LUFS\\n    Peak:  -3.0 dBFS\\n' >&2\n",
        )
        program.chmod(0o755)

    return install


def heard(folder: Path) -> int:
    path = folder / "heard"
    return len(path.read_text().splitlines()) if path.exists() else 0


def test_the_same_bytes_are_heard_once_by_each_ffmpeg(
    tmp_path: Path, ffmpeg: Callable[[str], None]
) -> None:
    path, copy = write(tmp_path / "a.flac", b"sound"), write(tmp_path / "b.flac", b"sound")
    ffmpeg("7.1")
    told(path, cache=tmp_path)
    assert heard(tmp_path) == 1

    told(path, copy, cache=tmp_path)
    assert heard(tmp_path) == 1

    write(path, b"other sound")
    told(path, copy, cache=tmp_path)
    assert heard(tmp_path) == 2

    ffmpeg("8.0")
    told(copy, cache=tmp_path)
    assert heard(tmp_path) == 3


def test_a_cache_that_cannot_be_written_to_stops_nothing(
    tmp_path: Path, ffmpeg: Callable[[str], None]
) -> None:
    ffmpeg("7.1")

    assert told(write(tmp_path / "a.flac", b"x"), cache=write(tmp_path / "cache", "a file")) == []


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"integrated": null}', b"\xff"])
def test_a_damaged_memory_is_made_anew(
    tmp_path: Path, ffmpeg: Callable[[str], None], damage: bytes
) -> None:
    path = write(tmp_path / "a.flac", b"sound")
    ffmpeg("7.1")
    told(path, cache=tmp_path)
    (memory,) = (tmp_path / "loudness").glob("*/*.json")
    whole = memory.read_bytes()
    memory.write_bytes(damage)

    assert told(path, cache=tmp_path) == []
    assert memory.read_bytes() == whole
