"""Hands, seen from the side: one that holds something, one that is open for it."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import INK, Colour, mix
from tools.demo_art.shapes import box, curve


def draw_fist(canvas: Canvas, skin: Colour, sleeve: Colour, *, arm: float = 900) -> None:
    """Draw a closed hand that comes from the left; what it holds passes through (70, 0)."""
    shade = mix(skin, INK, 0.16)
    _draw_arm(canvas, skin, sleeve, arm)
    canvas.fill(box(-60, -92, 170, 184, 70), skin)
    for number in range(4):
        top = -92 + number * 46
        canvas.fill(box(28, top, 122, 46, 23), skin)
    for number in range(1, 4):
        canvas.stroke(((62, -92 + number * 46), (132, -92 + number * 46)), 5, shade)
    canvas.stroke(curve((-30, -72), (20, -60), (62, -20)), 56, shade)
    canvas.stroke(curve((-34, -80), (20, -66), (60, -26)), 50, skin)


def draw_open_hand(canvas: Canvas, skin: Colour, sleeve: Colour, *, arm: float = 900) -> None:
    """Draw an open hand that comes from the left, palm up; what it is given lies on (160, -40)."""
    shade = mix(skin, INK, 0.16)
    _draw_arm(canvas, skin, sleeve, arm)
    canvas.stroke(curve((-40, 0), (60, 26), (170, 22), (262, -8), (312, -58)), 62, shade)
    canvas.stroke(curve((-40, -4), (60, 14), (170, 6), (250, -22), (292, -70)), 62, skin)
    canvas.stroke(curve((-50, 0), (20, 0), (84, 6)), 104, skin)
    canvas.stroke(curve((10, -20), (60, -62), (92, -116)), 52, skin)


def _draw_arm(canvas: Canvas, skin: Colour, sleeve: Colour, arm: float) -> None:
    canvas.fill(box(-150, -52, 130, 104), skin)
    canvas.fill(box(-arm, -92, arm - 140, 184, 20), sleeve)
    canvas.fill(box(-190, -100, 62, 200, 16), mix(sleeve, INK, 0.2))
