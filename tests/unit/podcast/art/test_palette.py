from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from plugins.podcast.art.palette import WHITE, contrast, find_palette

TEAL, YELLOW, PAPER = (15, 107, 98), (232, 163, 61), (252, 250, 245)
LEVELS = st.tuples(*[st.integers(0, 255)] * 3)


def stripes(*colours: tuple[int, int, int]) -> Pillow.Image:
    picture = Pillow.new("RGB", (60, 60))
    for number, colour in enumerate(colours):
        picture.paste(colour, (0, number * 60 // len(colours), 60, 60))
    return picture


def test_the_ground_is_what_is_dark_and_the_accent_what_is_bright() -> None:
    palette = find_palette(stripes(PAPER, YELLOW, TEAL))

    red, green, blue = palette.ground
    assert red < green
    assert red < blue
    assert palette.accent[0] > palette.accent[2]


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (128, 128, 128), (255, 255, 0)])
def test_a_picture_of_one_colour_has_a_palette_too(colour: tuple[int, int, int]) -> None:
    palette = find_palette(stripes(colour))

    assert contrast(palette.ground, WHITE) >= 7


@given(st.lists(LEVELS, min_size=1, max_size=6))
def test_words_can_always_be_read(colours: list[tuple[int, int, int]]) -> None:
    palette = find_palette(stripes(*colours))

    assert contrast(palette.ground, WHITE) >= 7
    assert contrast(palette.ground, palette.accent) >= 4.5
