from __future__ import annotations

from pathlib import Path

import pytest

from plugins.podcast.recording.found import sounds_beside
from tests.unit.builders import write


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["075.opus", "075.mp3"], ["075.mp3", "075.opus"]),
        (["075.MP3"], ["075.MP3"]),
        (["075.MP3", "075.mp3"], ["075.mp3"]),
        (["75.mp3", "075-short.mp3", "075.m4a"], []),
    ],
)
def test_a_recording_has_the_stem_of_its_notes(
    tmp_path: Path, names: list[str], expected: list[str]
) -> None:
    for name in names:
        write(tmp_path / name, b"sound")

    found = sounds_beside(tmp_path / "075.md", (".mp3", ".opus"))

    assert [path.name for path in found] == expected
