"""The parts of a figure, and the pose that places them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from build_tools.content.fields import Model, shaped

Name = Annotated[str, shaped(r"[a-z][a-z-]*", "near-arm")]
SpotName = Annotated[str, shaped(r"[a-z][a-z-]*\.[a-z][a-z-]*", "post.top")]
Units = Annotated[float, Field(ge=-2000, le=2000)]
Length = Annotated[float, Field(gt=0, le=2000)]
Fill = Literal["pale", "tint", "strong", "grey", "fill"]
PathData = Annotated[
    str,
    shaped(  # each number can be read in one way only, or a long path would be read in too many
        r"(?:[MmLlHhVvCcSsQqTtAaZz ,\n]"
        r"|-?(?:[0-9]{1,4}(?![0-9.])|[0-9]{0,4}\.[0-9]{1,4}(?![0-9])))+",
        "M10 20L30 40",
    ),
]


class Spot(Model):
    """A place on a piece, or on the second rod of a limb."""

    name: Name = Field(description="What it is called: `piece.spot`.", examples=["top"])
    x: Units = Field(
        description="How far forward it is; on a limb, how far along its second rod, from 0 to 1.",
        examples=["0"],
    )
    y: Units = Field(
        description="How far up it is; on a limb, how far to the side it bends to.",
        examples=["40"],
    )


class Piece(Model):
    """A rigid part with spots of its own; x goes forward and y up."""

    name: Name = Field(description="What it is called.", examples=["post"])
    spots: tuple[Spot, ...] = Field(min_length=1, description="Its places that have a name.")
    on: SpotName | None = Field(
        default=None,
        description="The spot of an earlier piece where it sits; without one a pose places it.",
        examples=["post.top"],
    )
    level: bool = Field(
        default=False,
        description="It stays level when the piece that it sits on turns.",
        examples=["true"],
    )


class Limb(Model):
    """Two rods and the joint between them; it bends to reach from one spot to another."""

    name: Name = Field(
        description="What it is called; it has the spots `start`, `joint` and `end`.",
        examples=["arm"],
    )
    start: SpotName = Field(description="Where it begins.", examples=["post.top"])
    end: SpotName = Field(description="What it reaches for.", examples=["lamp.neck"])
    first: Length = Field(description="How long its first rod is.", examples=["30"])
    second: Length = Field(description="How long its second rod is.", examples=["25"])
    bends: Literal["forward", "backward"] = Field(
        description="Where its joint goes when it bends.", examples=["backward"]
    )
    spots: tuple[Spot, ...] = Field(default=(), description="Places along its second rod.")


class Shape(Model):
    """What is seen: a tube through some spots, or an outline on a piece."""

    fill: Fill = Field(
        description="How it is filled. Neighbours with one fill are drawn as one shape.",
        examples=["pale"],
    )
    far: bool = Field(
        default=False, description="It is on the far side, with a lighter line.", examples=["true"]
    )
    through: tuple[SpotName, ...] = Field(
        default=(),
        description="The spots that it goes through.",
        examples=["post.base"],
    )
    wide: tuple[Length, ...] = Field(
        default=(), description="Half its width at each of these spots.", examples=["3"]
    )
    piece: Name | None = Field(
        default=None, description="The piece that its outline belongs to.", examples=["lamp"]
    )
    path: PathData | None = Field(
        default=None,
        description="Its outline on that piece, as the path data of an SVG file; y goes down.",
        examples=["M0 0h10v5z"],
    )


class Place(Model):
    """Where a pose puts a piece, and how far it turns."""

    piece: Name = Field(description="The piece.", examples=["post"])
    x: Units | None = Field(
        default=None,
        description="How far from the left edge it is; not for a piece that sits on another.",
        examples=["40"],
    )
    y: Units | None = Field(
        default=None, description="How far from the top edge it is.", examples=["90"]
    )
    turn: Annotated[float, Field(ge=-360, le=360)] = Field(
        default=0, description="How many degrees it leans forward.", examples=["10"]
    )


class Pose(Model):
    """A figure at one moment: which way it faces, and where its pieces are."""

    faces: Literal["right", "left"] = Field(
        default="right", description="Where its front is.", examples=["left"]
    )
    size: Annotated[float, Field(gt=0, le=10)] = Field(
        default=1, description="How large it is.", examples=["1.2"]
    )
    places: tuple[Place, ...] = Field(
        min_length=1, description="Its pieces. What is not placed is not drawn."
    )
