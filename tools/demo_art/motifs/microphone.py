"""A studio microphone on a stand."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import INK, PAPER, Colour, mix
from tools.demo_art.shapes import arc, box


def draw_microphone(canvas: Canvas, colour: Colour = INK, *, stand: float = 400) -> None:
    """Draw a microphone centred on the origin, 180 wide and 280 high, on its stand."""
    canvas.fill(box(-12, 170, 24, stand), colour)
    canvas.stroke(arc(0, 40, 130, 8, 172), 24, colour)
    canvas.fill(box(-88, -140, 176, 270, 88), colour)
    canvas.fill(box(-88, 34, 176, 22), mix(colour, PAPER, 0.55))
    for row in range(3):
        canvas.stroke(((-40, -80 + row * 38), (40, -80 + row * 38)), 12, mix(colour, PAPER, 0.3))
