"""The mark of the site: a C that speaks, closed by the one who comes back."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import AMBER, DEEP, PAPER, Colour
from tools.demo_art.shapes import Point, Shape, arc, circle

RING_RADIUS = 26
RING = arc(46.5, 48, RING_RADIUS, 52, 308)
RING_WIDTH = 15
TAIL: Shape = ((23, 58), (45, 80), (14, 90))
CORNER = 22
GUEST = (74.5, 48, 11.5)


def draw_mark(canvas: Canvas, letter: Colour = PAPER, dot: Colour = AMBER) -> None:
    """Draw the mark on a field of 100 by 100."""
    canvas.stroke(RING, RING_WIDTH, letter)
    canvas.fill(TAIL, letter)
    canvas.fill(circle(*GUEST), dot)


def render_svg() -> str:
    """Write the same mark as an SVG with round corners.

    >>> render_svg().count("<path")
    2
    """
    tail = " ".join(_pair(point) for point in TAIL)
    x, y, radius = GUEST
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" rx="{CORNER}" fill="{_name(DEEP)}"/>'
        f'<path d="M{_pair(RING[0])}A{RING_RADIUS} {RING_RADIUS} 0 1 1 {_pair(RING[-1])}"'
        f' fill="none" stroke="{_name(PAPER)}" stroke-width="{RING_WIDTH}" stroke-linecap="round"/>'
        f'<path d="M{tail}z" fill="{_name(PAPER)}"/>'
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{_name(AMBER)}"/>'
        "</svg>\n"
    )


def _pair(point: Point) -> str:
    return f"{point[0]:.4g} {point[1]:.4g}"


def _name(colour: Colour) -> str:
    return "#" + bytes(colour).hex()
