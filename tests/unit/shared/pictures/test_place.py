from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as Pillow

from plugins.shared.images import measure_image
from plugins.shared.kept import Kept
from plugins.shared.pictures.place import tell_places, without_place
from tests.unit.builders import moving, picture, placed, write


@pytest.mark.parametrize(
    ("kind", "mode", "expected"),
    [
        ("JPEG", "RGB", "JPEG"),
        ("PNG", "RGB", "PNG"),
        ("WEBP", "RGB", "JPEG"),
        ("WEBP", "RGBA", "PNG"),
        ("AVIF", "RGB", "JPEG"),
    ],
)
def test_the_copy_has_the_pixels_and_no_place(
    tmp_path: Path, kind: str, mode: str, expected: str
) -> None:
    exif = placed()
    exif[0x0112] = 6
    content = picture(80, 60, kind, mode=mode, exif=exif)
    source = write(tmp_path / "a.bin", content)

    copy = without_place(source, measure_image(source), Kept(tmp_path / "cache"))

    assert copy
    assert not measure_image(copy).has_place
    with Pillow.open(copy) as found:
        assert (found.format, found.size) == (expected, (60, 80))
        assert dict(found.getexif()) == {}
    assert source.read_bytes() == content


def test_what_moves_has_no_copy(tmp_path: Path) -> None:
    source = write(tmp_path / "a.gif", moving("GIF"))

    assert without_place(source, measure_image(source), Kept(tmp_path / "cache")) is None


def test_what_was_done_is_told() -> None:
    placed_pictures = {Path("a.jpg"): Path("copy.jpg"), Path("b.webp"): None}

    assert [str(problem) for problem in tell_places(placed_pictures, str)] == [
        "a.jpg: warning: the picture tells where it was taken (GPS). A copy without that is "
        "published; the file stays as it is. Save it without its location.",
        "b.webp: the picture tells where it was taken (GPS). No copy without that could be made. "
        "Save it without its location.",
    ]
