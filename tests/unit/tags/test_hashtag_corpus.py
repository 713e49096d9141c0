"""Each pair in the corpus shows one place where hashtags are, or are not, found."""

import json
from pathlib import Path

import pytest
from markdown import Markdown

from plugins.tags.hashtags import HashtagExtension

CORPUS = Path(__file__).parents[2] / "corpus" / "hashtags"
EXTENSIONS = ("extra", "toc", "smarty", "admonition", "sane_lists", "codehilite")


@pytest.mark.parametrize("text", sorted(CORPUS.glob("*.md")), ids=lambda path: path.stem)
def test_a_text_gives_its_hashtags_and_links(text: Path) -> None:
    expected = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
    markdown = Markdown(extensions=[*EXTENSIONS, HashtagExtension()])

    html = markdown.convert(text.read_text(encoding="utf-8"))

    assert getattr(markdown, "hashtags", None) == expected["hashtags"]
    assert [part for part in expected["has"] if part not in html] == []
    assert [part for part in expected["lacks"] if part in html] == []
