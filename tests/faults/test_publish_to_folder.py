from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.tiny_site import make_build, make_request, publish_files, read_files
from tools.build.facts import Ledger
from tools.build.request import Request
from tools.build.site import Site
from tools.publish.flow import publish
from tools.publish.folder import FolderTarget
from tools.shared.errors import ContentError

FILES = {"index.html": "<p>Hello</p>", "blog/naïve $x #1/index.html": "a"}


def test_the_target_becomes_a_relative_link_to_a_release(tmp_path: Path) -> None:
    published = publish_files(tmp_path, FILES)

    assert (tmp_path / "public").readlink() == Path("public.releases") / published.name
    assert read_files(tmp_path / "public") == FILES


def test_the_same_content_gives_the_same_release(tmp_path: Path) -> None:
    first = publish_files(tmp_path, FILES)
    second = publish_files(tmp_path, dict(reversed(FILES.items())))

    assert second.name == first.name
    assert (first.is_new, second.is_new) == (True, False)


def test_a_failed_build_leaves_the_published_site_and_nothing_else(tmp_path: Path) -> None:
    publish_files(tmp_path, FILES)
    before = read_files(tmp_path)

    with pytest.raises(ContentError):
        publish(make_request(tmp_path), folder_target(tmp_path), fail, lambda _step: None)

    assert read_files(tmp_path) == before


def test_a_failed_first_build_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        publish(make_request(tmp_path), folder_target(tmp_path), fail, lambda _step: None)

    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_a_build_that_makes_nothing_is_not_published(tmp_path: Path) -> None:
    publish_files(tmp_path, FILES)

    with pytest.raises(ContentError, match=r"^The build made no file at all, so nothing was pub"):
        publish_files(tmp_path, {})

    assert read_files(tmp_path / "public") == FILES


def test_the_three_releases_published_last_are_kept(tmp_path: Path) -> None:
    names = [publish_files(tmp_path, {"index.html": text}).name for text in "abcda"]

    kept = {path.name for path in (tmp_path / "public.releases").iterdir() if path.is_dir()}
    assert kept == set(names[2:])


def test_an_old_release_with_a_file_of_somebody_else_is_not_removed(tmp_path: Path) -> None:
    first = publish_files(tmp_path, {"index.html": "a"}).name
    note = tmp_path / "public.releases" / first / "note.txt"
    publish_files(tmp_path, {"index.html": "b"})
    note.write_text("theirs")

    for text in "cdef":
        publish_files(tmp_path, {"index.html": text})

    assert note.read_text() == "theirs"


def test_publishing_again_mends_what_somebody_changed_in_the_live_site(tmp_path: Path) -> None:
    publish_files(tmp_path, FILES)
    (tmp_path / "public" / "index.html").write_text("changed by hand")

    publish_files(tmp_path, FILES)

    assert read_files(tmp_path / "public") == FILES


def test_a_link_whose_release_was_removed_by_hand_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to("public.releases/0123456789ab")

    publish_files(tmp_path, FILES)

    assert read_files(tmp_path / "public") == FILES


def test_the_ledger_is_written_and_named_only_when_its_text_changes(tmp_path: Path) -> None:
    ledger = Ledger(path=tmp_path / "content" / "ledger.json", text="{}\n")

    published = [publish_files(tmp_path, FILES, ledger).ledger for _ in range(2)]

    assert published == [ledger.path, None]
    assert ledger.path.read_text() == "{}\n"


def test_no_ledger_is_written_where_none_is_wanted(tmp_path: Path) -> None:
    ledger = Ledger(path=tmp_path / "content" / "ledger.json", text="{}\n")
    build = make_build(FILES, ledger)

    publish(make_request(tmp_path, ledger=False), folder_target(tmp_path), build, lambda _: None)

    assert not ledger.path.exists()


def test_a_ledger_that_is_a_link_stays_one(tmp_path: Path) -> None:
    ledger = Ledger(path=tmp_path / "ledger.json", text="{}\n")
    ledger.path.symlink_to("kept.json")

    publish_files(tmp_path, FILES, ledger)

    assert ledger.path.is_symlink()
    assert (tmp_path / "kept.json").read_text() == "{}\n"


def folder_target(tmp_path: Path) -> FolderTarget:
    return FolderTarget(str(tmp_path / "public"))


def fail(_request: Request, place: Path) -> Site:
    (place / "half.html").write_text("half")
    raise ContentError("content/posts/a.md: the title is empty.")
