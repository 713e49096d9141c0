"""Count to four: two people speak, and between them lies a pause of four beats."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.bubble import draw_bubble
from tools.demo_art.palette import AMBER, CORAL, DEEP, PAPER, STONE, TEAL, mix
from tools.demo_art.shapes import circle


def draw_pause(canvas: Canvas) -> None:
    canvas.fill(circle(800, 450, 400), mix(TEAL, DEEP, 0.5))
    draw_bubble(canvas, (90, 290, 400, 280), 110, CORAL, root=262, tip=(160, 700))
    draw_bubble(canvas, (1110, 290, 400, 280), 110, PAPER, root=1338, tip=(1440, 700))
    for x, ink in ((180, mix(CORAL, PAPER, 0.75)), (1200, STONE)):
        for number, reach in enumerate((220, 140)):
            canvas.stroke(((x, 400 + number * 60), (x + reach, 400 + number * 60)), 26, ink)
    for beat in range(4):
        canvas.fill(circle(800 + (beat - 1.5) * 132, 430, 42), mix(AMBER, PAPER, beat * 0.29))
