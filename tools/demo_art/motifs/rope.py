"""A rope that passes over and under itself in turn, as a real knot does."""

from math import cos, pi, sin, sqrt

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import INK, Colour, mix
from tools.demo_art.shapes import Point, Shape, curve, even

STEP = 5
WEAVE = 240


def draw_rope(canvas: Canvas, line: Shape, width: float, colour: Colour) -> None:
    """Draw a rope along a line; every second crossing lies on top."""
    line = even(line, STEP)
    edge, rim = mix(colour, INK, 0.45), width * 0.4
    reach = round(width * 0.8 / STEP)
    canvas.stroke(line, width + rim, edge)
    canvas.stroke(line, width, colour)
    for at in find_crossings(line)[::2]:
        canvas.stroke(line[at - reach : at + reach + 1], width + rim, edge)
        canvas.stroke(line[at - reach - 2 : at + reach + 3], width, colour)


def tie(left: Shape, right: Shape, *, x: float, y: float, across: float, down: float) -> Shape:
    """Lead a line from the left into a knot at its foot, around, and out to the right."""
    knot = (_weave(step / WEAVE) for step in range(WEAVE + 1))
    return curve(*left, *((x + px * across, y + py * down) for px, py in knot), *right)


def find_crossings(line: Shape) -> list[int]:
    """Find where a line crosses itself, once for each of the two strands.

    >>> find_crossings(((0, 0), (4, 4), (4, 0), (0, 4)))
    [0, 2]
    """
    count = len(line) - 1
    pairs = ((i, j) for i in range(count) for j in range(i + 2, count))
    return sorted(
        at for i, j in pairs if _cross(*line[i : i + 2], *line[j : j + 2]) for at in (i, j)
    )


def _weave(share: float) -> Point:
    """Follow three quarters of a Lissajous figure, drawn in at the corners towards a ball."""
    turn = share * pi * 1.46
    x, y = sin(3 * turn - 0.45), cos(4 * turn)
    return x * sqrt(1 - y * y * 0.35), y * sqrt(1 - x * x * 0.35)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
