from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image as Pillow

from plugins.shared.images import Measured, measure_image
from plugins.shared.kept import Kept
from plugins.shared.pictures import variants
from plugins.shared.pictures.variants import make_variants
from tests.unit.builders import moving, picture, placed, write
from tests.unit.profiles import DISPLAY_P3, SRGB

UNREADABLE = "it cannot be read as a picture. Save it again as JPEG or PNG."


def turned(orientation: int, width: int = 800, height: int = 600) -> bytes:
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    return picture(width, height, exif=exif)


@pytest.mark.parametrize(
    ("name", "kind", "mode", "type_"),
    [
        ("a.jpg", "JPEG", "RGB", "image/jpeg"),
        ("a.jpg", "JPEG", "CMYK", "image/jpeg"),
        ("a.jpg", "JPEG", "L", "image/jpeg"),
        ("a.png", "PNG", "RGBA", "image/png"),
        ("a.png", "PNG", "P", "image/png"),
        ("a.gif", "GIF", "P", "image/gif"),
        ("a.webp", "WEBP", "RGB", "image/webp"),
        ("a.jpg", "WEBP", "RGB", "image/webp"),
    ],
)
def test_a_picture_is_measured_whatever_its_name_says(
    tmp_path: Path, name: str, kind: str, mode: str, type_: str
) -> None:
    source = write(tmp_path / name, picture(80, 60, kind, mode=mode))

    found = measure_image(source)

    assert (found.width, found.height, found.type, found.mode) == (80, 60, type_, mode)


def test_a_drawing_has_no_size_in_pixels(tmp_path: Path) -> None:
    source = write(tmp_path / "a.svg", "<svg/>")

    assert measure_image(source) == Measured(width=0, height=0, type="image/svg+xml", mode="")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty. Save the picture again as JPEG or PNG."),
        (b"<html>not a picture</html>", UNREADABLE),
        (picture()[:20], UNREADABLE),
        (picture(80, 60, "PNG")[:-30], UNREADABLE),
        (picture(8, 6, "BMP"), "a BMP is no picture for the web. Save it as JPEG or PNG."),
        (picture(8, 6, "TIFF"), "a TIFF is no picture for the web. Save it as JPEG or PNG."),
    ],
)
def test_what_is_no_picture_for_the_web_is_told(
    tmp_path: Path, content: bytes, message: str
) -> None:
    source = write(tmp_path / "a.jpg", content)

    with pytest.raises(ValueError, match="picture") as caught:
        measure_image(source)

    assert str(caught.value) == message


@pytest.mark.parametrize("limit", [4799, 2000])
def test_a_picture_of_too_many_pixels_is_refused(
    tmp_path: Path, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "a.png", picture(80, 60, "PNG"))
    monkeypatch.setattr(Pillow, "MAX_IMAGE_PIXELS", limit)

    with pytest.raises(ValueError, match="pixels") as caught:
        measure_image(source)

    assert str(caught.value) == "it has more than 100 million pixels. Make it smaller."


def test_what_is_special_about_a_picture_is_seen(tmp_path: Path) -> None:
    def seen(name: str, content: bytes) -> Measured:
        return measure_image(write(tmp_path / name, content))

    assert seen("clear.png", picture(8, 6, "PNG", mode="RGBA")).has_alpha
    assert seen("key.png", picture(8, 6, "PNG", mode="P", transparency=0)).has_alpha
    assert seen("deep.png", picture(8, 6, "PNG", mode="I;16")).is_deep
    assert seen("turned.jpg", turned(8)).is_turned
    assert seen("moving.gif", moving("GIF")).is_animated
    assert seen("moving.webp", moving("WEBP")).is_animated
    assert seen("moving.png", moving("PNG")).is_animated
    assert seen("exif.jpg", picture(8, 6, exif=placed())).has_place
    assert seen("exif.png", picture(8, 6, "PNG", exif=placed())).has_place
    assert seen("exif.webp", picture(8, 6, "WEBP", exif=placed())).has_place
    assert seen("exif.avif", picture(8, 6, "AVIF", exif=placed())).has_place
    assert seen("xmp.jpg", picture(8, 6, xmp=b'<x exif:GPSLatitude="51,30N"/>')).has_place
    assert seen("p3.jpg", picture(8, 6, icc_profile=DISPLAY_P3)).has_profile


def test_nothing_is_special_about_a_plain_picture(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jpg", picture(80, 60, icc_profile=SRGB, exif=Pillow.Exif()))

    assert measure_image(source) == Measured(width=80, height=60, type="image/jpeg", mode="RGB")


def test_the_version_of_a_place_is_no_place(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif.get_ifd(0x8825)[0] = b"\x02\x03\x00\x00"

    assert not measure_image(write(tmp_path / "a.jpg", picture(exif=exif))).has_place


def test_a_picture_with_another_behind_it_is_a_jpeg_that_does_not_move(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    first = Pillow.new("RGB", (80, 60))
    first.save(buffer, "MPO", save_all=True, append_images=[Pillow.new("RGB", (8, 6))])
    source = write(tmp_path / "a.jpg", buffer.getvalue())

    assert measure_image(source) == Measured(width=80, height=60, type="image/jpeg", mode="RGB")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_damaged_pictures_are_measured_or_refused_but_never_crash(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(variants, "WIDTHS", (8,))
    content, chance = picture(800, 6, kind), random.Random(7)  # noqa: S311 only variety
    source = tmp_path / "a.bin"
    for _ in range(60):
        damaged = bytearray(content[: chance.randrange(1, len(content) + 1)])
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        source.write_bytes(damaged)
        try:
            make_variants(source, measure_image(source), Kept(tmp_path / "cache"))
        except ValueError as error:
            assert str(error).endswith((".", "PNG."))  # noqa: PT017 most are refused


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (800, 600)), (3, (800, 600)), (6, (600, 800))]
)
def test_the_size_is_that_of_the_picture_as_it_is_shown(
    tmp_path: Path, orientation: int, size: tuple[int, int]
) -> None:
    measured = measure_image(write(tmp_path / "a.jpg", turned(orientation)))

    assert (measured.width, measured.height) == size
