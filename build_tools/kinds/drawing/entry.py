"""Drawings, as data: lines, labels, a title and words that say the same."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PositiveInt

from build_tools.content.fields import LinksTo, Model, Text, Title, WholeText
from build_tools.entry import Entry
from build_tools.kinds.figure.entry import Figure
from build_tools.kinds.figure.parts import PathData, Pose

Style = Literal[
    "outline",
    "dotted",
    "dashed",
    "thick",
    "soft",
    "motion",
    "ground",
    "support",
    "pointer",
    "fill",
    "grey",
]


class Line(Model):
    """One line or shape: SVG path data, and what it stands for."""

    path: PathData = Field(
        description="The line on the canvas, as the path data of an SVG file.",
        examples=["M0 90h100"],
    )
    style: Style = Field(
        description="What the line stands for; a style looks the same in all drawings.",
        examples=["ground"],
    )
    over: bool = Field(default=False, description="It lies over the figures.", examples=["true"])


class Label(Model):
    """Words in the drawing, from the point (x, y) on."""

    x: float = Field(
        ge=0,
        le=2000,
        description="How far from the left edge the words are, in units of the canvas.",
        examples=["40"],
    )
    y: float = Field(
        ge=0,
        le=2000,
        description="How far from the top the line is on which the words stand.",
        examples=["55"],
    )
    text: Text = Field(description="The words, two or three.", examples=["hub & axle"])
    anchor: Literal["start", "middle", "end"] = Field(
        default="start", description="Which part of the words is at `x`.", examples=["middle"]
    )


class Posed(Pose):
    """A figure in a drawing, in its pose."""

    figure: Annotated[str, LinksTo(Figure)] = Field(description="The figure.", examples=["lamp"])


class Drawing(Entry):
    """A line drawing on a canvas of `width` by `height` units; the title names what is seen."""

    kind: ClassVar[str] = "drawing"
    title: Title = Field(
        description="What is to be seen, in a few words; a screen reader says it first.",
        examples=["A wheel"],
    )
    width: PositiveInt = Field(
        le=2000,
        description="How wide the canvas is, in units of its own; the page scales it.",
        examples=["100"],
    )
    height: PositiveInt = Field(
        le=2000, description="How high the canvas is, in the same units.", examples=["100"]
    )
    description: WholeText = Field(
        description="The drawing in words, for those who cannot see it.",
        examples=["A circle that stands on a line."],
    )
    caption: WholeText = Field(
        description="What the drawing is to show, as a sentence below it.",
        examples=["The wheel touches the ground in one place."],
    )
    strokes: tuple[Line, ...] = Field(
        min_length=1,
        description="Its lines and shapes; the later ones lie over the earlier ones.",
    )
    figures: tuple[Posed, ...] = Field(
        default=(), description="Figures in their poses, over its lines; the later ones in front."
    )
    labels: tuple[Label, ...] = Field(default=(), description="Words in the drawing.")
