from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image as Pillow

from plugins.podcast.art import cover
from plugins.podcast.art.cover import draw_cover
from tests.unit.builders import picture, write


@pytest.fixture
def ground(tmp_path: Path) -> Path:
    return write(tmp_path / "cover.jpg", picture(1400, 1400))


def test_a_cover_is_what_directories_take(ground: Path, tmp_path: Path) -> None:
    found = draw_cover(ground, "Training Thursday", "The Daily Dave", tmp_path / "cache")

    with Pillow.open(found) as drawn:
        assert (drawn.format, drawn.mode, drawn.size) == ("JPEG", "RGB", (1400, 1400))
    assert found.stat().st_size < 512 * 1024


def test_a_cover_differs_with_its_words_and_its_ground(ground: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other.png", picture(1500, 1500, "PNG", mode="RGBA"))

    found = {
        draw_cover(file, title, show, tmp_path / "cache").name
        for file, title, show in [
            (ground, "Trust", "The Daily Dave"),
            (ground, "Clients", "The Daily Dave"),
            (ground, "Trust", "Another"),
            (ground, "Trust", ""),
            (other, "Trust", "The Daily Dave"),
        ]
    }

    assert len(found) == 5


def test_words_stand_on_the_cover(ground: Path, tmp_path: Path) -> None:
    def title_of(title: str) -> bytes:
        with Pillow.open(draw_cover(ground, title, "S", tmp_path / "cache")) as drawn:
            return drawn.crop((108, 160, 1292, 900)).tobytes()

    assert title_of("Trust") != title_of("Clients")
    assert title_of("Trust").count(b"\xff\xff\xff") > 10_000


def test_a_cover_is_drawn_once_and_again_if_it_was_damaged(
    ground: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = draw_cover(ground, "Trust", "S", tmp_path / "cache")
    content = first.read_bytes()
    first.write_bytes(content[:100])

    assert draw_cover(ground, "Trust", "S", tmp_path / "cache").read_bytes() == content
    monkeypatch.setattr(cover, "encode", lambda *_: pytest.fail("drawn again"))
    assert draw_cover(ground, "Trust", "S", tmp_path / "cache") == first
