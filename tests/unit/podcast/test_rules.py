from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.podcast.rules import Numbered, check_art, find_doubles
from tests.unit.builders import make_image

FIRST = Numbered(where="a.md", show="x", season=1, type="full", number=3, audio="a.mp3")
SECOND = replace(FIRST, where="b.md", audio="b.mp3", number_line=4, audio_line=5)


def told(*episodes: Numbered) -> list[str]:
    return [str(problem) for problem in find_doubles(episodes)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({}, "b.md:4: episode 3 of season 1 is already a.md. Give one of them another number."),
        (
            {"number": 4, "audio": "a.mp3"},
            "b.md:5: its audio a.mp3 is already that of a.md. "
            "Apps drop the second of two episodes with one file: give it its own.",
        ),
    ],
)
def test_what_two_episodes_cannot_share_is_told_with_both(
    change: dict[str, object], message: str
) -> None:
    second = replace(SECOND, **change)  # type: ignore[arg-type]  # fields of many types

    assert told(second, FIRST) == [message]


@pytest.mark.parametrize(
    "change",
    [
        {"number": 4},
        {"number": None},
        {"season": 2},
        {"season": None},
        {"show": "y"},
        {"type": "bonus"},
    ],
)
def test_a_number_is_one_within_show_season_and_type(change: dict[str, object]) -> None:
    assert told(FIRST, replace(SECOND, **change)) == []  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "episode 3 of season 1"),
        ({"season": None}, "episode 3"),
        ({"type": "bonus"}, "bonus 3 of season 1"),
    ],
)
def test_a_number_is_said_as_a_person_says_it(change: dict[str, object], expected: str) -> None:
    assert replace(FIRST, **change).place == expected  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize(
    ("width", "height", "type_", "name", "mode", "messages"),
    [
        (1400, 1400, "image/jpeg", "a.jpg", "RGB", []),
        (3000, 3000, "image/png", "a.PNG", "P", []),
        (1400, 1401, "image/jpeg", "a.jpg", "RGB",
         ["x.md:3: the artwork a.jpg is 1400×1401, not square. Crop it to a square."]),
        (1399, 1399, "image/jpeg", "a.jpg", "RGB",
         ["x.md:3: the artwork a.jpg is 1399×1399, which is too small. Make it 1400 to 3000 pixels "
          "wide."]),
        (3001, 3001, "image/jpeg", "a.jpg", "RGB",
         ["x.md:3: the artwork a.jpg is 3001×3001, which is too large. Make it 1400 to 3000 pixels "
          "wide."]),
        (1400, 1400, "image/webp", "a.jpg", "RGB",
         ["x.md:3: the artwork a.jpg is really image/webp. Save it as JPEG or PNG, with the ending "
          "to match."]),
        (1400, 1400, "image/png", "a.jpg", "RGB",
         ["x.md:3: the artwork a.jpg is really image/png. Save it as JPEG or PNG, with the ending "
          "to match."]),
        (1400, 1400, "image/jpeg", "a.jpg", "CMYK",
         ["x.md:3: the artwork a.jpg has the colours CMYK; directories want RGB without alpha. "
          "Save it as an RGB JPEG."]),
        (10, 20, "image/png", "a.png", "RGBA",
         ["x.md:3: the artwork a.png is 10×20, not square. Crop it to a square.",
          "x.md:3: the artwork a.png has the colours RGBA; directories want RGB without alpha. "
          "Save it as an RGB JPEG."]),
    ],
)  # fmt: skip
def test_art_is_what_directories_take(
    width: int, height: int, type_: str, name: str, mode: str, messages: list[str]
) -> None:
    image = make_image(width=width, height=height, type=type_, source=Path(name))

    assert [str(problem) for problem in check_art(image, mode, "x.md", 3)] == messages
