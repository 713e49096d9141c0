"""A problem shared: two people and one knot, wide for the post and square for the episode."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.figure import draw_bob, draw_bust, draw_fringe, draw_short_hair
from tools.demo_art.motifs.hand import draw_fist
from tools.demo_art.motifs.number import draw_number
from tools.demo_art.motifs.rope import draw_rope, tie
from tools.demo_art.palette import (
    AMBER,
    CLAY,
    CORAL,
    DEEP,
    INK,
    PAPER,
    SKY,
    TEAL,
    UMBER,
    WHEAT,
    Colour,
    mix,
)
from tools.demo_art.shapes import box, circle, curve

CHESTNUT = mix(CORAL, INK, 0.55)


def draw_shared_problem(canvas: Canvas) -> None:
    """Two people sit on one side of a table, and each holds an end of the knot."""
    canvas.fill(circle(800, 470, 420), PAPER)
    with canvas.at(440, 390, size=1.08):
        draw_bust(canvas, UMBER, AMBER)
        draw_short_hair(canvas, INK)
    with canvas.at(1160, 390, size=1.08):
        draw_bob(canvas, CHESTNUT)
        draw_bust(canvas, WHEAT, TEAL)
        draw_fringe(canvas, CHESTNUT)
    canvas.fill(box(0, 660, 1600, 110), mix(TEAL, SKY, 0.4))
    canvas.fill(box(0, 762, 1600, 140), DEEP)
    rope = tie(
        ((540, 728), (600, 730), (690, 732)),
        ((940, 732), (1000, 730), (1060, 728)),
        x=800,
        y=556,
        across=196,
        down=146,
    )
    draw_rope(canvas, rope, 26, CORAL)
    for x, skin, jumper, mirror in ((440, UMBER, AMBER, False), (1160, WHEAT, TEAL, True)):
        with canvas.at(x, 390, size=1.08, mirror=mirror):
            _draw_arm(canvas, skin, jumper)


def _draw_arm(canvas: Canvas, skin: Colour, jumper: Colour) -> None:
    canvas.stroke(
        curve((-140, 120), (-172, 230), (-116, 316), (40, 316)), 92, mix(jumper, INK, 0.14)
    )
    canvas.fill(box(66, 272, 110, 88, 40), skin)
    for number in range(1, 4):
        canvas.stroke(((128, 272 + number * 22), (166, 272 + number * 22)), 5, mix(skin, INK, 0.2))


def draw_episode(canvas: Canvas) -> None:
    """Two hands pull at the two ends of one knot."""
    canvas.fill(circle(500, 560, 330), mix(TEAL, DEEP, 0.6))
    rope = tie(
        ((150, 716), (250, 716), (360, 722)),
        ((660, 722), (750, 716), (850, 716)),
        x=500,
        y=532,
        across=164,
        down=160,
    )
    draw_rope(canvas, rope, 32, AMBER)
    with canvas.at(215, 716, size=0.78):
        draw_fist(canvas, CLAY, SKY)
    with canvas.at(785, 716, size=0.78, mirror=True):
        draw_fist(canvas, UMBER, CORAL)
    draw_number(canvas, "068", PAPER, DEEP)
