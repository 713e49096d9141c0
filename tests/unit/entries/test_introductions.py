from __future__ import annotations

from pathlib import Path

from plugins.entries.introductions import read_introductions
from plugins.frontmatter.keys import Folder
from tests.unit.builders import make_run, messages, write


def test_an_introduction_has_the_words_of_its_author(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    text = "Title: Dave\nRole: Host\nAliases: David\n\nHe **calls**.\n"
    write(run.content / "people" / "dave.md", text)

    (found,) = read_introductions(Folder.PEOPLE, run)

    assert (found.slug, found.title, found.role, found.aliases) == (
        "dave", "Dave", "host", ("David",),
    )  # fmt: skip
    assert (found.html, found.summary) == ("<p>He <strong>calls</strong>.</p>", "He calls.")


def test_introductions_stand_in_the_order_of_their_files(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    for name in ("b.md", "a.md", ".hidden.md", "c.txt"):
        write(run.content / "tags" / name, "Title: One\n")

    assert [item.slug for item in read_introductions(Folder.TAGS, run)] == ["a", "b"]


def test_a_faulty_introduction_is_told_and_left_out(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    write(run.content / "tags" / "a.md", "Titel: One\n")

    assert read_introductions(Folder.TAGS, run) == ()
    assert messages(run) == [
        "tags/a.md:1: tags have no key 'Titel'. Did you mean 'Title'?",
        "tags/a.md:1: there is no Title. Add a line 'Title: …' at the top.",
    ]


def test_two_introductions_cannot_have_one_slug(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    write(run.content / "people" / "a.md", "Title: Dave\nSlug: dave\n")
    write(run.content / "people" / "dave.md", "Title: David\n")

    found = read_introductions(Folder.PEOPLE, run)

    assert [item.title for item in found] == ["Dave"]
    assert messages(run) == [
        "people/dave.md: its slug 'dave' is already that of people/a.md. "
        "Give one of them another 'Slug:'."
    ]
