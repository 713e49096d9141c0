from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.podcast.model import Person, Show
from plugins.podcast.settings.show import ShowSettings
from plugins.podcast.shows import STAND_IN, make_shows
from plugins.shared.run import Run
from tests.unit.builders import SHOW_GUID, make_run, messages, picture, write

SETTINGS = ShowSettings(
    key="podcast",
    title="The Daily Dave",
    description="One call a day.",
    author="Dave",
    categories=["Business: Careers"],
    guid=SHOW_GUID,
)


def make(run: Run, **said: Any) -> dict[str, Show]:
    return make_shows([replace(SETTINGS, **said)], run, lambda name: Person(name=name))


def test_a_show_has_its_cover_hosts_and_categories(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    write(run.content / "images" / "cover.jpg", picture(1400, 1400))

    show = make(run, hosts=["Dave"], seasons={2: "b", 1: "a"})["podcast"]

    assert (show.categories, show.hosts) == ((("Business", "Careers"),), (Person(name="Dave"),))
    assert (show.image.width, show.image.alt) == (1400, "The cover of The Daily Dave")
    assert show.season_names == ((1, "a"), (2, "b"))
    assert messages(run) == []


@pytest.mark.parametrize("name", ["images/cover.jpg", "images", "", "x" * 5000])
def test_where_there_is_no_cover_a_plain_one_stands_in_with_a_warning(
    name: str, tmp_path: Path
) -> None:
    run = make_run(tmp_path)
    write(run.theme / STAND_IN, picture(1400, 1400))

    assert make(run, image=name)["podcast"].image.source == run.theme / STAND_IN
    assert messages(run) == [
        f"pelicanconf.py: warning: PODCASTS[0]: there is no cover art {name!r} in the "
        "content folder. A plain one stands in: put a square JPEG of 1400 to 3000 pixels there."
    ]


@pytest.mark.parametrize(
    ("image", "content", "message"),
    [
        (
            "../cover.jpg",
            picture(1400, 1400),
            "pelicanconf.py: PODCASTS[0]: the image '../cover.jpg' leads out of the content folder."
            " Put it inside.",
        ),
        (
            "cover.jpg",
            b"no picture",
            "cover.jpg: it cannot be read as a picture. Save it again as JPEG or PNG.",
        ),
        (
            "cover.jpg",
            picture(1400, 1300),
            "cover.jpg: the artwork cover.jpg is 1400×1300, not square. Crop it to a square.",
        ),
        (
            "cover.jpg",
            picture(1400, 1400, mode="CMYK"),
            "cover.jpg: warning: the artwork cover.jpg has the colours CMYK, which apps show wrong "
            "or not at all. A copy in RGB is published. Save it in RGB to have it as you want it.",
        ),
        (
            "cover.jpg",
            picture(1400, 1400, "WEBP"),
            "cover.jpg: warning: the artwork cover.jpg is really WEBP, which directories do not "
            "take. A copy as JPEG is published. Save it as JPEG or PNG to have it as you want it.",
        ),
    ],
)
def test_a_cover_is_what_directories_take(
    tmp_path: Path, image: str, content: bytes, message: str
) -> None:
    run = make_run(tmp_path)
    write(run.content / image, content)

    make(run, image=image)

    assert messages(run) == [message]
