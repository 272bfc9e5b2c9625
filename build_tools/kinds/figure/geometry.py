"""Points, tubes and joints in the plane; y goes down, angles are in radians."""

from __future__ import annotations

from math import acos, atan2, cos, hypot, pi, sin
from typing import NamedTuple


class Point(NamedTuple):
    """A point of the canvas, in its units."""

    x: float
    y: float

    def along(self, angle: float, length: float) -> Point:
        """The point that lies that far away in that direction."""
        return Point(self.x + cos(angle) * length, self.y + sin(angle) * length)

    def written(self) -> str:
        """The point as SVG path data has it, to a tenth of a unit."""
        return f"{number(self.x)} {number(self.y)}"


def number(value: float) -> str:
    """A number as path data has it: to a tenth, nothing needless."""
    return f"{value:.1f}".removesuffix(".0")


def distance(a: Point, b: Point) -> float:
    """How far apart two points are."""
    return hypot(b.x - a.x, b.y - a.y)


def joint(start: Point, end: Point, first: float, second: float, side: int) -> Point:
    """Where the joint between two rods is: on side 1 (clockwise of the way there) or -1.

    Where the rods are too short, they are stretched; where they are too long, they fold.
    """
    reach = min(max(distance(start, end), abs(first - second) + 0.01), first + second - 0.01)
    cosine = (first**2 + reach**2 - second**2) / (2 * first * reach)
    return start.along(atan2(end.y - start.y, end.x - start.x) + side * acos(cosine), first)


def tube(a: Point, wide_a: float, b: Point, wide_b: float) -> str:
    """Two circles and what lies between their outer tangents, as path data."""
    apart = distance(a, b)
    if apart <= abs(wide_a - wide_b):
        return _circle(*max((a, wide_a), (b, wide_b), key=lambda circle: circle[1]))
    way, half = atan2(b.y - a.y, b.x - a.x), acos((wide_a - wide_b) / apart)
    ra, rb = number(wide_a), number(wide_b)
    return (
        f"M{a.along(way + half, wide_a).written()}"
        f"A{ra} {ra} 0 {int(half < pi / 2)} 1 {a.along(way - half, wide_a).written()}"
        f"L{b.along(way - half, wide_b).written()}"
        f"A{rb} {rb} 0 {int(half > pi / 2)} 1 {b.along(way + half, wide_b).written()}z"
    )


def _circle(centre: Point, wide: float) -> str:
    left, right = centre.along(pi, wide).written(), centre.along(0, wide).written()
    r = number(wide)
    return f"M{left}A{r} {r} 0 1 1 {right}A{r} {r} 0 1 1 {left}z"
