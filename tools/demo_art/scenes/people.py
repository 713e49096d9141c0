"""The people of the site: the host with a microphone, and a guest seen from behind."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.figure import draw_bun, draw_bust, draw_short_hair
from tools.demo_art.motifs.microphone import draw_microphone
from tools.demo_art.palette import (
    AMBER,
    CLAY,
    CORAL,
    DEEP,
    INK,
    PAPER,
    SAND,
    SKY,
    STONE,
    TEAL,
    WHEAT,
    mix,
)
from tools.demo_art.shapes import box, circle


def draw_host(canvas: Canvas) -> None:
    """Grey hair, round glasses, a green jumper."""
    canvas.fill(circle(500, 480, 390), PAPER)
    with canvas.at(500, 620, size=1.6):
        draw_bust(canvas, WHEAT, TEAL)
        draw_short_hair(canvas, mix(STONE, INK, 0.3))
        for side in (-1, 1):
            canvas.fill(circle(side * 46, -148, 32), SKY)
            canvas.stroke(circle(side * 46, -148, 32), 9, INK, closed=True)
        canvas.stroke(((-14, -152), (14, -152)), 9, INK)
    with canvas.at(770, 800, turn=-14, size=0.9):
        draw_microphone(canvas)


def draw_guest(canvas: Canvas) -> None:
    """Seen from behind, on a chair, facing a free microphone."""
    canvas.fill(circle(500, 480, 390), SAND)
    with canvas.at(760, 420, size=0.85):
        draw_microphone(canvas, INK, stand=700)
    with canvas.at(420, 560, size=1.35):
        draw_bust(canvas, CLAY, AMBER)
        draw_bun(canvas, mix(CORAL, INK, 0.62))
    canvas.fill(box(150, 700, 540, 320, 60), DEEP)
    canvas.fill(box(200, 750, 440, 90, 30), TEAL)
    canvas.fill(box(200, 880, 440, 200, 30), AMBER)
