"""An arrowhead at the end of a line."""

from math import atan2, degrees

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import Colour
from tools.demo_art.shapes import Shape


def draw_arrow(canvas: Canvas, line: Shape, width: float, colour: Colour) -> None:
    """Draw a thick line with a head that points on from its last step."""
    canvas.stroke(line, width, colour)
    (x0, y0), (x1, y1) = line[-2:]
    with canvas.at(x1, y1, turn=degrees(atan2(y1 - y0, x1 - x0))):
        head: Shape = ((-0.2 * width, -1.3 * width), (1.5 * width, 0), (-0.2 * width, 1.3 * width))
        canvas.fill(head, colour)
        canvas.stroke(head, width * 0.3, colour, closed=True)
