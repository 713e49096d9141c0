from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from plugins.shared.problems import SiteError
from plugins.theme.assets import Asset, find_assets, join_styles
from tests.unit.builders import write


def make_theme(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        write(folder / name, text)
    return folder


def test_styles_scripts_icons_and_fonts_are_found_and_nothing_else(tmp_path: Path) -> None:
    files = (
        "css/main.css css/part.css js/search.js js/notes.txt icons/favicon.ico icons/.hidden "
        "fonts/text.woff2 other/file.txt"
    )
    static = make_theme(tmp_path, dict.fromkeys(files.split(), ""))

    assert [asset.name for asset in find_assets(static)] == [
        "fonts/text.woff2",
        "icons/favicon.ico",
        "main.css",
        "search.js",
    ]


def test_a_theme_may_have_no_files(tmp_path: Path) -> None:
    assert find_assets(tmp_path) == ()


def test_a_published_name_holds_a_part_of_the_digest(tmp_path: Path) -> None:
    static = make_theme(tmp_path, {"js/search.js": "find();", "icons/favicon.ico": "icon"})
    script, icon = (hashlib.sha256(text).hexdigest()[:8] for text in (b"find();", b"icon"))

    assert find_assets(static) == (
        Asset(name="icons/favicon.ico", path=f"/assets/favicon-{icon}.ico", content=b"icon"),
        Asset(name="search.js", path=f"/assets/search-{script}.js", content=b"find();"),
    )


def test_a_style_sheet_gets_another_name_when_an_import_changes(tmp_path: Path) -> None:
    static = make_theme(
        tmp_path, {"css/main.css": "@import 'a.css';", "css/a.css": "p { margin: 0 }"}
    )
    (before,) = find_assets(static)

    write(static / "css" / "a.css", "p { margin: 1px }")
    (after,) = find_assets(static)

    assert before.name == after.name == "main.css"
    assert before.path != after.path


@pytest.mark.parametrize(
    ("main", "joined"),
    [
        ("@import 'a.css'; @import 'b.css';", ".a{color:red}.b{color:#00f}"),
        ("@import 'b.css'; @import 'a.css';", ".b{color:#00f}.a{color:red}"),
        (
            "@layer x, y; @import 'b.css' layer(y); @import 'a.css' layer(x);",
            "@layer x{.a{color:red}}@layer y{.b{color:#00f}}",
        ),
        ("@import 'deep/c.css'; .m { margin: 0 }", ".a{color:red}.c{color:#ff0}.m{margin:0}"),
        ("@import 'a.css' (width > 40em);", "@media (width>40em){.a{color:red}}"),
    ],
)
def test_imports_keep_their_order_and_their_layers(tmp_path: Path, main: str, joined: str) -> None:
    write(tmp_path / "a.css", ".a { color: red }")
    write(tmp_path / "b.css", ".b { color: blue }")
    write(tmp_path / "deep" / "c.css", "@import '../a.css'; .c { color: yellow }")

    assert join_styles(write(tmp_path / "main.css", main)).decode() == joined


@pytest.mark.parametrize(
    ("style", "joined"),
    [
        (".a { & :where(b) { color: red } }", ".a{& :where(b){color:red}}"),
        (".a { &:where(b) { color: red } }", ".a{&:where(b){color:red}}"),
        (".a { & > b { color: red } }", ".a{&>b{color:red}}"),
        (".a { .dark & { color: red } }", ".a{.dark &{color:red}}"),
        (
            ".a { color: red; @media (width > 40em) { color: #111 } }",
            ".a{color:red;@media (width>40em){color:#111}}",
        ),
        (
            ":root { --gap: calc(1rem + 2px); --empty: ; }",
            ":root{--gap:calc(1rem + 2px);--empty: }",
        ),
        ('.a::before { content: "  a  b" }', '.a:before{content:"  a  b"}'),
    ],
)
def test_a_style_keeps_its_meaning_in_fewer_bytes(tmp_path: Path, style: str, joined: str) -> None:
    assert join_styles(write(tmp_path / "main.css", style)).decode() == joined


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("@import 'gone.css';", f"{os.strerror(2)} (os error 2) at FOLDER/main.css:0:1"),
        (".a { & :where( }", "Unexpected end of input at FOLDER/main.css:0:17"),
    ],
)
def test_a_style_sheet_that_cannot_be_joined_is_named(
    tmp_path: Path, style: str, reason: str
) -> None:
    main = write(tmp_path / "main.css", style)

    with pytest.raises(SiteError) as caught:
        join_styles(main)

    assert str(caught.value).replace(str(tmp_path), "FOLDER") == (
        f"FOLDER/main.css: Bundling failed: {reason}. Correct the style sheet."
    )
