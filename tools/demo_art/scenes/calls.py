"""Unwanted callers: a telephone that rings, and is refused."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.number import draw_number
from tools.demo_art.motifs.phone import draw_handset, draw_rings, draw_telephone
from tools.demo_art.palette import CORAL, DEEP, HONEY, INK, PAPER, TEAL
from tools.demo_art.shapes import box, circle


def draw_episode(canvas: Canvas) -> None:
    canvas.fill(circle(500, 650, 290), HONEY)
    canvas.fill(box(0, 890, 1000, 110), INK)
    with canvas.at(500, 890, size=0.88):
        draw_telephone(canvas, TEAL, DEEP)
        with canvas.at(0, -440, turn=175, size=0.46):
            draw_handset(canvas, TEAL, DEEP)
    for side in (-1, 1):
        with canvas.at(500 + side * 258, 516, turn=side * -30, mirror=side < 0):
            draw_rings(canvas, INK, width=26, first=80)
    draw_number(canvas, "075", PAPER, INK)
    with canvas.at(852, 148):
        _draw_refusal(canvas)


def _draw_refusal(canvas: Canvas) -> None:
    canvas.fill(circle(0, 0, 84), CORAL)
    for side in (-1, 1):
        canvas.stroke(((-32 * side, -32), (32 * side, 32)), 26, PAPER)
