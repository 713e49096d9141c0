"""The list of all pictures: where each is kept, how large it is, and which function draws it."""

from collections.abc import Callable
from dataclasses import dataclass

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import AMBER, CORAL, DEEP, PAPER, SAND, SKY, TEAL, Colour
from tools.demo_art.scenes import (
    calls,
    cord,
    cover,
    desk,
    doors,
    key,
    mark,
    names,
    office,
    pause,
    people,
    problem,
    social,
    street,
    table,
    wall,
    week,
)

LARGE = 2000

Painter = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: its path in the repository, its size, its ground and its painter.

    The painter works in units of its own; `finer` is how much larger the sheet is while drawn on.
    """

    path: str
    units: tuple[int, int]
    width: int
    ground: Colour
    draw: Painter
    finer: int = 4

    @property
    def pixels(self) -> tuple[int, int]:
        return self.width, self.width * self.units[1] // self.units[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """One drawing kept as text: its path in the repository and the function that writes it."""

    path: str
    render: Callable[[], str]


def _wide(name: str, ground: Colour, draw: Painter) -> Picture:
    return Picture(
        path=f"content/images/{name}", units=(1600, 900), width=1600, ground=ground, draw=draw
    )


def _square(path: str, width: int, ground: Colour, draw: Painter) -> Picture:
    finer = 3 if width > LARGE else 4
    return Picture(
        path=path, units=(1000, 1000), width=width, ground=ground, draw=draw, finer=finer
    )


def _icon(name: str, width: int) -> Picture:
    path = f"theme/static/icons/{name}"
    return Picture(
        path=path, units=(100, 100), width=width, ground=DEEP, draw=mark.draw_mark, finer=8
    )


PICTURES = (
    _square("content/images/cover.jpg", 3000, TEAL, cover.draw_cover),
    Picture(
        path="content/images/social.jpg",
        units=(1200, 630),
        width=1200,
        ground=TEAL,
        draw=social.draw_social,
    ),
    _square("content/episodes/068-share-the-problem.jpg", 1400, TEAL, problem.draw_episode),
    _square("content/episodes/075-unwanted-callers.jpg", 1400, AMBER, calls.draw_episode),
    _wide("serve-all-of-them.jpg", SAND, table.draw_table),
    _wide("empowering-clients.jpg", DEEP, key.draw_key_handover),
    _wide("phone-on-the-desk.jpg", SAND, desk.draw_phone_on_desk),
    _wide("customer-or-client.jpg", SKY, doors.draw_two_doors),
    _wide("contact-list.jpg", TEAL, names.draw_list),
    _wide("twenty-names.png", PAPER, names.draw_twenty),
    _wide("share-the-problem.jpg", SAND, problem.draw_shared_problem),
    _wide("monday-board.jpg", SAND, week.draw_board),
    _wide("count-to-four.jpg", TEAL, pause.draw_pause),
    _wide("tag-training-thursday.jpg", DEEP, week.draw_thursday),
    _wide("tag-phone-etiquette.jpg", SKY, cord.draw_calm_cord),
    _wide("series-the-fundamentals.jpg", SKY, wall.draw_wall),
    _square("content/images/people-dave.jpg", 800, AMBER, people.draw_host),
    _square("content/images/people-the-desk.jpg", 800, SKY, office.draw_office),
    _square("content/images/people-a-guest.jpg", 800, CORAL, people.draw_guest),
    _square("content/images/people-a-listener.jpg", 800, SKY, street.draw_listener),
    Picture(
        path="theme/static/stand_in_cover.jpg",
        units=(100, 100),
        width=1400,
        ground=DEEP,
        draw=mark.draw_mark,
        finer=2,
    ),
    _icon("favicon.ico", 32),
    _icon("favicon-32.png", 32),
    _icon("apple-touch-icon.png", 180),
    _icon("icon-192.png", 192),
    _icon("icon-512.png", 512),
)

VECTORS = (Vector(path="theme/static/icons/favicon.svg", render=mark.render_svg),)
