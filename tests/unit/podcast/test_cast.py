from __future__ import annotations

from pathlib import Path

import pytest

from plugins.frontmatter.document import read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.cast import find_cast
from plugins.podcast.model import Person
from tests.unit.builders import make_run, make_show, messages, write

HOST, EDITOR = ("Dave", "host"), ("An editor", "editor")
SHOW = make_show(
    hosts=(Person(name="Dave", role="host"),), credits=(Person(name="An editor", role="editor"),)
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", [HOST, EDITOR]),
        ("Hosts: A stand-in", [("A stand-in", "host"), EDITOR]),
        ("Guests: A guest", [HOST, ("A guest", "guest"), EDITOR]),
        ("Credits: A helper role=Researcher", [HOST, ("A helper", "researcher"), EDITOR]),
    ],
)
def test_an_item_repeats_whom_its_channel_names(
    tmp_path: Path, lines: str, expected: list[tuple[str, str]]
) -> None:
    run = make_run(tmp_path)
    path = write(run.content / "episodes" / "075.md", f"Title: One\nDate: 2026-02-05\n{lines}\n")
    document = read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)

    found = find_cast(document, SHOW, lambda name, role: Person(name=name, role=role), run)

    assert [(person.name, person.role) for person in found] == expected
    assert messages(run) == []
