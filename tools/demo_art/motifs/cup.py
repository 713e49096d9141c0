"""A cup that steams."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import INK, Colour, mix
from tools.demo_art.shapes import bezier, box, circle


def draw_cup(canvas: Canvas, colour: Colour, steam: Colour) -> None:
    """Draw a cup that stands on the line y = 0: 150 wide and 130 high, its handle at the right."""
    canvas.stroke(circle(82, -72, 32), 20, colour)
    canvas.fill(((-78, -130), (78, -130), (70, -40), (-70, -40)), colour)
    canvas.fill(box(-70, -90, 140, 90, 40), colour)
    canvas.fill(box(-78, -136, 156, 22, 11), mix(colour, INK, 0.2))
    for x in (-32, 32):
        canvas.stroke(bezier((x, -170), (x - 44, -210), (x + 44, -240), (x, -282)), 14, steam)
