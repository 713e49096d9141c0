from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from plugins.shared.images import measure_image
from plugins.shared.kept import Kept
from plugins.shared.pictures import variants
from plugins.shared.pictures.variants import Made, make_variants
from tests.unit.builders import moving, picture, placed, write
from tests.unit.profiles import DISPLAY_P3

UNREADABLE = "it cannot be read as a picture. Save it again as JPEG or PNG."


def make(source: Path, cache: str = "cache") -> tuple[Made, ...]:
    return make_variants(source, measure_image(source), Kept(source.parent / cache))


@pytest.mark.parametrize(
    ("width", "widths"),
    [(1600, [320, 640, 1280]), (1000, [320, 640, 1000]), (640, [320, 640]), (200, [200])],
)
def test_no_variant_is_wider_than_the_picture(
    tmp_path: Path, width: int, widths: list[int]
) -> None:
    made = make(write(tmp_path / "a.jpg", picture(width, 60)))

    assert [one.width for one in made if one.type == "image/avif"] == widths
    assert [one.width for one in made if one.type == "image/webp"] == widths
    assert [one.width for one in made if one.is_small] == ([640] if width > 640 else [])


@pytest.mark.parametrize(
    ("kind", "mode", "options", "small", "colours"),
    [
        ("JPEG", "RGB", {}, "image/jpeg", "RGB"),
        ("JPEG", "CMYK", {}, "image/jpeg", "RGB"),
        ("PNG", "RGBA", {}, "image/png", "RGBA"),
        ("PNG", "P", {"transparency": 60}, "image/png", "RGBA"),
        ("WEBP", "RGB", {}, "image/jpeg", "RGB"),
    ],
)
def test_every_browser_gets_a_file_of_the_type_it_is_told(
    tmp_path: Path, kind: str, mode: str, options: dict[str, Any], small: str, colours: str
) -> None:
    made = make(write(tmp_path / "a.bin", picture(800, 60, kind, mode=mode, **options)))

    assert [one.type for one in made] == ["image/avif"] * 3 + ["image/webp"] * 3 + [small]
    for one in made:
        with Pillow.open(one.file) as found:
            assert f"image/{(found.format or '').lower()}" == one.type
            assert (found.width, found.mode) == (one.width, colours)


def test_a_turned_picture_has_upright_variants_with_its_pixels_alone(tmp_path: Path) -> None:
    exif = placed()
    exif[0x0112] = 8
    source = write(tmp_path / "a.jpg", picture(1600, 800, exif=exif, icc_profile=DISPLAY_P3))

    for one in make(source):
        with Pillow.open(one.file) as found:
            assert found.height == one.width * 2
            assert dict(found.getexif()) == {}
            assert not {"icc_profile", "xmp", "comment"} & set(found.info)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.gif", moving("GIF", 900, 60)),
        ("a.webp", moving("WEBP", 900, 60)),
        ("a.svg", b"<svg/>"),
        ("a.png", picture(20, 17_000, "PNG", mode="L")),
    ],
)
def test_moving_drawn_and_endless_pictures_have_no_variants(
    tmp_path: Path, name: str, content: bytes
) -> None:
    assert make(write(tmp_path / name, content)) == ()


@pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
def test_a_picture_whose_pixels_are_lost_is_refused(tmp_path: Path, kind: str) -> None:
    whole = picture(1280, 960, kind)
    kept = whole[: len(whole) // 2] if kind == "JPEG" else whole[:-20] + bytes(20)
    source = write(tmp_path / "a.jpg", kept)

    with pytest.raises(ValueError, match="cannot be read") as caught:
        make(source)

    assert str(caught.value) == UNREADABLE


def test_variants_are_made_once_for_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "a.jpg", picture(700, 60))
    first = make(source)
    monkeypatch.setattr(variants, "encode", lambda *_: pytest.fail("made again"))

    assert make(write(tmp_path / "b.jpg", picture(700, 60))) == first


def test_any_number_of_processors_makes_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.png"
    Pillow.radial_gradient("L").resize((1400, 900)).convert("RGB").save(source)
    many = make(source, "many")

    monkeypatch.setattr(variants, "ThreadPoolExecutor", lambda: ThreadPoolExecutor(1))
    one = make(source, "one")

    assert [made.file.name for made in one] == [made.file.name for made in many]
