from __future__ import annotations

from pathlib import Path

import pytest

from plugins.shared.kept import Kept


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"picture")
        return made[-1]

    first, second = (kept.get("key", ".jpg", make) for _ in range(2))

    assert (first, made) == (second, [b"picture"])
    assert first.read_bytes() == b"picture"


def test_a_damaged_file_is_made_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    file = kept.get("key", ".jpg", lambda: b"picture")
    file.write_bytes(b"pic")

    assert kept.find("key", ".jpg") is None
    assert kept.get("key", ".jpg", lambda: b"picture").read_bytes() == b"picture"


def test_a_file_is_found_by_its_key_and_its_ending(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("key", ".jpg", b"picture")

    assert kept.find("other", ".jpg") is None
    assert kept.find("key", ".png") is None


@pytest.mark.parametrize("error", [OSError, ValueError, TypeError, KeyError])
def test_what_is_remembered_is_recalled_unless_it_cannot_be_read(
    tmp_path: Path, error: type[Exception]
) -> None:
    def load(content: bytes) -> int:
        if content != b"7":
            raise error
        return int(content)

    kept = Kept(tmp_path)
    kept.remember("good", ".txt", b"7")
    kept.remember("bad", ".txt", b"seven")

    assert kept.recall("good", ".txt", load) == 7
    assert kept.recall("bad", ".txt", load) is None
    assert kept.recall("gone", ".txt", load) is None


def test_a_folder_that_cannot_be_written_to_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = Kept(tmp_path / "file")

    kept.remember("key", ".txt", b"7")

    assert kept.recall("key", ".txt", int) is None
