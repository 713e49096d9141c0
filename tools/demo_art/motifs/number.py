"""The number of an episode, spoken in the same corner of every episode's picture."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.bubble import draw_bubble
from tools.demo_art.palette import Colour


def draw_number(canvas: Canvas, number: str, paper: Colour, ink: Colour) -> None:
    """Draw a bubble with a number, for a sheet of 1000 by 1000."""
    draw_bubble(canvas, (64, 64, 290, 158), 66, paper, root=150, tip=(112, 286))
    canvas.write(number, (209, 184), 116, ink, anchor="ms")
