"""Mechanisms: how the thing comes about, in three depths."""

from __future__ import annotations

from math import pi, sin
from typing import Annotated, Any, ClassVar

from pydantic import Field, PositiveFloat, PositiveInt

from build_tools.content.fields import (
    CitedProse,
    LinksTo,
    Model,
    Text,
    Title,
    WholeInline,
    WholeText,
)
from build_tools.entry import Described, Findable, Place
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.source.entry import SourceKeys
from build_tools.kinds.vocabulary.entry import Strength


class Rate(Model):
    """How many times a second, from `low` to `high` (Hz), and where that was measured."""

    low: PositiveFloat = Field(
        le=100, description="How many times a second at least (Hz).", examples=["0.5"]
    )
    high: PositiveFloat = Field(
        le=100, description="How many times a second at most (Hz).", examples=["2"]
    )
    measured: Text = Field(
        description="Where that was measured, without a full stop.", examples=["On a rolling road"]
    )
    sources: SourceKeys = Field(
        min_length=1,
        description="Who measured it; the page cites them.",
        examples=["kooijman2011:steers"],
    )

    @property
    def slow_wave(self) -> str:
        """SVG path data: one second at the low rate, around y = 38 on the drawing's canvas."""
        return _wave(self.low, 38)

    @property
    def fast_wave(self) -> str:
        """SVG path data: one second at the high rate, around y = 100."""
        return _wave(self.high, 100)


def _wave(rate: float, middle: float) -> str:
    """A sine of so many beats across 300 units, from x = 10 on, 12 units high either way."""
    points = (f"{10 + x} {middle - 12 * sin(2 * pi * rate * x / 300):.1f}" for x in range(301))
    return "M" + "L".join(points)


class Mechanism(Described):
    """How the thing comes about: in a sentence, in a paragraph, and in detail."""

    kind: ClassVar[str] = "mechanism"
    title: Title = Field(
        description="What happens, in a few words.", examples=["The wheel trails like a caster"]
    )
    summary: WholeText = Field(
        description="What happens, in one sentence: the first of the three depths.",
        examples=["A wheel that touches the ground behind its axis steers itself."],
    )
    order: PositiveInt = Field(
        le=1000,
        description="Its place among its kind, from 1 up; the first is marked as the start.",
        examples=["1"],
    )
    also_called: tuple[Text, ...] = Field(
        default=(),
        description="Other names that a reader may know or search for.",
        examples=["trail"],
    )
    concerning: bool = Field(
        default=False,
        description="Whether it can be a reason for a check; such mechanisms are listed apart.",
        examples=["true"],
    )
    paragraph: CitedProse = Field(
        description="How it works, for anyone: the second depth.",
        examples=["It follows, as on a shopping trolley.[@kooijman2011:steers]"],
    )
    detail: CitedProse = Field(
        description="How it works, for those who want to know all: the third depth.",
        examples=["It steers into the lean.[@kooijman2011:steers]"],
    )
    rate: Rate | None = Field(
        default=None,
        description="How often a second it comes, drawn as two waves; without it `no_rate` must "
        "say why.",
    )
    no_rate: WholeText | None = Field(
        default=None,
        description="Why there is no such figure; only without `rate`.",
        examples=["Nobody has measured it."],
    )
    drawing: Annotated[str, LinksTo(Drawing)] | None = Field(
        default=None, description="A drawing of how it works.", examples=["wheel"]
    )
    feels_like: WholeInline = Field(
        description="What a reader notices of it.", examples=["A gentle sway."]
    )
    is_not: tuple[WholeInline, ...] = Field(
        min_length=1,
        description="What it is often taken for, and is not.",
        examples=["It is not a bent rim."],
    )
    strength: Annotated[str, LinksTo(Strength)] = Field(
        description="How strong the evidence is that it works like this.", examples=["tested"]
    )
    how_sure: WholeInline = Field(
        description="What is known and what is not: why the evidence is as strong as `strength` "
        "says.",
        examples=["Measured once."],
    )
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(
        default=(),
        description="Danger signs that may have to do with it; they stand on top of its page.",
        examples=["loose-wheel"],
    )

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.order,)

    @property
    def findable(self) -> Findable:
        return Findable(self.summary, self.also_called, (self.feels_like,), Place.EARLY)
