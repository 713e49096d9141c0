from __future__ import annotations

from pathlib import Path

import pytest

from tools.shared.paths import show, show_folder, user_path


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/users/dave")
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("public", "{here}/public"),
        ("public/", "{here}/public"),
        ("./a/../public", "{here}/public"),
        ("..", "{above}"),
        (".", "{here}"),
        ("/srv/www", "/srv/www"),
        ("~/www", "/users/dave/www"),
        ("~", "/users/dave"),
        ("~dave/www", "{here}/~dave/www"),
        ("a~b $HOME 'c' #d", "{here}/a~b $HOME 'c' #d"),
    ],
)
def test_a_path_is_what_its_user_means(tmp_path: Path, typed: str, meant: str) -> None:
    here = tmp_path.resolve() / "site"

    assert str(user_path(typed)) == meant.format(here=here, above=here.parent)


def test_a_path_that_is_a_link_stays_the_link(tmp_path: Path) -> None:
    (tmp_path / "site" / "public").symlink_to("public.releases/1")

    assert user_path("public").is_symlink()


def test_a_path_below_its_user_is_shown_short(tmp_path: Path) -> None:
    shown = [show(tmp_path / "site" / "public"), show(tmp_path), show_folder(Path("/srv/www"))]

    assert shown == ["public", str(tmp_path), "/srv/www/"]
