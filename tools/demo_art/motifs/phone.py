"""The telephone: a handset of the old kind, the set it rests on, and the arcs of its ringing."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import BRICK, CORAL, INK, PAPER, Colour
from tools.demo_art.shapes import arc, band, box, circle, polar, sector


def draw_handset(canvas: Canvas, colour: Colour = CORAL, shade: Colour = BRICK) -> None:
    """Draw a handset on its back, like a smile: 1300 wide, its handle's lowest point 250 down."""
    for side in (-1, 1):
        with canvas.at(side * 500, 0, turn=side * 12):
            canvas.fill(box(-178, -180, 356, 90, 40), shade)
            canvas.fill(box(-148, -112, 296, 74), colour)
            canvas.fill(sector(0, -42, 148, 0, 180), colour)
    canvas.fill(band(0, -600, 810, 650, 50, 130), colour)


def draw_telephone(canvas: Canvas, colour: Colour = CORAL, shade: Colour = BRICK) -> None:
    """Draw a set with an empty cradle that stands on the line y = 0: 600 wide, 400 high."""
    canvas.fill(box(-300, -36, 600, 36, 14), shade)
    for side in (-1, 1):
        with canvas.at(side * 140, -330):
            canvas.fill(box(-58, -66, 34, 90, 14), shade)
            canvas.fill(box(24, -66, 34, 90, 14), shade)
            canvas.fill(box(-58, -12, 116, 46, 14), shade)
    canvas.fill(((-196, -312), (196, -312), (292, -34), (-292, -34)), colour)
    canvas.stroke(((-182, -306), (182, -306), (274, -50), (-274, -50)), 36, colour, closed=True)
    with canvas.at(0, -168):
        draw_dial(canvas, shade)


def draw_dial(canvas: Canvas, colour: Colour) -> None:
    """Draw a dial with ten holes, 250 across."""
    canvas.fill(circle(0, 0, 125), PAPER)
    for number in range(10):
        x, y = polar(0, 0, 92, 70 - number * 30)
        canvas.fill(circle(x, y, 18), INK)
    canvas.fill(circle(0, 0, 52), colour)


def draw_rings(
    canvas: Canvas, colour: Colour, *, count: int = 3, width: float = 40, first: float = 120
) -> None:
    """Draw arcs that open to the right, each farther off than the last."""
    for number in range(count):
        canvas.stroke(arc(0, 0, first + number * width * 2.3, -42, 42), width, colour)
