"""The curled cord of a telephone, coiled along any line."""

from itertools import pairwise
from math import dist

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import Colour
from tools.demo_art.shapes import Point, Shape, even, polar


def draw_coil(
    canvas: Canvas, line: Shape, colour: Colour, *, width: float, radius: float, pitch: float
) -> None:
    """Draw a cord that winds around a line, one turn to each pitch, straight at both ends."""
    canvas.stroke(coil(line, radius=radius, pitch=pitch), width, colour)


def coil(line: Shape, *, radius: float, pitch: float) -> Shape:
    """Wind around a line; the loops grow from nothing and shrink to nothing."""
    points = even(line, 2)
    length = sum(dist(a, b) for a, b in pairwise(points))
    wound, walked = [], 0.0
    for here, there in pairwise(points):
        ease = min(1.0, walked / (pitch * 2), (length - walked) / (pitch * 2))
        wound.append(_wind(here, there, radius * ease, 360 * walked / pitch))
        walked += dist(here, there)
    return (*wound, points[-1])


def _wind(here: Point, there: Point, radius: float, angle: float) -> Point:
    """Turn in a flat loop that leans along the line."""
    along, aside = polar(0, 0, 1, angle)
    step = dist(here, there) or 1.0
    dx, dy = (there[0] - here[0]) / step, (there[1] - here[1]) / step
    return here[0] + radius * (dx * along * 0.55 - dy * aside), here[1] + radius * (
        dy * along * 0.55 + dx * aside
    )
