"""A sheet to draw on: large while shapes are filled and stroked, shrunk at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from math import dist

from PIL import Image, ImageDraw

from tools.demo_art import letters
from tools.demo_art.palette import Colour
from tools.demo_art.placement import Placement
from tools.demo_art.shapes import Point, Shape


class Canvas:
    """One picture in the making, measured in units of its own, whatever its size in pixels."""

    def __init__(
        self, *, units: tuple[int, int], pixels: tuple[int, int], finer: int, ground: Colour
    ) -> None:
        self._pixels = pixels
        scale = pixels[0] * finer / units[0]
        self._image = Image.new("RGB", (pixels[0] * finer, pixels[1] * finer), ground)
        self._draw = ImageDraw.Draw(self._image)
        self._placement = Placement(xx=scale, xy=0, yx=0, yy=scale)
        self.width, self.height = units

    def fill(self, shape: Shape, colour: Colour) -> None:
        """Fill a closed shape."""
        self._draw.polygon([self._placement.apply(point) for point in shape], fill=colour)

    def stroke(self, line: Shape, width: float, colour: Colour, *, closed: bool = False) -> None:
        """Draw a line with round ends and joints."""
        points = [self._placement.apply(point) for point in (*line, *line[: int(closed)])]
        radius = width * self._placement.size / 2
        for start, end in pairwise(points):
            self._draw.polygon(_bar(start, end, radius), fill=colour)
        for x, y in points:
            self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def write(
        self,
        text: str,
        at: Point,
        size: float,
        colour: Colour,
        *,
        face: str = "title",
        anchor: str = "ls",
    ) -> None:
        """Write one upright line of text; the anchor is Pillow's (ls: left end of the baseline)."""
        font = letters.load(face, size * self._placement.size)
        self._draw.text(self._placement.apply(at), text, font=font, fill=colour, anchor=anchor)

    @contextmanager
    def at(
        self, x: float, y: float, *, turn: float = 0, size: float = 1, mirror: bool = False
    ) -> Iterator[None]:
        """Draw what follows around this point, turned clockwise by degrees."""
        outer = self._placement
        self._placement = outer.inner(x, y, turn=turn, size=size, mirror=mirror)
        try:
            yield
        finally:
            self._placement = outer

    @contextmanager
    def inside(self, shape: Shape) -> Iterator[None]:
        """Keep what follows within a shape, as with a stencil."""
        points = [self._placement.apply(point) for point in shape]
        beneath = self._image.copy()
        yield
        stencil = Image.new("L", beneath.size, 0)
        ImageDraw.Draw(stencil).polygon(points, fill=255)
        beneath.paste(self._image, mask=stencil)
        self._image.paste(beneath)

    def finish(self) -> Image.Image:
        """Shrink to the final size."""
        return self._image.resize(self._pixels, Image.Resampling.LANCZOS)


def _bar(start: Point, end: Point, radius: float) -> list[Point]:
    length = dist(start, end) or 1.0
    across, down = (start[1] - end[1]) / length * radius, (end[0] - start[0]) / length * radius
    return [
        (start[0] + across, start[1] + down),
        (end[0] + across, end[1] + down),
        (end[0] - across, end[1] - down),
        (start[0] - across, start[1] - down),
    ]
