from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plugins.shared.files import (
    as_spelled,
    files_beside,
    is_file,
    is_inside,
    sha256_of,
    write_page,
    write_whole,
)


def test_a_path_is_inside_where_its_links_lead(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "out").symlink_to(tmp_path)
    (content / "home").symlink_to(content)

    assert is_inside(content / "a" / ".." / "b.md", content)
    assert is_inside(content / "home" / "b.md", content)
    assert not is_inside(content / ".." / "b.md", content)
    assert not is_inside(content / "out" / "b.md", content)


def test_a_name_that_begins_like_the_folder_is_not_inside(tmp_path: Path) -> None:
    assert not is_inside(tmp_path / "content-2" / "x", tmp_path / "content")


def test_a_loop_of_links_is_not_inside(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    assert not is_inside(tmp_path / "loop", tmp_path)


@pytest.mark.parametrize("name", ["a\0b", "a" * 300, "b/" * 3000])
def test_what_can_be_no_path_is_no_file(tmp_path: Path, name: str) -> None:
    assert not is_file(tmp_path / name)


@pytest.mark.parametrize("folder", ["\u00e9t\u00e9", "e\u0301te\u0301"])
@pytest.mark.parametrize("name", ["\u00e9cho.mp3", "e\u0301cho.mp3"])
@pytest.mark.parametrize("asked", ["\u00e9t\u00e9/\u00e9cho.mp3", "e\u0301te\u0301/e\u0301cho.mp3"])
def test_a_file_is_found_however_its_letters_are_spelled(
    tmp_path: Path, folder: str, name: str, asked: str
) -> None:
    path = tmp_path / folder / name
    path.parent.mkdir()
    path.write_bytes(b"x")

    assert as_spelled(tmp_path / asked) == path


def test_of_two_files_that_look_alike_each_is_found_by_its_own_name(tmp_path: Path) -> None:
    names = ["\u00e9cho.mp3", "e\u0301cho.mp3"]
    for name in names:
        (tmp_path / name).write_bytes(name.encode())

    assert [as_spelled(tmp_path / name).name for name in names] == names


@pytest.mark.parametrize("name", ["écho.mp3", "nowhere/écho.mp3", "é\0b", "é" * 300, "é/" * 3000])
def test_a_path_where_no_file_is_stays_as_it_was_typed(tmp_path: Path, name: str) -> None:
    assert as_spelled(tmp_path / name) == tmp_path / name


def test_files_beside_a_source_have_its_stem_and_come_in_order(tmp_path: Path) -> None:
    for name in ("a.es.json", "a.es.vtt", "a.vtt", "b.vtt"):
        (tmp_path / name).write_bytes(b"x")

    found = files_beside(tmp_path / "a.es.md", (".vtt", ".srt", ".json"))

    assert [path.name for path in found] == ["a.es.vtt", "a.es.json"]


def test_a_digest_follows_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"one")
    first = sha256_of(path)
    path.write_bytes(b"three")

    assert first == hashlib.sha256(b"one").hexdigest()
    assert sha256_of(path) == hashlib.sha256(b"three").hexdigest()


def test_a_file_is_written_whole_with_its_folders_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "x.xml"
    write_whole(path, b"old")
    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o644
    assert [p.name for p in path.parent.iterdir()] == ["x.xml"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.mkdir()

    with pytest.raises(OSError, match="x"):
        write_whole(path, b"new")

    assert [p.name for p in tmp_path.iterdir()] == ["x"]


def test_a_page_is_written_where_its_address_leads(tmp_path: Path) -> None:
    write_page(str(tmp_path), "/tags/a/feed.xml", b"new")

    assert (tmp_path / "tags" / "a" / "feed.xml").read_bytes() == b"new"
