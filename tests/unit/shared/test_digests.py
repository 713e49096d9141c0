from __future__ import annotations

import hashlib
import os
from multiprocessing import get_context
from pathlib import Path

import pytest

from plugins.shared.digests import Digests
from plugins.shared.kept import Kept

SECOND = 1_000_000_000
LARGE = 200_000


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read to their end."""
    names: list[str] = []
    real = hashlib.file_digest

    def look(file: object, kind: str) -> object:
        names.append(Path(getattr(file, "name", "")).name)
        return real(file, kind)  # type: ignore[arg-type]

    monkeypatch.setattr(hashlib, "file_digest", look)
    return names


def make(path: Path, content: bytes = b"a" * LARGE) -> Path:
    path.write_bytes(content)
    return path


def later(path: Path, seconds: float = 5) -> int:
    """A moment so long after a file was last changed."""
    return path.stat().st_ctime_ns + round(seconds * SECOND)


def process(folder: Path, now: int) -> Digests:
    """What another process would start with."""
    found = Digests(lambda: now)
    found.keep_in(Kept(folder / "digests"))
    return found


def test_a_file_is_read_once_by_all_processes(tmp_path: Path, hashed: list[str]) -> None:
    path = make(tmp_path / "a.mp3")

    found = {process(tmp_path, later(path)).of(path) for _ in range(3)}

    assert found == {hashlib.sha256(b"a" * LARGE).hexdigest()}
    assert hashed.count("a.mp3") == 1


def test_a_small_file_is_read_rather_than_remembered(tmp_path: Path, hashed: list[str]) -> None:
    path = make(tmp_path / "a.md", b"words")

    for _ in range(2):
        process(tmp_path, later(path)).of(path)

    assert hashed == ["a.md"] * 2
    assert not (tmp_path / "digests").exists()


def test_a_file_that_was_touched_renamed_or_changed_is_read_again(
    tmp_path: Path, hashed: list[str]
) -> None:
    path = make(tmp_path / "a.mp3")
    process(tmp_path, later(path)).of(path)
    os.utime(path, ns=(0, path.stat().st_mtime_ns - SECOND))
    process(tmp_path, later(path)).of(path)
    path = path.rename(tmp_path / "b.mp3")
    process(tmp_path, later(path)).of(path)
    make(path, b"b" * LARGE)

    assert process(tmp_path, later(path)).of(path) == hashlib.sha256(b"b" * LARGE).hexdigest()
    assert [name for name in hashed if name.endswith(".mp3")] == ["a.mp3"] * 2 + ["b.mp3"] * 2


@pytest.mark.parametrize("seconds", [-60, 0, 1.9])
def test_a_file_changed_a_moment_ago_is_not_taken_for_known(
    seconds: float, tmp_path: Path, hashed: list[str]
) -> None:
    path = make(tmp_path / "a.mp3")
    ours = process(tmp_path, later(path, seconds))

    for _ in range(2):
        ours.of(path)
    process(tmp_path, later(path)).of(path)

    assert hashed == ["a.mp3"] * 3


def test_a_time_to_come_does_not_make_a_file_unknown_for_ever(
    tmp_path: Path, hashed: list[str]
) -> None:
    path = make(tmp_path / "a.mp3")
    os.utime(path, ns=(0, later(path, 10**8)))

    for _ in range(2):
        process(tmp_path, later(path)).of(path)

    assert hashed.count("a.mp3") == 1


def test_a_file_that_changes_while_it_is_read_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "a.mp3")
    now, real = later(path), hashlib.file_digest

    def look(file: object, kind: str) -> object:
        found = real(file, kind)  # type: ignore[arg-type]
        if path.stat().st_size == LARGE:
            make(path, b"b" * (LARGE + 1))
        return found

    monkeypatch.setattr(hashlib, "file_digest", look)
    process(tmp_path, now).of(path)

    assert not (tmp_path / "digests").exists()


def test_what_was_read_earlier_does_not_count_where_the_bytes_themselves_matter(
    tmp_path: Path, hashed: list[str]
) -> None:
    path = make(tmp_path / "a.mp3")
    process(tmp_path, later(path)).of(path)
    ours = process(tmp_path, later(path))

    ours.of(path)
    ours.read(path)
    ours.read(path)

    assert hashed.count("a.mp3") == 2


@pytest.mark.parametrize("content", [b"", b"0" * 63, b"g" * 64, b"0" * 64 + b"\n"])
def test_what_is_no_digest_is_not_believed(content: bytes, tmp_path: Path) -> None:
    path = make(tmp_path / "a.mp3")
    process(tmp_path, later(path)).of(path)
    (entry,) = (found for found in (tmp_path / "digests").rglob("*") if found.is_file())
    entry.unlink()
    Kept(tmp_path / "digests").put(entry.parent.name, ".txt", content)

    found = process(tmp_path, later(path)).of(path)

    assert found == hashlib.sha256(b"a" * LARGE).hexdigest()


def test_a_store_that_cannot_be_written_to_costs_no_more_than_time(tmp_path: Path) -> None:
    path = make(tmp_path / "a.mp3")
    (tmp_path / "digests").write_bytes(b"a file where a folder should be")

    found = process(tmp_path, later(path)).of(path)

    assert found == hashlib.sha256(b"a" * LARGE).hexdigest()


def read_many(folder: Path, now: int) -> list[str]:
    ours = process(folder, now)
    return [ours.of(path) for path in sorted(folder.glob("*.mp3"))]


@pytest.mark.slow
def test_processes_at_once_share_one_store(tmp_path: Path) -> None:
    paths = [make(tmp_path / f"{number:02}.mp3", b"%d" % number * LARGE) for number in range(30)]
    true = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]

    with get_context("spawn").Pool(4) as pool:
        found = pool.starmap(read_many, [(tmp_path, later(paths[-1]))] * 8)

    assert found == [true] * 8
    names = [path.name for path in (tmp_path / "digests").rglob("*") if path.is_file()]
    assert len(names) == 30
