from __future__ import annotations

from pathlib import Path

import pytest

from plugins.frontmatter.keys import Folder
from plugins.frontmatter.reading import read, status_of
from plugins.shared.run import Run
from tests.unit.builders import make_run, messages, write

DUE, LATER = "2026-05-31", "2026-06-02"


def make_source(run: Run, text: str) -> Path:
    return write(run.content / "posts" / "echo.md", text)


@pytest.mark.parametrize(
    ("status", "date", "is_preview", "is_left_out"),
    [
        ("published", DUE, False, False),
        ("published", LATER, False, True),
        ("published", LATER, True, False),
        ("draft", DUE, False, True),
        ("draft", DUE, True, False),
        ("hidden", DUE, False, False),
        ("skip", DUE, False, True),
        ("skip", DUE, True, True),
    ],
)
def test_a_build_leaves_out_what_is_not_due(
    tmp_path: Path, status: str, date: str, *, is_preview: bool, is_left_out: bool
) -> None:
    run = make_run(tmp_path, is_preview=is_preview)
    path = make_source(run, f"Title: One\nDate: {date}\nStatus: {status}\n")

    read(path, Folder.POSTS, run)

    assert (path in run.unpublished) is is_left_out
    assert (path in run.scheduled) is (is_left_out and date == LATER)


@pytest.mark.parametrize(
    ("status", "date", "expected"),
    [
        ("published", DUE, "published"),
        ("hidden", DUE, "hidden"),
        ("hidden", LATER, "draft"),
        ("published", LATER, "draft"),
    ],
)
def test_in_a_preview_what_is_scheduled_looks_like_a_draft(
    tmp_path: Path, status: str, date: str, expected: str
) -> None:
    run = make_run(tmp_path, is_preview=True)
    path = make_source(run, f"Title: One\nDate: {date}\nStatus: {status}\n")

    assert status_of(read(path, Folder.POSTS, run), run) == expected


def test_a_faulty_document_is_told_and_remembered(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    path = make_source(run, "Title:\nDate: 2026-01-01\n")

    read(path, Folder.POSTS, run)

    assert run.failed == {path}
    assert messages(run) == [
        "posts/echo.md:1: Title: it is empty. Write some words after the colon."
    ]


def test_a_faulty_draft_is_neither_told_nor_failed(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    read(make_source(run, "Title:\nStatus: draft\nPart: x\n"), Folder.POSTS, run)

    assert run.failed == set()
    assert messages(run) == []
