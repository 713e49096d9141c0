"""Where a drawing sits on its sheet: moved, turned, scaled and mirrored, one inside another."""

from dataclasses import dataclass
from math import cos, hypot, radians, sin

from tools.demo_art.shapes import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The matrix that takes a drawing's own coordinates to pixels."""

    xx: float
    xy: float
    yx: float
    yy: float
    x: float = 0.0
    y: float = 0.0

    @property
    def size(self) -> float:
        """Tell how much longer a line gets."""
        return hypot(self.xx, self.yx)

    def apply(self, point: Point) -> Point:
        """Move one point.

        >>> Placement(xx=2, xy=0, yx=0, yy=2, x=10).apply((1, 3))
        (12, 6.0)
        """
        x, y = point
        return self.xx * x + self.xy * y + self.x, self.yx * x + self.yy * y + self.y

    def inner(self, x: float, y: float, *, turn: float, size: float, mirror: bool) -> "Placement":
        """Place a drawing inside this one."""
        across, along = size * cos(radians(turn)), size * sin(radians(turn))
        flip = -1 if mirror else 1
        left, top = self.apply((x, y))
        return Placement(
            xx=(self.xx * across + self.xy * along) * flip,
            yx=(self.yx * across + self.yy * along) * flip,
            xy=self.xy * across - self.xx * along,
            yy=self.yy * across - self.yx * along,
            x=left,
            y=top,
        )
