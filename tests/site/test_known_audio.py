"""A build reads and measures the recordings that are new, and no others."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from plugins.podcast.audio import known
from plugins.podcast.audio.probe import Measured, probe
from plugins.shared import digests, files
from plugins.shared.digests import Digests
from tests.site.sites import build, episode

pytestmark = pytest.mark.slow

FRAME = bytes.fromhex("fffb50c4") + bytes(204)


def recording(number: int) -> bytes:
    return FRAME * 1000 + f"TAG{number}".encode().ljust(128, b"\0")


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was read for its digest or measured, as it happens."""
    names: list[str] = []
    digest = digests.Digests._digest

    def look(self: Digests, path: Path, state: digests._State) -> str:
        if path.suffix == ".mp3":
            names.append(f"read {path.name}")
        return digest(self, path, state)

    def measure(path: Path) -> Measured:
        names.append(f"measured {path.name}")
        return probe(path)

    monkeypatch.setattr(digests.Digests, "_digest", look)
    monkeypatch.setattr(known, "probe", measure)
    return names


def as_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what is known in memory; the files were not written a moment ago."""
    monkeypatch.setattr(files, "DIGESTS", Digests(lambda: time.time_ns() + 10**10))


def test_the_next_build_looks_at_the_one_new_recording(
    tmp_path: Path, seen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content: dict[str, str | bytes] = {
        "episodes/001-echo.md": episode(Episode="1"),
        "episodes/001-echo.mp3": recording(1),
        "episodes/002-wave.md": episode(Episode="2"),
        "episodes/002-wave.mp3": recording(2),
    }
    as_another_process(monkeypatch)
    first = build(tmp_path, content, DELETE_OUTPUT_DIRECTORY=True)
    before = first.files()
    assert first.is_good
    assert {name for name in seen if name.startswith("measured")} == {
        "measured 001-echo.mp3",
        "measured 002-wave.mp3",
    }

    seen.clear()
    as_another_process(monkeypatch)
    second = build(tmp_path, {}, DELETE_OUTPUT_DIRECTORY=True)
    assert second.files() == before
    assert seen == []

    as_another_process(monkeypatch)
    new: dict[str, str | bytes] = {
        "episodes/003-tide.md": episode(Episode="3"),
        "episodes/003-tide.mp3": recording(3),
    }
    assert build(tmp_path, new).is_good
    assert set(seen) == {"read 003-tide.mp3", "measured 003-tide.mp3"}


def test_a_recording_that_changes_during_a_build_is_told_and_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measure(path: Path) -> Measured:
        found = probe(path)
        path.write_bytes(recording(2) + b"more")
        return found

    monkeypatch.setattr(known, "probe", measure)
    built = build(
        tmp_path,
        {"episodes/001-echo.md": episode(Episode="1"), "episodes/001-echo.mp3": recording(1)},
    )

    assert not built.is_good
    assert built.told.strip() == (
        f"{tmp_path}/content/episodes/001-echo.mp3: it changed while the site was built. "
        "Build again when it is all there."
    )
    assert not list(built.output.rglob("*.mp3"))
