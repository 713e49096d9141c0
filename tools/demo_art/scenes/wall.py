"""The fundamentals: a low wall of ten stones, three of which still lie in the grass."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import (
    AMBER,
    DEEP,
    HONEY,
    INK,
    PAPER,
    SAND,
    SKY,
    STONE,
    TEAL,
    Colour,
    mix,
)
from tools.demo_art.shapes import box, circle, dashes

ROWS = ((570, 180, (330, 270, 340)), (430, 134, (250, 370, 320)), (326, 98, (220, 260, 240, 220)))
MISSING = frozenset({6, 8, 9})
WAITING = ((1090, 690, -4), (1330, 706, 5), (1196, 784, 1))


def draw_wall(canvas: Canvas) -> None:
    canvas.fill(circle(1290, 300, 170), AMBER)
    canvas.fill(circle(420, 1500, 1040), mix(TEAL, SKY, 0.5))
    canvas.fill(circle(1250, 2150, 1620), mix(TEAL, SKY, 0.3))
    canvas.fill(box(0, 690, 1600, 210), TEAL)
    canvas.fill(box(84, 450, 912, 280), mix(STONE, INK, 0.35))
    number = 0
    for top, height, widths in ROWS:
        left = 70.0
        for width in widths:
            _draw_place(canvas, (left, top, width, height), number)
            left += width
            number += 1
    canvas.fill(box(50, 744, 980, 22, 11), DEEP)
    for x, y, turn in WAITING:
        canvas.fill(box(x - 8, y + 78, 226, 26, 13), DEEP)
        with canvas.at(x, y, turn=turn):
            _draw_stone(canvas, (0, 0, 210, 94), mix(HONEY, SAND, 0.4))


def _draw_place(canvas: Canvas, frame: tuple[float, float, float, float], number: int) -> None:
    left, top, width, height = frame
    if number in MISSING:
        outline = box(left + 14, top + 14, width - 28, height - 24, 26)
        for dash in dashes((*outline, outline[0]), 24, 20):
            canvas.stroke(dash, 7, INK)
    else:
        colours = (STONE, SAND, mix(STONE, INK, 0.12))
        _draw_stone(canvas, (left + 5, top + 5, width - 10, height - 10), colours[number * 2 % 3])


def _draw_stone(canvas: Canvas, frame: tuple[float, float, float, float], colour: Colour) -> None:
    left, top, width, height = frame
    canvas.fill(box(left, top, width, height, 30), mix(colour, INK, 0.18))
    canvas.fill(box(left, top, width, height - 16, 30), colour)
    canvas.stroke(
        ((left + 40, top + 26), (left + width * 0.4, top + 26)), 9, mix(colour, PAPER, 0.5)
    )
