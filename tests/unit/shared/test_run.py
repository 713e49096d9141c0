from __future__ import annotations

from pathlib import Path

import pytest

from plugins.shared.site import Site
from tests.unit.builders import make_run, make_site, picture, write


def test_a_source_is_named_as_an_author_would_type_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert run.where(tmp_path / "content" / "posts" / "a.md") == "content/posts/a.md"
    assert run.where(Path("/elsewhere/a.md")) == "/elsewhere/a.md"


@pytest.mark.parametrize(
    ("site", "link"),
    [
        (make_site(), "/media/{}"),
        (make_site(address="https://example.org/sub"), "/sub/media/{}"),
        (make_site(media_address="https://cdn.example.org"), "https://cdn.example.org/media/{}"),
    ],
)
def test_a_picture_is_known_by_its_link(tmp_path: Path, site: Site, link: str) -> None:
    run = make_run(tmp_path, site=site)
    image = run.media.add_image(write(tmp_path / "desk.jpg", picture(80, 60)), "")

    assert run.image_at(link.format(image.path.removeprefix("/media/"))) == image
    assert run.image_at("/media/other.jpg") is None


def test_the_renderer_is_made_when_all_plugins_have_added_their_parts(tmp_path: Path) -> None:
    settings: dict[str, list[str]] = {"extensions": []}
    run = make_run(tmp_path, markdown=settings)

    settings["extensions"].append("markdown.extensions.toc")

    assert run.render("# One").html == '<h1 id="one">One</h1>'
