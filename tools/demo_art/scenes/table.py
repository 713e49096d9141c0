"""Serve all of them: ten different chairs around one table, and the same place laid at each."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import (
    AMBER,
    BRICK,
    CORAL,
    DEEP,
    HONEY,
    INK,
    PAPER,
    SAGE,
    SAND,
    SKY,
    STONE,
    TEAL,
    Colour,
    mix,
)
from tools.demo_art.shapes import Shape, box, circle, ellipse, polar, sector

SEATS: tuple[tuple[Shape, Colour], ...] = (
    (circle(0, 0, 92), CORAL),
    (box(-88, -88, 176, 176, 14), INK),
    (sector(0, 50, 108, 180, 360), AMBER),
    (tuple(polar(0, 0, 102, 30 + side * 60) for side in range(6)), SAGE),
    (box(-70, -100, 140, 200, 70), BRICK),
    (ellipse(0, 0, 108, 82), DEEP),
    (tuple(polar(0, 6, 112, 90 + side * 120) for side in range(3)), CORAL),
    (box(-92, -84, 184, 168, 54), AMBER),
    (tuple(polar(0, 0, 104, 22.5 + side * 45) for side in range(8)), INK),
    (sector(0, 50, 108, 180, 360), TEAL),
)


def draw_table(canvas: Canvas) -> None:
    canvas.fill(circle(800, 450, 760), mix(SAND, PAPER, 0.45))
    for number, (seat, colour) in enumerate(SEATS):
        row, column = divmod(number, 5)
        with canvas.at(280 + column * 260, 176 if row == 0 else 706, turn=row * 180):
            canvas.fill(seat, colour)
            canvas.stroke(seat, 26, colour, closed=True)
    canvas.fill(box(112, 248, 1376, 410, 60), STONE)
    canvas.fill(box(112, 232, 1376, 410, 60), TEAL)
    canvas.fill(box(112, 401, 1376, 72), mix(TEAL, DEEP, 0.5))
    for number in range(10):
        row, column = divmod(number, 5)
        with canvas.at(
            280 + column * 260 + row * 60 - 30, 314 if row == 0 else 560, turn=row * 180
        ):
            _draw_place(canvas)


def _draw_place(canvas: Canvas) -> None:
    canvas.fill(circle(0, 0, 66), PAPER)
    canvas.fill(circle(0, 0, 44), SKY)
    canvas.stroke(((112, 0), (140, 26)), 13, PAPER)
    canvas.fill(circle(104, 0, 30), PAPER)
    canvas.fill(circle(104, 0, 20), HONEY)
