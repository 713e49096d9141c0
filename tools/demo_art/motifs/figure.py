"""People as plain shapes: a head, hair and a jumper, and no face."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.palette import INK, PAPER, Colour, mix
from tools.demo_art.shapes import arc, box, circle, ellipse, sector


def draw_bust(canvas: Canvas, skin: Colour, jumper: Colour, *, tall: float = 520) -> None:
    """Draw head and shoulders around the base of the neck; the head's centre is 160 up."""
    canvas.fill(box(-190, 10, 380, tall, 130), jumper)
    canvas.fill(box(-48, -80, 96, 130, 48), mix(skin, INK, 0.16))
    canvas.fill(sector(0, 12, 74, 0, 180), mix(jumper, INK, 0.18))
    canvas.fill(sector(0, 8, 50, 0, 180), mix(skin, INK, 0.16))
    for side in (-1, 1):
        canvas.fill(circle(side * 100, -150, 22), skin)
    canvas.fill(ellipse(0, -160, 102, 118), skin)


def draw_short_hair(canvas: Canvas, colour: Colour) -> None:
    canvas.fill(_over_brow(-190, lean=26), colour)


def draw_bob(canvas: Canvas, colour: Colour) -> None:
    """Draw the part of chin-long hair that is behind the head; `draw_fringe` is the rest."""
    canvas.fill(box(-136, -290, 272, 250, 130), colour)
    canvas.fill(box(-136, -170, 272, 140, 40), colour)


def draw_fringe(canvas: Canvas, colour: Colour) -> None:
    canvas.fill(_over_brow(-200, lean=-14), colour)


def draw_bun(canvas: Canvas, colour: Colour) -> None:
    """Draw hair as it is seen from behind, tied up in a bun."""
    canvas.fill(box(-84, -150, 168, 96, 44), colour)
    canvas.fill(ellipse(0, -168, 114, 126), colour)
    canvas.fill(circle(0, -262, 74), mix(colour, PAPER, 0.14))


def _over_brow(brow: float, *, lean: float) -> tuple[tuple[float, float], ...]:
    top = tuple((x * 112, -168 + y * 124) for x, y in arc(0, 0, 1, 180, 360))
    return (
        *top,
        (102, -136),
        (92, brow + 10 - lean),
        (-10, brow - lean * 0.4),
        (-92, brow + 10 + lean),
        (-102, -136),
    )
