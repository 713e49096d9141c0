from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mutagen.id3 import CHAP, ID3, TIT2

from plugins.podcast.audio import known
from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.known import probe_once
from plugins.podcast.audio.probe import Measured, probe
from plugins.shared.kept import Kept
from tests.unit.builders import DATA, write
from tests.unit.podcast.audio.variants import VBR

MP3 = DATA / "thirty-seconds.mp3"


@pytest.fixture
def probed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were measured."""
    names: list[str] = []

    def look(path: Path) -> Measured:
        names.append(path.name)
        return probe(path)

    monkeypatch.setattr(known, "probe", look)
    return names


def test_what_is_recalled_is_what_was_measured(tmp_path: Path, probed: list[str]) -> None:
    path = write(tmp_path / "a.mp3", VBR + VBR)
    tags = ID3()
    sub = TIT2(encoding=3, text=["Écho"])
    tags.add(CHAP(element_id="a", start_time=1234, end_time=1234, sub_frames=[sub]))
    tags.save(path)

    first, second = (probe_once(path, tmp_path / "cache") for _ in range(2))

    assert first == second == probe(path)
    assert first.chapters
    assert first.caveats
    assert probed == ["a.mp3"]


@pytest.mark.parametrize("name", ["thirty-seconds.m4a", "thirty-seconds.opus"])
def test_every_format_is_recalled_whole(name: str, tmp_path: Path) -> None:
    found = [probe_once(DATA / name, tmp_path) for _ in range(2)]

    assert found == [probe(DATA / name)] * 2


def test_the_same_bytes_under_another_name_are_not_measured_again(
    tmp_path: Path, probed: list[str]
) -> None:
    shutil.copy(MP3, tmp_path / "a.mp3")
    shutil.copy(MP3, tmp_path / "b.MP3")

    for name in ("a.mp3", "b.MP3"):
        probe_once(tmp_path / name, tmp_path / "cache")
    (tmp_path / "a.mp3").rename(tmp_path / "c.mp3")
    (tmp_path / "c.mp3").touch()
    probe_once(tmp_path / "c.mp3", tmp_path / "cache")

    assert probed == ["a.mp3"]


def test_other_bytes_are_measured_and_so_is_another_ending(
    tmp_path: Path, probed: list[str]
) -> None:
    path = write(tmp_path / "a.mp3", VBR)
    probe_once(path, tmp_path / "cache")
    write(path, VBR[:-1] + b"x")
    probe_once(path, tmp_path / "cache")
    path.rename(tmp_path / "a.m4a")

    with pytest.raises(AudioError, match="really audio/mpeg"):
        probe_once(tmp_path / "a.m4a", tmp_path / "cache")
    assert probed == ["a.mp3", "a.mp3", "a.m4a"]


def test_a_file_that_is_refused_is_refused_every_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.mp3", "words")

    for _ in range(2):
        with pytest.raises(AudioError, match="not audio"):
            probe_once(path, tmp_path / "cache")


def test_a_file_that_grows_while_it_is_measured_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.mp3", VBR[:-1000])

    def grow(path: Path) -> Measured:
        write(path, VBR)
        return probe(path)

    monkeypatch.setattr(known, "probe", grow)
    with pytest.raises(AudioError) as caught:
        probe_once(path, tmp_path / "cache")

    assert (caught.value.rule, str(caught.value)) == (
        "file-stays",
        "it changed while the site was built. Build again when it is all there.",
    )


def only_file(folder: Path) -> Path:
    (found,) = (path for path in folder.rglob("*") if path.is_file())
    return found


def damage(folder: Path) -> None:
    only_file(folder).write_bytes(b"{")


def replace_by_a_folder(folder: Path) -> None:
    path = only_file(folder)
    path.unlink()
    path.mkdir()


def block(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"a file where a folder should be")


def leave_something_else(folder: Path) -> None:
    path = only_file(folder)
    path.unlink()
    Kept(folder).put(str(path.parent.relative_to(folder)), ".json", b'{"bytes": "many"}')


@pytest.mark.parametrize("change", [damage, replace_by_a_folder, block, leave_something_else])
def test_a_cache_that_is_not_as_it_was_left_costs_no_more_than_time(
    change: Callable[[Path], None], tmp_path: Path, probed: list[str]
) -> None:
    probe_once(MP3, tmp_path)
    change(tmp_path / "audio")

    assert probe_once(MP3, tmp_path) == probe(MP3)
    assert probed == [MP3.name] * 2
