"""The contact list: the sheet with twenty lines, and the same twenty as dots."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.pencil import draw_pencil
from tools.demo_art.palette import AMBER, CORAL, INK, PAPER, SKY, STONE, TEAL, Colour, mix
from tools.demo_art.shapes import box, circle

LENGTHS = (300, 240, 280, 200, 320, 260, 220, 300, 250, 190)
TICKED = frozenset({0, 1, 3, 6, 10, 11, 14})
BUSINESS = frozenset({1, 2, 5, 8, 9, 12, 14, 17, 18})


def draw_list(canvas: Canvas) -> None:
    """Twenty lines with a box each, seven of them ticked, and a pencil across the sheet."""
    canvas.fill(circle(1480, 160, 520), mix(TEAL, SKY, 0.16))
    with canvas.at(800, 448, turn=-5, size=0.93):
        canvas.fill(box(-556, -384, 1140, 830, 26), mix(TEAL, INK, 0.45))
        canvas.fill(box(-570, -400, 1140, 830, 26), PAPER)
        canvas.fill(box(-490, -346, 420, 34, 17), CORAL)
        for number in range(20):
            column, row = divmod(number, 10)
            with canvas.at(-490 + column * 530, -246 + row * 66):
                _draw_line(canvas, LENGTHS[(row + column * 3) % 10], is_ticked=number in TICKED)
    with canvas.at(1262, 580, turn=-44, size=1.6):
        draw_pencil(canvas, 470)


def _draw_line(canvas: Canvas, length: float, *, is_ticked: bool) -> None:
    canvas.stroke(box(0, -19, 38, 38, 4), 6, INK, closed=True)
    canvas.stroke(((80, 0), (80 + length, 0)), 12, INK if is_ticked else STONE)
    if is_ticked:
        canvas.stroke(((6, -2), (18, 14), (46, -26)), 11, TEAL)


def draw_twenty(canvas: Canvas) -> None:
    """Twenty people in a grid: nine from business, eleven from elsewhere."""
    for number in range(20):
        row, column = divmod(number, 5)
        with canvas.at(800 + (column - 2) * 236, 450 + (row - 1.5) * 208):
            _draw_person(canvas, TEAL if number in BUSINESS else AMBER)


def _draw_person(canvas: Canvas, colour: Colour) -> None:
    canvas.fill(circle(0, 0, 90), colour)
    with canvas.inside(circle(0, 0, 77)):
        canvas.fill(circle(0, 88, 68), PAPER)
    canvas.fill(circle(0, -22, 32), PAPER)
