from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plugins.shared.problems import SiteError
from plugins.theme.assets import find_assets, join_styles
from tests.unit.builders import write


def test_imported_styles_are_joined_in_the_order_of_their_layers(tmp_path: Path) -> None:
    write(tmp_path / "base" / "a.css", "a { color: red; }")
    write(tmp_path / "b.css", "b { color: #123456; }")
    imports = '@import url("base/a.css") layer(two);\n@import url("b.css") layer(one);\n'
    main = write(tmp_path / "main.css", "@layer one, two;\n" + imports)

    joined = join_styles(main)

    assert joined.startswith((b"@layer one,two;", b"@layer one{"))
    assert b"@layer two{a{color:red}}" in joined
    assert b"@layer one{b{color:#123456}}" in joined


def test_an_import_of_nothing_is_told(tmp_path: Path) -> None:
    main = write(tmp_path / "main.css", '@import url("gone.css");')

    with pytest.raises(SiteError) as caught:
        join_styles(main)

    assert str(caught.value).startswith(f"{main}: ")
    assert str(caught.value).endswith(". Correct the style sheet.")


def test_every_file_of_the_theme_has_a_name_with_its_digest(tmp_path: Path) -> None:
    files = ("css/main.css", "css/part.css", "js/player.js", "js/x.txt", "icons/a.svg", "icons/.b")
    for name in files:
        write(tmp_path / name, f"/**/{name[-4:]}{{}}")

    found = {asset.name: asset for asset in find_assets(tmp_path)}

    assert list(found) == ["icons/a.svg", "main.css", "player.js"]
    script = found["player.js"]
    digest = hashlib.sha256(script.content).hexdigest()[:8]
    assert script.path == f"/assets/player-{digest}.js"


def test_a_theme_without_files_has_no_assets(tmp_path: Path) -> None:
    assert find_assets(tmp_path) == ()
