from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.frontmatter.named import check_named, find_named, named_file
from plugins.shared.run import Run
from tests.unit.builders import make_run, messages, write


def make_document(run: Run) -> Document:
    text = "Title: One\nDate: 2026-02-05\nImage: x\n"
    path = write(run.content / "posts" / "echo.md", text)
    return read_document(path, Folder.POSTS, run.where(path), zone=run.zone)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("desk.jpg", "content/posts/desk.jpg"),
        ("/images/desk.jpg", "content/images/desk.jpg"),
        ("{static}/images/desk.jpg", "content/images/desk.jpg"),
        ("{attach}desk.jpg", "content/posts/desk.jpg"),
        ("../images/desk.jpg", "content/posts/../images/desk.jpg"),
    ],
)
def test_a_path_starts_at_its_file_or_at_the_content_folder(
    tmp_path: Path, given: str, expected: str
) -> None:
    run = make_run(tmp_path)

    assert named_file(given, make_document(run), run.content) == tmp_path / expected


@pytest.mark.parametrize(
    ("given", "rule", "message"),
    [
        ("gone.jpg", "file-there", "there is no file 'gone.jpg'. Correct the path."),
        (
            "../../x.jpg",
            "file-inside",
            "'../../x.jpg' leads out of the content folder. Put the file inside.",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_with_its_line_and_rule(
    tmp_path: Path, given: str, rule: str, message: str
) -> None:
    run = make_run(tmp_path)
    document = make_document(run)

    assert find_named(given, "image", document, run) is None
    assert messages(run) == [f"posts/echo.md:3: Image: {message}"]
    assert [problem.rule for problem in run.problems] == [rule]
    with pytest.raises(ValueError, match=re.escape(message)):
        check_named(named_file(given, document, run.content), given, run.content)
