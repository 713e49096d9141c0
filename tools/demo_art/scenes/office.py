"""The desk: no person, but a tidy place to work, with a lamp, a telephone and letters."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.phone import draw_handset, draw_telephone
from tools.demo_art.palette import AMBER, CORAL, DEEP, HONEY, INK, PAPER, SKY, STONE, TEAL, mix
from tools.demo_art.shapes import box, circle, sector

TOP = 690


def draw_office(canvas: Canvas) -> None:
    canvas.fill(((214, 330), (420, 330), (600, TOP), (60, TOP)), HONEY)
    _draw_lamp(canvas)
    _draw_clock(canvas)
    with canvas.at(700, TOP, size=0.66):
        draw_telephone(canvas)
        with canvas.at(0, -410, turn=180, size=0.44):
            draw_handset(canvas)
    _draw_letters(canvas)
    canvas.fill(box(0, TOP, 1000, 60), mix(TEAL, SKY, 0.3))
    canvas.fill(box(60, TOP + 60, 880, 300), TEAL)
    for x in (100, 520):
        canvas.fill(box(x, TOP + 100, 380, 260, 14), DEEP)
        canvas.fill(box(x + 140, TOP + 150, 100, 26, 13), AMBER)


def _draw_lamp(canvas: Canvas) -> None:
    canvas.fill(box(60, TOP - 26, 200, 26, 12), INK)
    canvas.stroke(((160, TOP - 30), (110, 420), (300, 240)), 24, INK)
    canvas.fill(circle(317, 334, 34), PAPER)
    canvas.fill(sector(317, 340, 130, 180, 360), AMBER)
    canvas.fill(circle(110, 420, 24), CORAL)


def _draw_clock(canvas: Canvas) -> None:
    canvas.fill(circle(700, 200, 104), DEEP)
    canvas.fill(circle(700, 200, 86), PAPER)
    for hand in ((700, 138), (742, 224)):
        canvas.stroke(((700, 200), hand), 13, INK)


def _draw_letters(canvas: Canvas) -> None:
    for number, (left, colour) in enumerate(
        ((300, PAPER), (314, STONE), (290, PAPER), (306, CORAL))
    ):
        canvas.fill(box(left, TOP - 30 - number * 30, 170, 26, 5), colour)
