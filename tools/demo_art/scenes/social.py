"""The card that other sites show for a link to this one."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.bubble import draw_bubble, draw_rays
from tools.demo_art.motifs.phone import draw_handset
from tools.demo_art.palette import AMBER, DEEP, HONEY, PAPER, TEAL, mix
from tools.demo_art.shapes import circle

SUN = (965, 690)


def draw_social(canvas: Canvas) -> None:
    draw_rays(canvas, *SUN, mix(TEAL, DEEP, 0.3), count=20, first=4.5)
    canvas.fill(circle(*SUN, 330), AMBER)
    draw_bubble(canvas, (862, 84, 258, 150), 64, PAPER, root=954, tip=(902, 304))
    for number in range(3):
        canvas.fill(circle(925 + number * 66, 159, 17), TEAL)
    with canvas.at(SUN[0], 512, turn=-5, size=0.28):
        draw_handset(canvas)
    for text, baseline in (("Clients,", 238), ("Not Customers", 346)):
        canvas.write(text, (80, baseline), 100, PAPER)
    for text, baseline in (("A business coach on serving", 432), ("people who come back", 480)):
        canvas.write(text, (84, baseline), 36, HONEY, face="text")
