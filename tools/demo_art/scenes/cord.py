"""Phone etiquette: a handset whose curled cord settles into a calm wave."""

from math import sin

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.cord import draw_coil
from tools.demo_art.motifs.phone import draw_handset
from tools.demo_art.palette import AMBER, DEEP
from tools.demo_art.shapes import circle, curve

CALM = tuple((x, 690 + 62 * sin((x - 430) / 105)) for x in range(430, 1760, 30))


def draw_calm_cord(canvas: Canvas) -> None:
    canvas.fill(circle(1130, 330, 220), AMBER)
    draw_coil(
        canvas,
        curve((345, 420), (232, 530), (270, 662), *CALM),
        DEEP,
        width=18,
        radius=32,
        pitch=46,
    )
    with canvas.at(620, 290, turn=-14, size=0.64):
        draw_handset(canvas)
