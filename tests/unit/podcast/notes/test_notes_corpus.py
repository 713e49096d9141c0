from __future__ import annotations

from pathlib import Path

import pytest

from pelicanconf import MARKDOWN
from plugins.podcast.notes.write import write_notes
from plugins.shared.markdown import Renderer
from tests.unit.builders import make_episode, make_site

CORPUS = Path(__file__).parents[3] / "corpus" / "notes"
SOURCES = sorted(path for path in CORPUS.iterdir() if path.suffix != ".txt")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_notes_become_what_is_expected(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    html = text if source.suffix == ".html" else Renderer(MARKDOWN).render(text).html

    found = write_notes(html, make_episode(), make_site())

    expected = source.with_name(f"{source.name}.txt").read_text(encoding="utf-8")
    assert f"{found.description}\n\n{found.content}\n" == expected
