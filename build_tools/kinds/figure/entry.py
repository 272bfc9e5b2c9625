"""Figures: a body of rigid pieces and of limbs that bend, which drawings put in any pose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from math import atan2, cos, radians, sin
from typing import ClassVar, NamedTuple

from pydantic import Field

from build_tools.content.fields import Title
from build_tools.entry import Entry
from build_tools.kinds.figure.geometry import Point, distance, joint, number, tube
from build_tools.kinds.figure.parts import Limb, Piece, Pose, Shape

GIVE = 0.5
"""How many units a limb may be too short without anyone seeing it."""


class Drawn(NamedTuple):
    """A path of a figure in its pose: how it is filled, and whether it is on the far side."""

    fill: str
    far: bool
    path: str
    transform: str  #: of an outline that turns with its piece; else empty


class Frame(NamedTuple):
    """Where a piece is: its origin, its turn in degrees, and how it is drawn."""

    at: Point
    turn: float
    size: float
    front: int  #: 1 to the right, -1 to the left

    def point(self, x: float, y: float) -> Point:
        """A spot of the piece on the canvas."""
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        forward, up = x * c + y * s, y * c - x * s
        return Point(self.at.x + self.front * self.size * forward, self.at.y - self.size * up)


class Figure(Entry):
    """A body that drawings put in a pose: its pieces, its limbs, and how they look."""

    kind: ClassVar[str] = "figure"
    title: Title = Field(description="What it is.", examples=["A desk lamp"])
    pieces: tuple[Piece, ...] = Field(min_length=1, description="Its rigid parts.")
    limbs: tuple[Limb, ...] = Field(default=(), description="Its parts that bend.")
    shapes: tuple[Shape, ...] = Field(
        min_length=1, description="What is seen of it, the farthest first."
    )

    def frames(self, pose: Pose) -> dict[str, Frame]:
        """Where each piece is that the pose places, or that sits on one."""
        places = {place.piece: place for place in pose.places}
        front = 1 if pose.faces == "right" else -1
        frames: dict[str, Frame] = {}
        for piece in self.pieces:
            place = places.get(piece.name)
            turn = place.turn if place else 0
            if piece.on:
                below, spot = piece.on.split(".")
                if below in frames:
                    under = frames[below]
                    turn += 0 if piece.level else under.turn
                    at = self._spots(below, under)[f"{below}.{spot}"]
                    frames[piece.name] = Frame(at, turn, pose.size, front)
            elif place and place.x is not None and place.y is not None:
                frames[piece.name] = Frame(Point(place.x, place.y), turn, pose.size, front)
        return frames

    def _spots(self, name: str, frame: Frame) -> dict[str, Point]:
        piece = next(piece for piece in self.pieces if piece.name == name)
        return {f"{name}.{spot.name}": frame.point(spot.x, spot.y) for spot in piece.spots}

    def spots(self, pose: Pose) -> dict[str, Point]:
        """Each spot of the figure in that pose, by its name: `post.top`."""
        spots: dict[str, Point] = {}
        for name, frame in self.frames(pose).items():
            spots |= self._spots(name, frame)
        for limb in self.limbs:
            if limb.start in spots and limb.end in spots:
                spots |= _limb_spots(limb, spots[limb.start], spots[limb.end], pose)
        return spots

    def too_short(self, pose: Pose) -> Iterator[tuple[str, float]]:
        """Each limb that cannot reach in that pose, and how many units it lacks."""
        spots = self.spots(pose)
        for limb in self.limbs:
            if limb.start in spots and limb.end in spots:
                far = distance(spots[limb.start], spots[limb.end])
                lacks = far - (limb.first + limb.second) * pose.size
                if lacks > GIVE:
                    yield limb.name, lacks

    def drawn(self, pose: Pose) -> list[Drawn]:
        """The figure in that pose, the farthest first; neighbours of one fill are one path."""
        spots, frames = self.spots(pose), self.frames(pose)
        drawn: list[Drawn] = []
        for (fill, far, piece), shapes in groupby(
            self.shapes, lambda shape: (shape.fill, shape.far, shape.piece)
        ):
            if piece is None:
                path = "".join(_tubes(shape, spots, pose.size) for shape in shapes)
                drawn.extend([Drawn(fill, far, path, "")] if path else [])
            elif piece in frames:
                path = "".join(shape.path or "" for shape in shapes)
                drawn.append(Drawn(fill, far, path, _transform(frames[piece])))
        return drawn


def _limb_spots(limb: Limb, start: Point, end: Point, pose: Pose) -> Mapping[str, Point]:
    """The spots of a limb that reaches from start to end; a spot's y goes to where it bends."""
    side = (1 if limb.bends == "backward" else -1) * (1 if pose.faces == "right" else -1)
    size = pose.size
    middle = joint(start, end, limb.first * size, limb.second * size, side)
    way, length = atan2(end.y - middle.y, end.x - middle.x), distance(middle, end)
    more = {
        f"{limb.name}.{spot.name}": middle.along(way, spot.x * length).along(
            way + side * radians(90), spot.y * size
        )
        for spot in limb.spots
    }
    return {
        f"{limb.name}.{n}": p for n, p in (("start", start), ("joint", middle), ("end", end))
    } | more


def _tubes(shape: Shape, spots: Mapping[str, Point], size: float) -> str:
    if not all(name in spots for name in shape.through):
        return ""
    circles = [
        (spots[name], wide * size) for name, wide in zip(shape.through, shape.wide, strict=False)
    ]
    return "".join(tube(*a, *b) for a, b in pairwise(circles))


def _transform(frame: Frame) -> str:
    turn = number(frame.front * frame.turn)
    scale = f"{number(frame.front * frame.size)} {number(frame.size)}"
    return f"translate({frame.at.written()})rotate({turn})scale({scale})"
