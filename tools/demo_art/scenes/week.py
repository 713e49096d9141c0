"""The week: the Monday board for the post, and the row of days for the tag about Thursdays."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.cup import draw_cup
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
from tools.demo_art.shapes import bezier, box, circle

DAYS = (61, 235, 409, 1041, 1215, 1389)
CARDS = ((0, 0, AMBER), (0, 1, SAGE), (0, 2, CORAL), (1, 0, SKY), (3, 0, HONEY))


def draw_board(canvas: Canvas) -> None:
    """Five columns: three cards on Monday, a few for later, and a cup below."""
    canvas.fill(box(166, 56, 1268, 586, 26), mix(DEEP, INK, 0.3))
    canvas.fill(box(190, 80, 1220, 538, 10), PAPER)
    for column in range(5):
        left = 190 + column * 244
        canvas.fill(box(left + 18, 102, 208, 48, 24), CORAL if column == 0 else STONE)
        if column:
            canvas.stroke(((left, 110), (left, 588)), 6, SAND)
    for column, row, colour in CARDS:
        with canvas.at(190 + column * 244 + 122, 238 + row * 148):
            _draw_card(canvas, colour)
    canvas.fill(box(0, 800, 1600, 100), TEAL)
    canvas.fill(box(0, 790, 1600, 34), mix(TEAL, SKY, 0.35))
    with canvas.at(1190, 802):
        draw_cup(canvas, CORAL, STONE)


def _draw_card(canvas: Canvas, colour: Colour) -> None:
    canvas.fill(box(-92, -60, 196, 132, 10), STONE)
    canvas.fill(box(-98, -66, 196, 132, 10), colour)
    canvas.fill(circle(0, -46, 13), INK)
    for number, reach in enumerate((60, 24)):
        canvas.stroke(
            ((-68, -2 + number * 30), (reach, -2 + number * 30)), 10, mix(colour, INK, 0.55)
        )


def draw_thursday(canvas: Canvas) -> None:
    """Seven squares; the fourth is large and bright, with an open book on it."""
    for left, colour in zip(DAYS, (SAGE, SAGE, SAGE, SAGE, TEAL, TEAL), strict=True):
        canvas.fill(box(left, 375, 150, 150, 26), colour)
    canvas.fill(box(600, 250, 400, 400, 48), AMBER)
    with canvas.at(800, 462):
        _draw_book(canvas)


def _draw_book(canvas: Canvas) -> None:
    for side, page in ((-1, PAPER), (1, mix(PAPER, SAND, 0.6))):
        with canvas.at(0, 0, mirror=side < 0):
            canvas.fill(
                (
                    *bezier((0, -92), (50, -132), (110, -124), (160, -108)),
                    (160, 96),
                    *bezier((160, 96), (110, 80), (50, 72), (0, 112)),
                ),
                BRICK,
            )
            canvas.fill(
                (
                    *bezier((0, -112), (44, -148), (100, -140), (146, -124)),
                    (146, 70),
                    *bezier((146, 70), (100, 56), (44, 50), (0, 86)),
                ),
                page,
            )
            for number in range(3):
                y = -76 + number * 44
                canvas.stroke(
                    bezier((34, y - 6), (60, y - 20), (90, y - 20), (116, y - 12)), 9, STONE
                )
