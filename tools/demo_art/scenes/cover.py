"""The cover of the podcast: the title in a speech bubble above a handset that smiles."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.letters import fit
from tools.demo_art.motifs.bubble import draw_bubble, draw_rays
from tools.demo_art.motifs.phone import draw_handset
from tools.demo_art.palette import AMBER, DEEP, INK, PAPER, TEAL, mix
from tools.demo_art.shapes import circle


def draw_cover(canvas: Canvas) -> None:
    draw_rays(canvas, 500, 800, mix(TEAL, DEEP, 0.4), count=20, first=4.5)
    canvas.fill(circle(500, 1010, 545), AMBER)
    draw_bubble(canvas, (65, 62, 870, 540), 96, PAPER, root=250, tip=(196, 690))
    for text, baseline, colour in (("The Daily", 246, TEAL), ("Dave", 530, INK)):
        size, start = fit(text, 690)
        canvas.write(text, (155 - start, baseline), size, colour)
    with canvas.at(500, 774, turn=-5, size=0.5):
        draw_handset(canvas)
    canvas.write("a short word every working day", (500, 957), 46, INK, face="text", anchor="ms")
