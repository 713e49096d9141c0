from __future__ import annotations

from pathlib import Path

import pytest

from tools.shared.errors import ContentError
from tools.shared.manifest import (
    FileFact,
    dump_manifest,
    find_foreign,
    parse_manifest,
    read_manifest,
    release_id,
    total_bytes,
)

HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def make_fact(path: str = "index.html", sha256: str = HELLO) -> FileFact:
    return FileFact(path=path, length_bytes=5, sha256=sha256)


def test_a_manifest_names_every_file_sorted_by_path(tmp_path: Path) -> None:
    for name in ("b/index.html", "a.html", "naïve $x/#1.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("hello")

    manifest = read_manifest(tmp_path)

    names = ("a.html", "b/index.html", "naïve $x/#1.html")
    assert manifest == tuple(make_fact(name) for name in names)
    assert total_bytes(manifest) == 15


def test_a_link_in_a_build_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "notes").symlink_to("/etc/passwd")

    with pytest.raises(ContentError) as caught:
        read_manifest(tmp_path)

    assert str(caught.value) == (
        "blog/notes: the build made something that is no plain file. "
        "Put a copy of the file into the content instead of a link."
    )


def test_a_manifest_reads_back_as_it_was() -> None:
    manifest = (make_fact('say "yes"'), make_fact("naïve\udcff"))

    assert parse_manifest(dump_manifest(manifest)) == manifest


def test_the_name_of_a_release_never_changes_for_the_same_files() -> None:
    assert release_id((make_fact(),)) == "66f50ad95519"


@pytest.mark.parametrize(
    "other",
    [
        (make_fact("other.html"),),
        (make_fact(sha256="0" * 64),),
        (make_fact(), make_fact("more.html")),
        (),
    ],
)
def test_other_files_give_another_name(other: tuple[FileFact, ...]) -> None:
    assert release_id(other) != release_id((make_fact(),))


def test_what_a_manifest_does_not_name_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("hello")
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "link").symlink_to("empty")

    assert find_foreign(tmp_path, (make_fact(),)) == ("link", "notes.txt")
