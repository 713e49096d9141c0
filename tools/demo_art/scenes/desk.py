"""How we answer the phone: a desk telephone off the hook, a notepad, and the morning outside."""

from tools.demo_art.canvas import Canvas
from tools.demo_art.motifs.cord import draw_coil
from tools.demo_art.motifs.pencil import draw_pencil
from tools.demo_art.motifs.phone import draw_handset, draw_telephone
from tools.demo_art.palette import AMBER, BRICK, DEEP, HONEY, INK, PAPER, SKY, STONE, TEAL, mix
from tools.demo_art.shapes import bezier, box, circle


def draw_phone_on_desk(canvas: Canvas) -> None:
    _draw_window(canvas)
    canvas.fill(box(0, 690, 1600, 210), TEAL)
    canvas.fill(box(0, 690, 1600, 26), mix(TEAL, SKY, 0.35))
    canvas.fill(((900, 716), (1440, 716), (1560, 900), (780, 900)), mix(TEAL, HONEY, 0.28))
    with canvas.at(470, 780):
        draw_telephone(canvas)
    cord = bezier((240, 740), (20, 640), (90, 330), (262, 316))
    draw_coil(canvas, cord, INK, width=13, radius=24, pitch=34)
    with canvas.at(520, 250, turn=-10, size=0.44):
        draw_handset(canvas)
    with canvas.at(1130, 690):
        _draw_notepad(canvas)


def _draw_window(canvas: Canvas) -> None:
    canvas.fill(box(880, 70, 620, 470), PAPER)
    for column in range(2):
        pane = box(910 + column * 288, 100, 272, 410)
        with canvas.inside(pane):
            canvas.fill(pane, SKY)
            canvas.fill(circle(1190, 510, 310), HONEY)
            canvas.fill(circle(1190, 510, 190), AMBER)
    canvas.fill(box(850, 538, 680, 34, 8), STONE)


def _draw_notepad(canvas: Canvas) -> None:
    canvas.fill(((-190, 60), (180, 60), (230, 176), (-240, 176)), mix(DEEP, INK, 0.2))
    canvas.fill(((-190, 50), (180, 50), (230, 164), (-240, 164)), PAPER)
    canvas.fill(((-190, 50), (180, 50), (190, 74), (-200, 74)), BRICK)
    for number, reach in enumerate((150, 60, 110)):
        left = -186 - number * 12
        canvas.stroke(((left, 96 + number * 24), (reach, 96 + number * 24)), 7, STONE)
    with canvas.at(330, 104, turn=-28):
        draw_pencil(canvas, 250)
