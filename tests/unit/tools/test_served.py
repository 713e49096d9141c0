from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.tiny_site import publish_files
from tools.publish.folder import FolderTarget

FILES = {"index.html": "home", "podcast/feed.xml": "feed"}


def target(tmp_path: Path) -> FolderTarget:
    return FolderTarget(str(tmp_path / "public"))


def test_a_target_gives_back_what_the_world_sees(tmp_path: Path) -> None:
    publish_files(tmp_path, {"index.html": "older"})
    publish_files(tmp_path, FILES)

    assert target(tmp_path).served("podcast/feed.xml") == b"feed"
    assert [fact.path for fact in target(tmp_path).served_manifest()] == list(FILES)


def test_a_target_without_a_site_serves_nothing(tmp_path: Path) -> None:
    assert target(tmp_path).served("index.html") is None
    assert target(tmp_path).served_manifest() == ()


def test_a_link_whose_release_was_removed_by_hand_serves_nothing(tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to("public.releases/0123456789ab")

    assert target(tmp_path).served("index.html") is None
    assert target(tmp_path).served_manifest() == ()


@pytest.mark.parametrize(
    "path", ["none.html", "podcast", "", "../secret", "/etc/passwd", "x" * 999]
)
def test_only_files_of_the_site_are_given(tmp_path: Path, path: str) -> None:
    publish_files(tmp_path, FILES)
    (tmp_path / "public.releases" / "secret").write_text("theirs")

    assert target(tmp_path).served(path) is None
