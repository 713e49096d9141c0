from __future__ import annotations

from pathlib import Path

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from tests.unit.builders import DATE, write

UTC = DATE.tzinfo


def read(
    folder: Path, text: str | bytes, name: str = "a.md", kind: Folder = Folder.POSTS
) -> Document:
    assert UTC
    return read_document(write(folder / name, text), kind, "x.md", zone=UTC)


def told(document: Document) -> list[str]:
    return [str(problem) for problem in document.problems]


def test_a_document_has_its_values_its_body_and_their_lines(tmp_path: Path) -> None:
    document = read(tmp_path, "Title: One\nDate: 2026-02-05\nPart: 7\n\nHello.\n\n[x](y.md)\n")

    assert (document.title, document.number("part"), document.slug) == ("One", 7, "a")
    assert document.body == "\nHello.\n\n[x](y.md)\n"
    assert document.line_of("y.md") == 7
    assert document.line_of("z.md") is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Title: One\n\nCaf\xe9\n", "x.md:3: byte 0xe9 is not UTF-8. "
         "Save the file with the encoding UTF-8."),
        (b"Title: One\nDate: 2026-02-05\n\n\x0c", "x.md:4: it holds the control character "
         "U+000C. Delete it."),
        (b"Title: One\x00\n", "x.md:1: it holds the control character U+0000. Delete it."),
    ],
)  # fmt: skip
def test_bytes_that_are_no_text_are_told_with_their_line(
    tmp_path: Path, content: bytes, message: str
) -> None:
    assert told(read(tmp_path, content)) == [message]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert UTC
    document = read_document(tmp_path / "gone.md", Folder.POSTS, "gone.md", zone=UTC)

    assert told(document) == [
        "gone.md: it cannot be read (No such file or directory). Look at its permissions."
    ]


def test_the_mark_of_an_editor_at_the_beginning_is_no_text(tmp_path: Path) -> None:
    document = read(tmp_path, b"\xef\xbb\xbfTitle: One\nDate: 2026-02-05\n")

    assert (document.title, document.problems) == ("One", ())


@pytest.mark.parametrize(
    ("name", "slug", "date"),
    [
        ("2026-02-05-echo.md", "echo", "2026-02-05"),
        ("2026-02-05_echo.md", "echo", "2026-02-05"),
        ("2026-02-05.md", "2026-02-05", "2026-02-05"),
    ],
)
def test_the_name_of_a_post_may_say_its_date(
    tmp_path: Path, name: str, slug: str, date: str
) -> None:
    document = read(tmp_path, "Title: One\n", name)

    assert (document.slug, document.problems) == (slug, ())
    assert document.date
    assert document.date.date().isoformat() == date


def test_a_date_in_front_matter_wins_over_that_of_the_name(tmp_path: Path) -> None:
    document = read(tmp_path, "Title: One\nDate: 2026-03-01\n", "2026-02-05-echo.md")

    assert document.date
    assert document.date.day == 1


@pytest.mark.parametrize(
    ("name", "text", "kind", "messages"),
    [
        ("a.md", "Title: One\n", Folder.POSTS,
         ["x.md:1: there is no Date. Add a line 'Date: 2026-02-05 07:30'."]),
        ("2026-13-45-a.md", "Title: One\n", Folder.POSTS,
         ["x.md:1: there is no Date. Add a line 'Date: 2026-02-05 07:30'."]),
        ("2026-02-05-a.md", "Title: One\n", Folder.EPISODES,
         ["x.md:1: there is no Date. Add a line 'Date: 2026-02-05 07:30'."]),
        ("a.md", "Title: One\nDate:\n", Folder.POSTS,
         ["x.md:2: there is no Date. Add a line 'Date: 2026-02-05 07:30'."]),
        ("a.md", "Title: One\nDate: x\n", Folder.POSTS,
         ["x.md:2: Date: 'x' is not a date. Write it as 2026-02-05 07:30."]),
        ("a.md", "Title: One\n", Folder.PAGES, []),
        ("🎉.md", "Title: One\n", Folder.PAGES,
         ["x.md: no address can be made from the file's name. Add a line 'Slug: …'."]),
        ("🎉.md", "Title: One\nSlug: party\n", Folder.PAGES, []),
        ("a.md", "Title: One\nUrl: b/\n", Folder.PAGES,
         ["x.md:2: there is 'Url' without 'Save_as'. Write both: the address, and the file that "
          "is found there."]),
        ("a.md", "Title: One\nSave_as: b/x.html\n", Folder.PAGES,
         ["x.md:2: there is 'Save_as' without 'Url'. Write both: the address, and the file that "
          "is found there."]),
        ("a.md", "Title: One\nUrl: b/\nSave_as: b/index.html\n", Folder.PAGES, []),
    ],
)  # fmt: skip
def test_what_a_whole_document_lacks_is_told_once(
    tmp_path: Path, name: str, text: str, kind: Folder, messages: list[str]
) -> None:
    assert told(read(tmp_path, text, name, kind)) == messages
