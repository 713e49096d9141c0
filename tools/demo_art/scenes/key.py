"""Leave them able to do it: a key goes from hand to hand before a door that lets light in."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.hand import draw_fist, draw_open_hand
from tools.demo_art.palette import (
    AMBER,
    BRICK,
    CLAY,
    CORAL,
    DEEP,
    HONEY,
    INK,
    PAPER,
    SAGE,
    SKY,
    TEAL,
    UMBER,
    mix,
)
from tools.demo_art.shapes import box, circle, ellipse

FLOOR = 720


def draw_key_handover(canvas: Canvas) -> None:
    canvas.fill(box(0, FLOOR, 1600, 200), mix(DEEP, INK, 0.5))
    _draw_door(canvas)
    with canvas.at(520, 470):
        _draw_key(canvas)
    with canvas.at(446, 470, size=0.84):
        draw_fist(canvas, UMBER, CORAL)
    with canvas.at(1196, 640, mirror=True):
        draw_open_hand(canvas, CLAY, SKY)


def _draw_door(canvas: Canvas) -> None:
    canvas.fill(((640, FLOOR), (1000, FLOOR), (1260, 900), (460, 900)), HONEY)
    canvas.fill(box(612, 42, 416, FLOOR - 42), TEAL)
    opening = box(640, 70, 360, FLOOR - 70)
    with canvas.inside(opening):
        canvas.fill(opening, PAPER)
        canvas.fill(circle(820, 330, 200), mix(HONEY, PAPER, 0.45))
    canvas.fill(((640, 70), (452, 14), (452, FLOOR + 86), (640, FLOOR)), SAGE)
    for top, bottom in ((0.1, 0.42), (0.54, 0.9)):
        canvas.fill(
            tuple(
                _on_leaf(across, down)
                for across, down in ((0.2, top), (0.8, top), (0.8, bottom), (0.2, bottom))
            ),
            TEAL,
        )
    canvas.fill(ellipse(*_on_leaf(0.9, 0.48), 10, 14), AMBER)


def _on_leaf(across: float, down: float) -> tuple[float, float]:
    """Give the point on the open leaf at a share of its width and its height."""
    top, bottom = 70 - 56 * across, FLOOR + 86 * across
    return 640 - 188 * across, top + (bottom - top) * down


def _draw_key(canvas: Canvas) -> None:
    """Draw a key that lies level, its bow around the origin."""
    canvas.stroke(circle(0, 0, 108), 50, AMBER)
    canvas.fill(box(108, -26, 430, 52, 20), AMBER)
    for left, deep in ((386, 92), (470, 118)):
        canvas.fill(box(left, 0, 56, deep, 10), AMBER)
    canvas.fill(box(150, -44, 34, 88, 12), mix(AMBER, BRICK, 0.4))
