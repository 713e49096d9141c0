"""From a picture in the catalogue to the bytes of its file, without metadata or date."""

from io import BytesIO

from PIL import Image

from tools.demo_art.canvas import Canvas
from tools.demo_art.catalogue import Picture
from tools.demo_art.scenes.mark import CORNER
from tools.demo_art.shapes import box

COLOURS = 64
ROUND = ("favicon.ico", "favicon-32.png")


def paint(picture: Picture, pixels: tuple[int, int]) -> Image.Image:
    """Draw a picture at a size in pixels."""
    canvas = Canvas(units=picture.units, pixels=pixels, finer=picture.finer, ground=picture.ground)
    picture.draw(canvas)
    image = canvas.finish()
    if picture.path.endswith(ROUND):
        image.putalpha(_round_corners(pixels))
    return image


def encode(picture: Picture) -> bytes:
    """Give the bytes of a picture's file; the kind of file follows from its name."""
    image, out = paint(picture, picture.pixels), BytesIO()
    match picture.path.rpartition(".")[2]:
        case "jpg":
            image.save(out, "JPEG", quality=85, subsampling=0, progressive=True, optimize=True)
        case "ico":
            small = paint(picture, (16, 16))
            image.save(out, "ICO", sizes=[(16, 16), (32, 32)], append_images=[small])
        case _:
            _reduce(image).save(out, "PNG", optimize=True)
    return out.getvalue()


def _reduce(image: Image.Image) -> Image.Image:
    """Keep the few colours that a flat picture has; one with transparent corners stays whole."""
    if image.mode != "RGB":
        return image
    return image.quantize(COLOURS, dither=Image.Dither.NONE)


def _round_corners(pixels: tuple[int, int]) -> Image.Image:
    black, white = (0, 0, 0), (255, 255, 255)
    canvas = Canvas(units=(100, 100), pixels=pixels, finer=8, ground=black)
    canvas.fill(box(0, 0, 100, 100, CORNER), white)
    return canvas.finish().convert("L")
