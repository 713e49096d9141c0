from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from plugins.podcast.art import mend
from plugins.podcast.art.mend import fit_art
from plugins.shared.images import Image
from plugins.shared.pictures import variants
from plugins.shared.run import Run
from tests.unit.builders import make_run, messages, moving, picture, placed, write
from tests.unit.profiles import ADOBE_RGB, DISPLAY_P3, SRGB


@pytest.fixture(autouse=True)
def _few_variants(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages need larger ones; here they take time only."""
    monkeypatch.setattr(variants, "WIDTHS", (32,))


def fit(run: Run, name: str, content: bytes) -> Image | None:
    """Fit art and see that the author's file is as it was."""
    source = write(run.content / name, content)
    found = fit_art(source, "A cover", run, "episodes/one.md", 3)
    assert source.read_bytes() == content
    return found


def read(run: Run, image: Image) -> bytes:
    return next(item for item in run.media if item.path == image.path).source.read_bytes()


def square(kind: str = "JPEG", side: int = 1400, **options: Any) -> bytes:
    return picture(side, side, kind, **options)


def turned(orientation: int) -> bytes:
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    return square(exif=exif)


def deep(mode: str = "I;16") -> bytes:
    buffer = io.BytesIO()
    Pillow.new(mode, (1400, 1400), 0x8000).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", square()),
        ("a.JPEG", square()),
        ("a.jpg", square(icc_profile=SRGB)),
        ("a.jpg", square(progressive=True)),
        ("a.png", square("PNG")),
        ("a.jpg", square(side=3000)),
    ],
)
def test_what_is_right_is_published_as_it_is(tmp_path: Path, name: str, content: bytes) -> None:
    run = make_run(tmp_path)

    found = fit(run, name, content)

    assert found
    assert read(run, found) == content
    assert messages(run) == []


MENDED = {
    "an alpha channel": (
        "a.png", square("PNG", mode="RGBA"),
        "the artwork a.png has an alpha channel, which directories do not take. A copy on white is "
        "published. Save it without transparency to have it as you want it.",
    ),
    "grey with an alpha channel": (
        "a.png", square("PNG", mode="LA"),
        "the artwork a.png has an alpha channel, which directories do not take. A copy on white is "
        "published. Save it without transparency to have it as you want it.",
    ),
    "one colour that can be seen through": (
        "a.png", square("PNG", mode="P", transparency=60),
        "the artwork a.png has an alpha channel, which directories do not take. A copy on white is "
        "published. Save it without transparency to have it as you want it.",
    ),
    "the colours of print": (
        "a.jpg", square(mode="CMYK"),
        "the artwork a.jpg has the colours CMYK, which apps show wrong or not at all. A copy in "
        "RGB is published. Save it in RGB to have it as you want it.",
    ),
    "greys": (
        "a.jpg", square(mode="L"),
        "the artwork a.jpg has no colours but greys, where directories want RGB. A copy in RGB is "
        "published. Save it in RGB to have it as you want it.",
    ),
    "black and white": (
        "a.png", square("PNG", mode="1"),
        "the artwork a.png has no colours but black and white, where directories want RGB. A copy "
        "in RGB is published. Save it in RGB to have it as you want it.",
    ),
    "a palette": (
        "a.png", square("PNG", mode="P"),
        "the artwork a.png has the colours of a palette, where directories want RGB. A copy in RGB "
        "is published. Save it in RGB to have it as you want it.",
    ),
    "16 bits": (
        "a.png", deep(),
        "the artwork a.png has 16 bits for each colour, which apps may not show. A copy with 8 "
        "bits is published. Save it with 8 bits to have it as you want it.",
    ),
    "a WebP": (
        "a.webp", square("WEBP"),
        "the artwork a.webp is really WEBP, which directories do not take. A copy as JPEG is "
        "published. Save it as JPEG or PNG to have it as you want it.",
    ),
    "a WebP with the name of a PNG": (
        "a.png", square("WEBP"),
        "the artwork a.png is really WEBP, which directories do not take. A copy as JPEG is "
        "published. Save it as JPEG or PNG to have it as you want it.",
    ),
    "an AVIF": (
        "a.avif", square("AVIF"),
        "the artwork a.avif is really AVIF, which directories do not take. A copy as JPEG is "
        "published. Save it as JPEG or PNG to have it as you want it.",
    ),
    "a GIF": (
        "a.gif", square("GIF", mode="P"),
        "the artwork a.gif is really GIF, which directories do not take. A copy as JPEG is "
        "published. Save it as JPEG or PNG to have it as you want it.",
    ),
    "too many pixels": (
        "a.jpg", square(side=4000),
        "the artwork a.jpg is 4000×4000, which is too large. A copy of 3000×3000 is published. "
        "Save it at most 3000 pixels wide to have it as you want it.",
    ),
    "on its side": (
        "a.jpg", turned(6),
        "the artwork a.jpg is stored turned, which apps may not notice. An upright copy is "
        "published. Save it upright to have it as you want it.",
    ),
    "a telephone's colours": (
        "a.jpg", square(icc_profile=DISPLAY_P3),
        "the artwork a.jpg has a colour profile of its own, which apps ignore. A copy in sRGB is "
        "published. Save it in sRGB to have it as you want it.",
    ),
    "a camera's colours": (
        "a.png", square("PNG", icc_profile=ADOBE_RGB),
        "the artwork a.png has a colour profile of its own, which apps ignore. A copy in sRGB is "
        "published. Save it in sRGB to have it as you want it.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MENDED)
def test_what_can_be_mended_is_mended_in_a_copy_and_told(tmp_path: Path, case: str) -> None:
    name, content, message = MENDED[case]
    run = make_run(tmp_path)

    found = fit(run, name, content)

    assert messages(run) == [f"episodes/one.md:3: warning: {message}"]
    assert found
    assert (found.type, found.alt, found.width) == ("image/jpeg", "A cover", found.height)
    assert found.path.startswith("/media/a-")
    assert found.path.endswith(".jpg")
    with Pillow.open(io.BytesIO(read(run, found))) as copy:
        assert (copy.format, copy.mode) == ("JPEG", "RGB")
        assert copy.size == (min(int(copy.width), 3000),) * 2 == (found.width, found.height)
        assert not {"exif", "icc_profile"} & set(copy.info)
    assert all(problem.rule.startswith("art-") for problem in run.problems)


@pytest.mark.parametrize(
    ("kind", "mode", "colour", "expected"),
    [
        ("JPEG", "CMYK", (0, 255, 255, 0), (255, 0, 0)),
        ("JPEG", "CMYK", (0, 0, 0, 255), (0, 0, 0)),
        ("JPEG", "L", 200, (200, 200, 200)),
        ("PNG", "1", 255, (255, 255, 255)),
        ("PNG", "I;16", 0xC800, (200, 200, 200)),
        ("PNG", "RGBA", (255, 0, 0, 128), (255, 127, 127)),
        ("PNG", "LA", (200, 0), (255, 255, 255)),
        ("WEBP", "RGB", (0, 128, 255), (0, 128, 255)),
    ],
)
def test_a_copy_shows_what_the_picture_showed(
    tmp_path: Path, kind: str, mode: str, colour: Any, expected: tuple[int, int, int]
) -> None:
    buffer = io.BytesIO()
    Pillow.new(mode, (1400, 1400), colour).save(buffer, kind)
    run = make_run(tmp_path)

    found = fit(run, "a.jpg", buffer.getvalue())

    assert found
    with Pillow.open(io.BytesIO(read(run, found))) as copy:
        seen = copy.getpixel((700, 700))
    assert isinstance(seen, tuple)
    assert all(abs(one - other) <= 4 for one, other in zip(seen, expected, strict=True))


def test_a_wrong_ending_is_mended_without_a_change_of_the_picture(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    content = square()

    found = fit(run, "a.png", content)

    assert found
    assert found.path.endswith(".jpg")
    assert read(run, found) == content
    assert messages(run) == [
        "episodes/one.md:3: warning: the artwork a.png is really JPEG. It is published with the "
        "ending .jpg. Save it with the ending to match to have it as you want it."
    ]


def test_all_that_is_mended_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    fit(run, "a.jpg", square("WEBP", 3200, mode="RGBA"))

    assert messages(run) == [
        "episodes/one.md:3: warning: the artwork a.jpg has an alpha channel, which directories do "
        "not take. A copy on white is published. Save it without transparency to have it as you "
        "want it.",
        "episodes/one.md:3: warning: the artwork a.jpg is 3200×3200, which is too large. A copy of "
        "3000×3000 is published. Save it at most 3000 pixels wide to have it as you want it.",
        "episodes/one.md:3: warning: the artwork a.jpg is really WEBP, which directories do not "
        "take. A copy as JPEG is published. Save it as JPEG or PNG to have it as you want it.",
    ]


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_no_art_tells_where_it_was_taken(tmp_path: Path, name: str) -> None:
    run = make_run(tmp_path)

    found = fit(run, name, square(exif=placed()))

    assert found
    with Pillow.open(io.BytesIO(read(run, found))) as copy:
        assert copy.format == "JPEG"
        assert dict(copy.getexif()) == {}
    assert list(run.media.placed) == [run.content / name]


def test_heavy_art_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    fit(run, "a.jpg", square() + bytes(700_000))

    assert messages(run) == [
        "episodes/one.md:3: warning: the artwork a.jpg has 0.7 MB, which every app loads for every "
        "listener. Save it as a JPEG of at most 512 kB."
    ]


UNREADABLE = "it cannot be read as a picture. Save it again as JPEG or PNG."
REFUSED = {
    "not square": (
        "a.jpg", picture(1400, 1401),
        "the artwork a.jpg is 1400×1401, not square. Crop it to a square.",
    ),
    "too small": (
        "a.jpg", square(side=1399),
        "the artwork a.jpg is 1399×1399, which is too small. Make it 1400 to 3000 pixels wide.",
    ),
    "moving": (
        "a.gif", moving("GIF", 1400, 1400),
        "the artwork a.gif moves. Save one picture of it as JPEG.",
    ),
    "a drawing": (
        "a.svg", b"<svg/>",
        "the artwork a.svg is a drawing (SVG), which podcast apps do not show. Export it as a "
        "JPEG, 3000 pixels wide.",
    ),
    "a TIFF": (
        "a.tif", square("TIFF"),
        "a TIFF is no picture for the web. Save it as JPEG or PNG.",
    ),
    "cut off": ("a.jpg", square()[:2000], UNREADABLE),
    "cut off after its head": ("a.png", square("PNG")[:-40], UNREADABLE),
    "a text": ("a.jpg", b"<html>404</html>", UNREADABLE),
    "of no bytes": ("a.jpg", b"", "the file is empty. Save the picture again as JPEG or PNG."),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_only_the_author_can_mend_is_an_error(tmp_path: Path, case: str) -> None:
    name, content, message = REFUSED[case]
    run = make_run(tmp_path)

    fit(run, name, content)

    assert messages(run) == [f"episodes/one.md:3: {message}"]


def test_art_of_too_many_pixels_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pillow, "MAX_IMAGE_PIXELS", 1400 * 1400 - 1)
    run = make_run(tmp_path)

    assert fit(run, "a.jpg", square()) is None
    assert messages(run) == [
        "episodes/one.md:3: it has more than 100 million pixels. Make it smaller."
    ]


def test_a_copy_is_made_once_for_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = fit(make_run(tmp_path), "a.webp", square("WEBP"))
    monkeypatch.setattr(mend, "encode", lambda *_: pytest.fail("made again"))

    assert fit(make_run(tmp_path), "a.webp", square("WEBP")) == first


def test_pages_choose_from_the_same_variants_as_before_the_mend(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    source = write(run.content / "a.png", square("PNG", mode="RGBA"))

    fitted = fit_art(source, "", run, "a.md")

    assert fitted
    assert fitted.variants == run.media.add_image(source, "").variants
    assert fitted.source == source
