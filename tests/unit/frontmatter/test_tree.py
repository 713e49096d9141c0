from __future__ import annotations

from pathlib import Path

import pytest

from plugins.frontmatter.tree import check_tree
from tests.unit.builders import write


def told(content: Path) -> list[str]:
    return [str(problem) for problem in check_tree(content, lambda path: path.name)]


@pytest.mark.parametrize("name", ["posts/a.rst", "pages/a.html", "episodes/x/a.TXT"])
def test_a_text_that_nothing_reads_is_warned_of(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, "Words")

    assert told(tmp_path) == [
        f"{path.name}: warning: a {path.suffix} file is not read: entries are Markdown. "
        "Rename it to .md, or move it out of the content folder."
    ]


def test_a_transcript_in_html_is_read(tmp_path: Path) -> None:
    write(tmp_path / "episodes" / "a.html", "<time>0:00</time><p>Words.</p>")

    assert told(tmp_path) == []


def test_a_text_with_an_ending_in_capitals_is_told(tmp_path: Path) -> None:
    write(tmp_path / "posts" / "a.MD", "Words")

    assert told(tmp_path) == ["a.MD: a file that ends in .MD is not read. Rename it to end in .md."]


@pytest.mark.parametrize(
    ("name", "todo"),
    [
        ("post/a.md", "Did you mean 'posts'?"),
        ("a.md", "Put it into one of: posts, episodes, pages, tags, series, people."),
    ],
)
def test_a_text_outside_the_known_folders_is_warned_of(
    tmp_path: Path, name: str, todo: str
) -> None:
    write(tmp_path / name, "Words")

    assert told(tmp_path) == [f"a.md: warning: nothing reads a text here. {todo}"]


@pytest.mark.parametrize(
    "name",
    ["posts/a.md", "images/licence.txt", "posts/.a.rst", ".git/a.txt", "posts/a.jpg", "x.txt"],
)
def test_other_files_are_nobodys_business(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, "Words")

    assert told(tmp_path) == []


def test_links_that_lead_out_are_told_folders_and_loops_too(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content / "posts" / "a.md", "Words")
    (content / "posts" / "b.md").symlink_to(content / "posts" / "a.md")
    (content / "out").symlink_to(tmp_path)

    assert told(content) == [
        f"out: the symbolic link leads out of the content folder, to {tmp_path}. "
        "Put the file itself here, or remove the link."
    ]


def test_a_loop_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    assert told(tmp_path) == [
        "loop: the symbolic link leads in a circle. Put the file itself here, or remove the link."
    ]
