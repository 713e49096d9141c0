from __future__ import annotations

from pathlib import Path

import pytest

from plugins.shared.images import Measured, measure_image
from plugins.shared.kept import Kept
from plugins.shared.pictures import measured
from plugins.shared.pictures.measured import measure_once
from tests.unit.builders import picture, write


def test_the_same_bytes_are_measured_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Path] = []

    def look(source: Path) -> Measured:
        looked.append(source)
        return measure_image(source)

    monkeypatch.setattr(measured, "measure_image", look)
    one, two = (write(tmp_path / name, picture(80, 60, "PNG")) for name in ("a.png", "b.png"))

    found = [measure_once(path, Kept(tmp_path / "cache")) for path in (one, two)]

    assert found == [Measured(width=80, height=60, type="image/png", mode="RGB")] * 2
    assert looked == [one]


def test_what_is_no_picture_is_refused_every_time(tmp_path: Path) -> None:
    source = write(tmp_path / "a.png", b"no picture")

    for _ in range(2):
        with pytest.raises(ValueError, match="cannot be read as a picture"):
            measure_once(source, Kept(tmp_path / "cache"))
