from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.faults.kill import is_killed_at
from tests.faults.tiny_site import publish_files, read_files
from tools.build.facts import Ledger
from tools.publish.releases import is_release_name

OLD = {"index.html": "old", "feed.xml": "old", "blog/a/index.html": "a"}
NEW = {"index.html": "new", "feed.xml": "new", "blog/b/index.html": "b"}


def start_with_nothing(_tmp_path: Path) -> None:
    pass


def start_with_more_releases_than_are_kept(tmp_path: Path) -> None:
    for number in range(3):
        publish_files(tmp_path, OLD | {"page.html": str(number)})
    publish_files(tmp_path, OLD, ledger(tmp_path, "old"))


def start_with_the_new_release_damaged(tmp_path: Path) -> None:
    publish_files(tmp_path, NEW)
    (tmp_path / "public" / "index.html").write_text(NEW["index.html"])
    (tmp_path / "public" / "feed.xml").unlink()
    publish_files(tmp_path, OLD, ledger(tmp_path, "old"))


STARTS = [
    start_with_nothing,
    start_with_more_releases_than_are_kept,
    pytest.param(start_with_the_new_release_damaged, marks=pytest.mark.slow),
]


def ledger(tmp_path: Path, text: str) -> Ledger:
    return Ledger(path=tmp_path / "content" / "ledger.json", text=text)


@pytest.fixture(scope="module", params=STARTS)
def killed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Path]]:
    """Give one folder for each change that a publish makes, killed just before it."""
    start = tmp_path_factory.mktemp("start")
    folders: list[Path] = []
    with pytest.MonkeyPatch.context() as patch:
        # Waiting for the disk some hundred times would prove nothing here.
        patch.setattr("tools.publish.releases.sync_tree", lambda _folder: None)
        patch.setattr("os.fsync", lambda _handle: None)
        request.param(start)
        for step in count(1):
            folder = tmp_path_factory.mktemp("killed")
            shutil.copytree(start, folder, symlinks=True, dirs_exist_ok=True)
            if not is_killed_at(step, partial(publish_new, folder)):
                break
            folders.append(folder)
        yield folders


def publish_new(folder: Path) -> None:
    publish_files(folder, NEW, ledger(folder, "new"))


def test_wherever_a_publisher_is_killed_the_live_site_is_whole(killed: list[Path]) -> None:
    first, *_ = killed
    before = read_files(first / "public")

    assert len(killed) > 20
    assert before in ({}, OLD)
    assert all(read_files(folder / "public") in (before, NEW) for folder in killed)


def test_a_killed_publish_is_completed_by_running_it_again(killed: list[Path]) -> None:
    for folder in killed:
        publish_new(folder)

        releases = sorted(path.name for path in (folder / "public.releases").iterdir())
        assert read_files(folder / "public") == NEW
        assert read_files(folder / "content") == {"ledger.json": "new"}
        assert all(is_release_name(name.partition(".")[0]) for name in releases)
        # Each of three releases has its manifest, its ledger and its moves beside it.
        assert len(releases) <= 4 * 3
