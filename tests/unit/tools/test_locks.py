from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tools.shared.errors import ToolError
from tools.shared.locks import locked


def test_a_taken_lock_is_an_error_where_nobody_waits(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "lock", "busy: one is at work."),
        pytest.raises(ToolError, match=r"^busy: one is at work\.$"),
        locked(tmp_path / "lock", "busy: one is at work."),
    ):
        pass


def test_a_lock_leaves_no_empty_folder(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"):
        pass

    assert not (tmp_path / "lock").exists()


def test_a_lock_leaves_a_folder_that_is_used(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"):
        (tmp_path / "lock" / "file").touch()

    assert (tmp_path / "lock" / "file").exists()


def test_those_who_wait_take_turns_though_each_removes_the_folder(tmp_path: Path) -> None:
    inside: list[int] = []
    together: list[int] = []

    def work() -> None:
        for _ in range(20):
            with locked(tmp_path / "lock"):
                inside.append(1)
                together.append(len(inside) if (tmp_path / "lock").is_dir() else 0)
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert together == [1] * 80
