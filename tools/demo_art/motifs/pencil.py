"""A pencil with a rubber at one end."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import AMBER, CORAL, INK, SAND, SKY, Colour, mix
from tools.demo_art.shapes import box


def draw_pencil(canvas: Canvas, length: float, colour: Colour = AMBER) -> None:
    """Draw a pencil centred on the origin, 36 thick, its point to the left."""
    left, right = -length / 2, length / 2
    canvas.fill(box(right - 40, -18, 40, 36, 14), CORAL)
    canvas.fill(box(right - 52, -18, 30, 36), SKY)
    canvas.fill(box(left + 54, -18, length - 106, 36), colour)
    canvas.fill(box(left + 54, -6, length - 106, 12), mix(colour, INK, 0.14))
    canvas.fill(((left, 0), (left + 54, -18), (left + 54, 18)), SAND)
    canvas.fill(((left, 0), (left + 20, -6.7), (left + 20, 6.7)), INK)
