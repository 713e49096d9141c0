"""A listener: someone with headphones walks past a row of houses."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import (
    AMBER,
    BRICK,
    CORAL,
    DEEP,
    HONEY,
    INK,
    PAPER,
    SAND,
    TEAL,
    UMBER,
    Colour,
    mix,
)
from tools.demo_art.shapes import arc, box, circle, curve

STREET = 830
HOUSES = (
    (-30, 250, 400, CORAL),
    (220, 210, 300, PAPER),
    (430, 240, 440, TEAL),
    (670, 200, 330, HONEY),
    (870, 230, 410, BRICK),
)


def draw_listener(canvas: Canvas) -> None:
    canvas.fill(circle(760, 220, 110), AMBER)
    for left, width, height, colour in HOUSES:
        _draw_house(canvas, left, width, height, colour)
    canvas.fill(box(0, STREET, 1000, 170), mix(SAND, INK, 0.14))
    canvas.fill(box(0, STREET, 1000, 22), DEEP)
    with canvas.at(500, 930):
        _draw_walker(canvas)


def _draw_house(canvas: Canvas, left: float, width: float, height: float, colour: Colour) -> None:
    top = STREET - height
    canvas.fill(
        ((left - 14, top), (left + width / 2, top - width * 0.42), (left + width + 14, top)),
        mix(colour, INK, 0.45),
    )
    canvas.fill(box(left, top, width, height), colour)
    for row in range(2):
        for column in range(2):
            canvas.fill(
                box(
                    left + width * (0.18 + 0.38 * column), top + 50 + row * 130, width * 0.24, 72, 6
                ),
                mix(colour, INK, 0.3),
            )


def _draw_walker(canvas: Canvas) -> None:
    """Draw someone 640 high who stands on y = 0 and walks to the right."""
    canvas.stroke(curve((-6, -290), (-50, -160), (-128, -40)), 62, mix(INK, PAPER, 0.12))
    canvas.stroke(((-128, -26), (-84, -10)), 44, PAPER)
    canvas.stroke(curve((6, -290), (70, -170), (96, -30)), 62, INK)
    canvas.stroke(((96, -16), (146, -16)), 44, PAPER)
    canvas.fill(box(-88, -520, 176, 270, 84), AMBER)
    canvas.stroke(curve((0, -450), (-40, -360), (20, -296)), 54, mix(AMBER, INK, 0.16))
    canvas.fill(circle(36, -286, 30), UMBER)
    canvas.fill(box(-24, -560, 60, 70, 20), mix(UMBER, INK, 0.16))
    canvas.fill(circle(12, -620, 84), UMBER)
    canvas.fill((*arc(12, -622, 88, 150, 330), (-20, -610)), INK)
    canvas.stroke(arc(10, -622, 92, 185, 330), 18, CORAL)
    canvas.fill(box(-34, -650, 56, 84, 28), CORAL)
    canvas.fill(box(-22, -634, 32, 52, 16), BRICK)
