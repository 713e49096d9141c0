"""Customer or client: one door with a path in and out, one with a path that keeps coming back."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.arrow import draw_arrow
from tools.demo_art.palette import (
    AMBER,
    CORAL,
    DEEP,
    HONEY,
    INK,
    PAPER,
    SAND,
    SKY,
    TEAL,
    Colour,
    mix,
)
from tools.demo_art.shapes import arc, bezier, box, circle

GROUND = 390


def draw_two_doors(canvas: Canvas) -> None:
    canvas.fill(box(0, 0, 800, GROUND), mix(SKY, TEAL, 0.3))
    canvas.fill(box(0, GROUND, 800, 510), SKY)
    canvas.fill(box(800, 0, 800, GROUND), AMBER)
    canvas.fill(box(800, GROUND, 800, 510), HONEY)
    _draw_visit(canvas)
    _draw_returns(canvas)
    _draw_door(canvas, 400, INK, PAPER)
    _draw_door(canvas, 1200, CORAL, HONEY)


def _draw_visit(canvas: Canvas) -> None:
    """Draw a path that goes straight in and straight out again."""
    path = ((340, 960), (340, GROUND + 60), *arc(400, GROUND + 60, 60, 180, 360), (460, 780))
    draw_arrow(canvas, path, 40, INK)


def _draw_returns(canvas: Canvas) -> None:
    """Draw a worn path: three loops, each of which ends where it began."""
    for reach, shade in ((1.0, 0.0), (0.7, 0.22), (0.42, 0.44)):
        colour = mix(TEAL, HONEY, shade)
        foot = GROUND + 440 * reach
        for side in (-1, 1):
            far = 1200 + side * 410 * reach
            canvas.stroke(
                bezier((1200, GROUND), (far + side * 60, GROUND + 60), (far, foot), (1200, foot)),
                46,
                colour,
            )
        canvas.stroke(((1190, foot - 13), (1204, foot), (1190, foot + 13)), 10, PAPER)


def _draw_door(canvas: Canvas, x: float, colour: Colour, light: Colour) -> None:
    canvas.fill(box(x - 128, 60, 256, GROUND - 60, 16), DEEP)
    canvas.fill(box(x - 104, 84, 208, GROUND - 84), colour)
    canvas.fill(box(x - 72, 116, 144, 100, 10), light)
    canvas.fill(circle(x + 72, 262, 13), SAND)
    canvas.fill(box(x - 150, GROUND - 14, 300, 26, 8), DEEP)
