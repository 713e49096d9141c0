"""Each pair in the corpus is a post as somebody typed it, and all that is read of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder

CORPUS = Path(__file__).parents[2] / "corpus" / "frontmatter"


def described(document: Document) -> dict[str, object]:
    """Say a document in JSON: dates in ISO, tuples as lists."""
    values = {
        key: value.isoformat() if isinstance(value, datetime) else value
        for key, value in document.values.items()
    }
    told = [str(problem) for problem in document.problems]
    found = {
        "values": values,
        "lines": document.lines,
        "body": document.body,
        "body_line": document.body_line,
        "problems": told,
    }
    return dict(json.loads(json.dumps(found)))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda path: path.stem)
def test_a_post_is_read_as_its_author_meant(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    document = read_document(path, Folder.POSTS, path.name, zone=UTC)

    assert described(document) == expected
