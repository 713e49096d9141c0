"""The speech bubble, and the rays of a morning."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import Colour
from tools.demo_art.shapes import Point, bezier, box, sector


def draw_bubble(
    canvas: Canvas,
    frame: tuple[float, float, float, float],
    corner: float,
    colour: Colour,
    *,
    root: float,
    tip: Point,
) -> None:
    """Draw a bubble in a frame (left, top, width, height), its tail from root to tip."""
    left, top, width, height = frame
    bottom, reach = top + height, tip[1] - top - height
    canvas.fill(box(left, top, width, height, corner), colour)
    side = 1 if tip[0] <= root else -1
    inner = bezier(
        (root + side * reach * 0.55, bottom - 1),
        (root + side * reach * 0.4, bottom + reach * 0.5),
        (tip[0] + side * reach * 0.4, tip[1]),
        tip,
    )
    outer = bezier(
        tip,
        (tip[0] + side * reach * 0.3, bottom + reach * 0.6),
        (root - side * reach * 0.35, bottom + reach * 0.4),
        (root - side * reach * 0.35, bottom - 1),
    )
    canvas.fill((*inner, *outer), colour)


def draw_rays(
    canvas: Canvas, x: float, y: float, colour: Colour, *, count: int = 18, first: float = 0
) -> None:
    """Draw rays around a point, across the whole sheet."""
    turn = 360 / count
    for number in range(count):
        start = first + number * turn
        canvas.fill(sector(x, y, canvas.width + canvas.height, start, start + turn / 2), colour)
