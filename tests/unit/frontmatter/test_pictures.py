from __future__ import annotations

from pathlib import Path

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.frontmatter.pictures import find_image
from plugins.shared.run import Run
from tests.unit.builders import SPELLINGS, Spell, make_run, messages, picture, write


def make_document(run: Run, image: str = "") -> Document:
    text = f"Title: One\nDate: 2026-02-05\nImage: {image}\nImageAlt: A desk\n"
    path = write(run.content / "posts" / "echo.md", text)
    return read_document(path, Folder.POSTS, run.where(path), zone=run.zone)


def test_a_picture_with_the_same_stem_needs_no_line(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    write(run.content / "posts" / "echo.png", picture(80, 60, "PNG"))

    image = find_image(make_document(run), run)

    assert image
    assert (image.type, image.alt) == ("image/png", "A desk")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("gone.jpg", "posts/echo.md:3: Image: there is no file 'gone.jpg'. Correct the path."),
        (
            "../../x.jpg",
            "posts/echo.md:3: Image: '../../x.jpg' leads out of the content folder. "
            "Put the file inside.",
        ),
        (
            "data:" + "A" * 300,
            f"posts/echo.md:3: Image: there is no file 'data:{'A' * 300}'. Correct the path.",
        ),
        (
            "echo.md",
            "posts/echo.md:3: Image: echo.md: it cannot be read as a picture. "
            "Save it again as JPEG or PNG.",
        ),
    ],
)
def test_a_picture_that_is_none_is_told_with_its_line(
    tmp_path: Path, given: str, message: str
) -> None:
    run = make_run(tmp_path)

    assert find_image(make_document(run, given), run) is None
    assert messages(run) == [message]


@pytest.mark.parametrize("line", ["", "Image: écho.png", "Image: {static}/posts/écho.png"])
@pytest.mark.parametrize(("spell", "other"), SPELLINGS)
def test_a_picture_is_found_however_its_letters_are_spelled(
    tmp_path: Path, spell: Spell, other: Spell, line: str
) -> None:
    run = make_run(tmp_path)
    text = f"Title: One\nDate: 2026-02-05\n{spell(line)}\n"
    path = write(run.content / "posts" / spell("écho.md"), text)
    write(path.with_name(other("écho.png")), picture(80, 60, "PNG"))

    found = find_image(read_document(path, Folder.POSTS, run.where(path), zone=run.zone), run)

    assert messages(run) == []
    assert found
    assert found.path.startswith("/media/echo-")
