from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from plugins.shared.images import Measured, Thumbnails, measure_image
from tests.unit.builders import picture, write

UNREADABLE = "it cannot be read as a picture. Save it again as JPEG or PNG."


def small_version(folder: Path, source: Path) -> Path | None:
    return Thumbnails(folder / "cache").of(source, measure_image(source))


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

    assert measure_image(source) == Measured(width=80, height=60, type=type_, mode=mode)


def test_a_drawing_has_no_size_in_pixels(tmp_path: Path) -> None:
    source = write(tmp_path / "a.svg", "<svg/>")

    assert measure_image(source) == Measured(width=0, height=0, type="image/svg+xml", mode="")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", UNREADABLE),
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


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_damaged_pictures_are_measured_or_refused_but_never_crash(
    tmp_path: Path, kind: str
) -> None:
    content, chance = picture(800, 6, kind), random.Random(7)  # noqa: S311 only variety
    source = tmp_path / "a.bin"
    for _ in range(60):
        damaged = bytearray(content[: chance.randrange(1, len(content) + 1)])
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        source.write_bytes(damaged)
        try:
            small_version(tmp_path, source)
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


@pytest.mark.parametrize(("orientation", "size"), [(1, (640, 320)), (8, (640, 1280))])
def test_the_small_version_of_a_turned_picture_is_upright(
    tmp_path: Path, orientation: int, size: tuple[int, int]
) -> None:
    target = small_version(tmp_path, write(tmp_path / "a.jpg", turned(orientation, 1600, 800)))

    assert target
    with Pillow.open(target) as found:
        assert found.size == size
        assert found.getexif().get(0x0112) is None


@pytest.mark.parametrize(
    ("kind", "mode", "options", "expected"),
    [
        ("JPEG", "RGB", {}, "RGB"),
        ("JPEG", "CMYK", {}, "RGB"),
        ("JPEG", "L", {}, "RGB"),
        ("PNG", "RGBA", {}, "RGBA"),
        ("PNG", "LA", {}, "RGBA"),
        ("PNG", "P", {"transparency": 60}, "RGBA"),
    ],
)
def test_the_small_version_keeps_what_can_be_seen_through(
    tmp_path: Path, kind: str, mode: str, options: dict[str, Any], expected: str
) -> None:
    source = write(tmp_path / "a.bin", picture(1280, 10, kind, mode=mode, **options))
    target = small_version(tmp_path, source)

    assert target
    with Pillow.open(target) as found:
        assert (found.format, found.mode, found.width) == ("WEBP", expected, 640)


@pytest.mark.parametrize(
    ("width", "height", "kind"), [(640, 900, "JPEG"), (900, 90, "GIF"), (641, 20_000, "PNG")]
)
def test_small_moving_and_endless_pictures_have_no_small_version(
    tmp_path: Path, width: int, height: int, kind: str
) -> None:
    source = write(tmp_path / "a.bin", picture(width, height, kind, mode="L"))

    assert small_version(tmp_path, source) is None


def test_a_picture_that_ends_before_its_pixels_is_refused(tmp_path: Path) -> None:
    whole = picture(1280, 960)
    source = write(tmp_path / "a.jpg", whole[: len(whole) // 2])

    with pytest.raises(ValueError, match="cannot be read") as caught:
        small_version(tmp_path, source)

    assert str(caught.value) == UNREADABLE


def test_a_small_version_is_made_once_for_the_same_bytes(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jpg", picture(1280, 960))
    first = small_version(tmp_path, source)
    assert first
    first.write_bytes(b"kept")

    again = small_version(tmp_path, source)
    source.write_bytes(picture(1280, 961))

    assert again == first
    assert first.read_bytes() == b"kept"
    assert small_version(tmp_path, source) != first
