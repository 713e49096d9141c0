from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from plugins.shared.pictures.colours import flatten, is_like_srgb, open_upright
from tests.unit.builders import picture, placed, write
from tests.unit.profiles import ADOBE_RGB, DISPLAY_P3, SRGB, make_profile

SRGB_WITH_ANOTHER_CURVE = make_profile(
    (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
)


@pytest.mark.parametrize(
    ("kind", "mode", "options", "expected", "pixel"),
    [
        ("JPEG", "RGB", {}, "RGB", (60, 60, 60)),
        ("JPEG", "L", {}, "RGB", (60, 60, 60)),
        ("JPEG", "CMYK", {}, "RGB", (149, 149, 149)),
        ("PNG", "1", {}, "RGB", (255, 255, 255)),
        ("PNG", "P", {}, "RGB", (60, 60, 60)),
        ("PNG", "P", {"transparency": 60}, "RGBA", (60, 60, 60, 0)),
        ("PNG", "RGB", {"transparency": (60, 60, 60)}, "RGBA", (60, 60, 60, 0)),
        ("PNG", "LA", {}, "RGBA", (60, 60, 60, 60)),
        ("PNG", "RGBA", {}, "RGBA", (60, 60, 60, 60)),
    ],
)
def test_every_kind_of_colours_becomes_rgb_and_keeps_what_can_be_seen_through(
    tmp_path: Path, kind: str, mode: str, options: dict[str, Any], expected: str,
    pixel: tuple[int, ...],
) -> None:  # fmt: skip
    source = write(tmp_path / "a.bin", picture(8, 6, kind, mode=mode, **options))

    found = open_upright(source)

    assert (found.mode, found.getpixel((0, 0))) == (expected, pixel)


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    Pillow.new("I;16", (8, 6), 0x8000).save(source)

    assert open_upright(source).getpixel((0, 0)) == (128, 128, 128)


@pytest.mark.parametrize(("profile", "red"), [(DISPLAY_P3, 223), (ADOBE_RGB, 234), (SRGB, 200)])
def test_colours_are_brought_to_srgb(tmp_path: Path, profile: bytes, red: int) -> None:
    source = tmp_path / "a.png"
    Pillow.new("RGBA", (8, 6), (200, 60, 60, 90)).save(source, icc_profile=profile)

    pixel = open_upright(source).getpixel((0, 0))

    assert isinstance(pixel, tuple)
    assert abs(pixel[0] - red) <= 8
    assert pixel[3] == 90


@pytest.mark.parametrize(
    ("profile", "mode", "expected"),
    [
        (SRGB, "RGB", True),
        (SRGB_WITH_ANOTHER_CURVE, "RGB", True),
        (DISPLAY_P3, "RGB", False),
        (ADOBE_RGB, "RGBA", False),
        (b"damaged", "RGB", True),
        (SRGB[:200], "RGB", True),
        (DISPLAY_P3, "L", True),
    ],
)
def test_a_profile_is_judged_by_what_it_does(profile: bytes, mode: str, *, expected: bool) -> None:
    assert is_like_srgb(profile, mode) is expected


@pytest.mark.parametrize(
    ("orientation", "size", "top_left"),
    [(1, (80, 60), "red"), (3, (80, 60), "blue"), (6, (60, 80), "blue"), (8, (60, 80), "red")],
)
def test_a_picture_stands_upright(
    tmp_path: Path, orientation: int, size: tuple[int, int], top_left: str
) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    drawn = Pillow.new("RGB", (80, 60), "red")
    drawn.paste("blue", (0, 30, 80, 60))
    drawn.save(tmp_path / "a.png", exif=exif)

    found = open_upright(tmp_path / "a.png")

    colour = {"red": (255, 0, 0), "blue": (0, 0, 255)}[top_left]
    corner = (0, 0) if orientation != 8 else (0, 79)
    assert (found.size, found.getpixel(corner)) == (size, colour)


def test_what_a_camera_wrote_is_left_behind(tmp_path: Path) -> None:
    content = picture(8, 6, exif=placed(), icc_profile=DISPLAY_P3, comment=b"mine")

    assert open_upright(write(tmp_path / "a.jpg", content)).info == {}


def test_what_can_be_seen_through_is_laid_on_white() -> None:
    clear = Pillow.new("RGBA", (1, 1), (0, 0, 0, 0))
    half = Pillow.new("RGBA", (1, 1), (0, 0, 0, 51))

    assert flatten(clear).getpixel((0, 0)) == (255, 255, 255)
    assert flatten(half).getpixel((0, 0)) == (204, 204, 204)


def test_a_large_jpeg_comes_smaller_but_not_too_small(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jpg", picture(3000, 1500))

    assert open_upright(source, 640).size == (1500, 750)
    assert open_upright(source).size == (3000, 1500)
