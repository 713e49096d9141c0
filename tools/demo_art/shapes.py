"""Outlines as plain tuples of points: all that is drawn starts here; nothing here draws."""

from itertools import pairwise
from math import cos, dist, radians, sin

Point = tuple[float, float]
Shape = tuple[Point, ...]

STEP = 1.5


def polar(x: float, y: float, radius: float, angle: float) -> Point:
    """Give the point at an angle in degrees: 0 is right, 90 is down.

    >>> polar(10, 10, 5, 0)
    (15.0, 10.0)
    """
    return x + radius * cos(radians(angle)), y + radius * sin(radians(angle))


def arc(x: float, y: float, radius: float, start: float, end: float) -> Shape:
    """Follow a circle from one angle to another, as an open line."""
    count = max(2, round(abs(end - start) / STEP))
    return tuple(polar(x, y, radius, start + (end - start) * i / count) for i in range(count + 1))


def circle(x: float, y: float, radius: float) -> Shape:
    return arc(x, y, radius, 0, 360)


def ellipse(x: float, y: float, across: float, down: float) -> Shape:
    return tuple((x + px * across, y + py * down) for px, py in arc(0, 0, 1, 0, 360))


def sector(x: float, y: float, radius: float, start: float, end: float) -> Shape:
    """Cut a slice of a disc; a slice of 180 degrees is a half disc."""
    return ((x, y), *arc(x, y, radius, start, end))


def band(x: float, y: float, outer: float, inner: float, start: float, end: float) -> Shape:
    """Cut a piece of a ring."""
    return (*arc(x, y, outer, start, end), *arc(x, y, inner, end, start))


def box(x: float, y: float, width: float, height: float, corner: float = 0) -> Shape:
    """Make a rectangle from its top left corner, with round corners if asked."""
    right, bottom = x + width, y + height
    if not corner:
        return ((x, y), (right, y), (right, bottom), (x, bottom))
    corner = min(corner, width / 2, height / 2)
    return (
        *arc(right - corner, y + corner, corner, -90, 0),
        *arc(right - corner, bottom - corner, corner, 0, 90),
        *arc(x + corner, bottom - corner, corner, 90, 180),
        *arc(x + corner, y + corner, corner, 180, 270),
    )


def curve(*points: Point) -> Shape:
    """Draw a smooth line through points (a Catmull-Rom spline)."""
    guided = (points[0], *points, points[-1])
    smooth: list[Point] = []
    for before, start, end, after in zip(guided, guided[1:], guided[2:], guided[3:], strict=False):
        count = max(4, min(60, round(dist(start, end) / 4)))
        smooth += [_spline(before, start, end, after, i / count) for i in range(count)]
    return (*smooth, points[-1])


def bezier(start: Point, first: Point, second: Point, end: Point) -> Shape:
    """Draw a cubic curve from start to end, pulled by two handles."""
    count = 48
    return tuple(_cubic((start, first, second, end), i / count) for i in range(count + 1))


def even(line: Shape, step: float) -> Shape:
    """Follow a line in steps of one length.

    >>> even(((0, 0), (5, 0)), 2)
    ((0, 0), (2.0, 0.0), (4.0, 0.0), (5, 0))
    """
    points = [line[0]]
    for end in line[1:]:
        while (length := dist(points[-1], end)) > step:
            points.append(_between(points[-1], end, step / length))
    return (*points, line[-1])


def dashes(line: Shape, length: float, gap: float) -> tuple[Shape, ...]:
    """Cut a line into pieces with gaps between them."""
    pieces: list[list[Point]] = []
    walked = 0.0
    for start, end in pairwise(even(line, 2)):
        if walked % (length + gap) < length:
            if not pieces or pieces[-1][-1] != start:
                pieces.append([start])
            pieces[-1].append(end)
        walked += dist(start, end)
    return tuple(tuple(piece) for piece in pieces)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _spline(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    handle = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
    other = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
    return _cubic((start, handle, other, end), t)


def _cubic(points: tuple[Point, Point, Point, Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
    return x, y
