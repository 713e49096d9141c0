from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from tools.build import record
from tools.build import update as update_module
from tools.build.clean import clean_cache, clean_output
from tools.build.places import refuse_overlap
from tools.build.update import Changes, update_output
from tools.shared.errors import RefusedError
from tools.shared.manifest import read_manifest
from tools.shared.paths import ROOT


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the output goes; the records of builds are kept apart from it."""
    cache = tmp_path / ".cache"
    monkeypatch.setattr(record, "CACHE", cache)
    monkeypatch.setattr("tools.build.clean.CACHE", cache)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "output"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def read(folder: Path) -> dict[str, str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def update(output: Path, files: dict[str, str]) -> Changes:
    with tempfile.TemporaryDirectory(dir=output.parent) as place:
        write(Path(place), files)
        return update_output(Path(place), read_manifest(Path(place)), output)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"index.html": "a"}),
        ({"index.html": "a"}, {"index.html": "b"}),
        ({"old/page/index.html": "a"}, {"index.html": "b"}),
        ({"page": "a file"}, {"page/index.html": "now a folder"}),
        ({"page/index.html": "a folder"}, {"page": "now a file"}),
        ({"naïve $x #1/it's.html": "a"}, {"naïve $x #2/it's.html": "b"}),
    ],
)
def test_the_output_becomes_what_was_built(
    output: Path, before: dict[str, str], after: dict[str, str]
) -> None:
    update(output, before)
    update(output, after)

    assert read(output) == after
    assert not [path for path in output.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_a_file_that_did_not_change_keeps_its_time(output: Path) -> None:
    update(output, {"same.html": "a", "other.html": "a"})
    os.utime(output / "same.html", (1, 1))

    changes = update(output, {"same.html": "a", "other.html": "b"})

    assert changes == Changes(write=("other.html",), remove=())
    assert (output / "same.html").stat().st_mtime == 1


def test_what_a_killed_update_wrote_is_known_to_the_next(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_changes: Changes, _built: Path, output: Path) -> None:
        write(output, {"new.html": "a"})
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(update_module, "apply_changes", die)
        with pytest.raises(KeyboardInterrupt):
            update(output, {"new.html": "a"})
    update(output, {"other.html": "a"})

    assert read(output) == {"other.html": "a"}


def test_a_file_that_was_ours_once_may_be_theirs_later(output: Path) -> None:
    update(output, {"page.html": "a"})
    update(output, {"index.html": "a"})
    write(output, {"page.html": "theirs"})

    update(output, {"index.html": "a"})

    assert read(output) == {"index.html": "a", "page.html": "theirs"}


def test_files_of_others_stay(output: Path) -> None:
    update(output, {"old.html": "a", "page/index.html": "a"})
    write(output, {"notes.txt": "mine", "page/notes.txt": "mine"})

    update(output, {"index.html": "a"})

    assert read(output) == {"index.html": "a", "notes.txt": "mine", "page/notes.txt": "mine"}


@pytest.mark.parametrize(
    ("theirs", "ours", "named"),
    [
        ("index.html", "index.html", "index.html"),
        ("page", "page/index.html", "page"),
        ("page/notes.txt", "page", "page/notes.txt"),
    ],
)
def test_a_file_of_somebody_else_in_the_way_is_refused(
    output: Path, theirs: str, ours: str, named: str
) -> None:
    write(output, {theirs: "theirs"})

    with pytest.raises(RefusedError) as caught:
        update(output, {ours: "ours"})

    assert str(caught.value) == (
        f"output/{named}: this file was not written by a build. "
        "Move it out of output/, or choose another folder with OUTPUTDIR=…"
    )
    assert read(output) == {theirs: "theirs"}


def test_a_link_in_the_way_is_not_followed(output: Path, tmp_path: Path) -> None:
    write(tmp_path / "mine", {"index.html": "theirs"})
    output.mkdir()
    (output / "page").symlink_to(tmp_path / "mine")

    with pytest.raises(RefusedError, match=r"^output/page: this file was not written by a build\."):
        update(output, {"page/index.html": "ours"})

    assert read(tmp_path / "mine") == {"index.html": "theirs"}


def test_an_output_whose_record_is_lost_is_taken_over_where_it_is_the_same(output: Path) -> None:
    update(output, {"index.html": "a"})
    record.record_path(output).unlink()

    assert update(output, {"index.html": "a"}) == Changes(write=(), remove=())


def test_clean_removes_the_output_and_the_cache(output: Path, tmp_path: Path) -> None:
    update(output, {"index.html": "a", "page/index.html": "a"})
    write(tmp_path / ".cache", {"setup.log": "", "parsed/a": ""})

    lines = [*clean_output(output), *clean_cache(output)]

    assert lines == ["Removed    output/ (2 files)", "Removed    .cache"]
    assert read(tmp_path) == {}


def test_clean_leaves_what_others_put_into_the_output(output: Path) -> None:
    update(output, {"index.html": "a"})
    write(output, {"notes.txt": "mine"})

    lines = clean_output(output)

    assert lines == ["Removed    output/ (1 file)", "Left       1 file of yours, such as notes.txt"]
    assert read(output) == {"notes.txt": "mine"}


def test_clean_refuses_a_folder_that_no_build_wrote(output: Path) -> None:
    write(output, {"thesis.txt": "mine"})

    with pytest.raises(RefusedError) as caught:
        clean_output(output)

    assert str(caught.value) == (
        "output/: no build has written here, so nothing was removed. "
        "Remove the folder yourself if it may go."
    )
    assert read(output) == {"thesis.txt": "mine"}


def test_clean_keeps_what_is_known_of_other_outputs(output: Path) -> None:
    other = output.with_name("other")
    update(output, {"index.html": "a"})
    update(other, {"index.html": "a"})

    clean_output(output)
    clean_cache(output)

    assert record.read_record(output) is None
    assert record.read_record(other) == record.Record(folder=other, files=frozenset({"index.html"}))


@pytest.mark.parametrize("place", ["content/out", "content", ".", "theme/out"])
def test_a_site_is_not_written_into_or_around_what_it_is_made_from(
    monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(ROOT)

    with pytest.raises(RefusedError, match=r"the site cannot be written here, because of "):
        refuse_overlap(ROOT / place, ROOT / "content", "OUTPUTDIR")
