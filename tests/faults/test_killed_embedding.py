"""`make embed-chapters`, killed before each of its changes on the disk."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

from tests.faults.kill import is_killed_at
from tests.site.sites import MP3, OPUS, Content, episode, write_site
from tools.embed_chapters import __main__ as command
from tools.shared.command import run_command

NAMES = ("075-calls.mp3", "075-calls.opus")
FILES: dict[str, Content] = {
    "episodes/075-calls.md": episode("Calls", body="00:00 One\n00:10 Two"),
    "episodes/075-calls.mp3": MP3,
    "episodes/075-calls.opus": OPUS,
}


def embed(folder: Path) -> int:
    return run_command(
        command.main, ["--episode=075-calls", f"--content={folder / 'content'}", "--json"]
    )


def audio_of(folder: Path) -> list[bytes]:
    return [(folder / "content" / "episodes" / name).read_bytes() for name in NAMES]


def test_audio_is_whole_whenever_the_step_is_killed_and_running_it_again_completes_it(
    tmp_path: Path,
) -> None:
    write_site(tmp_path / "done", FILES)
    before = audio_of(tmp_path / "done")
    assert embed(tmp_path / "done") == 0
    done = audio_of(tmp_path / "done")
    assert all(old != new for old, new in zip(before, done, strict=True))

    for step in count(1):
        folder = tmp_path / "killed"
        write_site(folder, FILES)
        was_killed = is_killed_at(step, lambda: embed(tmp_path / "killed"))
        left = audio_of(folder)
        again = embed(folder)

        whole = zip(left, before, done, strict=True)
        assert all(found in {old, new} for found, old, new in whole), step
        assert (again, audio_of(folder)) == (0, done), step
        names = {path.name for path in (folder / "content" / "episodes").iterdir()}
        assert not any(name.startswith(".embed-chapters-") for name in names), step
        shutil.rmtree(folder)
        if not was_killed:
            assert step > 5
            break
