from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.builders import make_run


def test_a_source_is_named_as_an_author_would_type_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert run.where(tmp_path / "content" / "posts" / "a.md") == "content/posts/a.md"
    assert run.where(Path("/elsewhere/a.md")) == "/elsewhere/a.md"


def test_the_renderer_is_made_when_all_plugins_have_added_their_parts(tmp_path: Path) -> None:
    settings: dict[str, list[str]] = {"extensions": []}
    run = make_run(tmp_path, markdown=settings)

    settings["extensions"].append("markdown.extensions.toc")

    assert run.render("# One").html == '<h1 id="one">One</h1>'
