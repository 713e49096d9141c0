from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as Pillow

from plugins.podcast.art.parts import part_cover
from plugins.podcast.model import Show
from plugins.shared.pictures import variants
from plugins.shared.run import Run
from tests.unit.builders import make_run, make_show, messages, picture, write


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(variants, "WIDTHS", (32,))
    return make_run(tmp_path)


def show_of(run: Run) -> Show:
    cover = write(run.content / "images" / "cover.jpg", picture(1400, 1400))
    return make_show(image=run.media.add_image(cover, "The cover of The Daily Dave"))


def test_a_part_has_a_cover_with_its_title(run: Run) -> None:
    found = part_cover(None, show_of(run), "Training Thursday", run)

    assert (found.width, found.height, found.type) == (1400, 1400, "image/jpeg")
    assert found.alt == "The Daily Dave: Training Thursday"
    assert found.path.startswith("/media/podcast-training-thursday-")
    assert found.path in run.media
    assert messages(run) == []


def test_a_square_picture_of_its_own_is_its_cover(run: Run) -> None:
    own = run.media.add_image(write(run.content / "tag.jpg", picture(1500, 1500)), "Seven squares")

    assert part_cover(own, show_of(run), "Trust", run) == own


def test_a_picture_of_its_own_that_can_be_mended_is_mended(run: Run) -> None:
    source = write(run.content / "tag.webp", picture(1500, 1500, "WEBP"))
    own = run.media.add_image(source, "Seven squares")

    found = part_cover(own, show_of(run), "Trust", run)

    assert (found.type, found.alt) == ("image/jpeg", "Seven squares")
    assert messages(run) == [
        "tag.webp: warning: the artwork tag.webp is really WEBP, which directories do not take. "
        "A copy as JPEG is published. Save it as JPEG or PNG to have it as you want it."
    ]


@pytest.mark.parametrize("size", [(1600, 900), (800, 800)])
def test_a_picture_that_cannot_be_art_is_none(run: Run, size: tuple[int, int]) -> None:
    own = run.media.add_image(write(run.content / "tag.jpg", picture(*size)), "Seven squares")

    assert part_cover(own, show_of(run), "Trust", run).path.startswith("/media/podcast-trust-")
    assert messages(run) == []


def test_the_cover_of_the_show_is_none_of_its_own(run: Run) -> None:
    show = show_of(run)

    found = part_cover(show.image, show, "Season 2", run)

    assert found.path.startswith("/media/podcast-season-2-")


@pytest.mark.parametrize("title", ["電話", "🎉"])
def test_a_title_that_the_font_lacks_leaves_the_cover_of_the_show(run: Run, title: str) -> None:
    show = show_of(run)

    assert part_cover(None, show, title, run) == show.image


def test_signs_that_the_font_lacks_are_left_out(run: Run) -> None:
    show = show_of(run)

    with_sign = part_cover(None, show, "Trust 🎉", run)
    without = part_cover(None, show, "Trust", run)

    assert with_sign.path == without.path


def test_a_cover_that_is_no_picture_any_more_is_not_drawn_on(run: Run) -> None:
    show = show_of(run)
    show.image.source.write_bytes(b"no picture")

    assert part_cover(None, show, "Trust", run) == show.image


def test_the_picture_is_that_of_the_shows_cover_in_small(run: Run) -> None:
    found = part_cover(None, show_of(run), "Trust", run)

    item = next(item for item in run.media if item.path == found.path)
    assert isinstance(item.source, Path)
    with Pillow.open(item.source) as drawn:
        pixel = drawn.getpixel((270, 1130))
    assert isinstance(pixel, tuple)
    assert all(abs(part - 60) < 6 for part in pixel)
