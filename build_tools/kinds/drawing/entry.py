"""Drawings, as data: lines, labels, a title and words that say the same."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PositiveInt

from build_tools.content.fields import Model, Text, shaped
from build_tools.entry import Entry

PathData = Annotated[str, shaped(r"[MmLlHhVvCcSsQqTtAaZz0-9eE .,\-\n]+", "M10 20L30 40")]


class Line(Model):
    """One line or shape: SVG path data, and what it stands for."""

    path: PathData
    style: Literal[
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
    ]


class Label(Model):
    """Words in the drawing, from the point (x, y) on."""

    x: float
    y: float
    text: Text
    anchor: Literal["start", "middle", "end"] = "start"


class Drawing(Entry):
    """A line drawing on a canvas of `width` by `height` units; the title names what is seen."""

    kind: ClassVar[str] = "drawing"
    width: PositiveInt
    height: PositiveInt
    description: Text
    caption: Text
    strokes: tuple[Line, ...] = Field(min_length=1)
    labels: tuple[Label, ...] = ()
