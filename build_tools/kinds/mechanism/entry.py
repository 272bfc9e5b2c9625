"""Mechanisms: how the body makes the movement, in three depths."""

from __future__ import annotations

from math import pi, sin
from typing import Annotated, ClassVar

from pydantic import Field, PositiveFloat

from build_tools.content.fields import CitedProse, Inline, LinksTo, Model, Text
from build_tools.entry import Described
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.source.entry import SourceKeys
from build_tools.kinds.vocabulary.entry import Strength


class Rate(Model):
    """How many times a second, from `low` to `high` (Hz), and where that was measured."""

    low: PositiveFloat
    high: PositiveFloat
    measured: Text
    sources: SourceKeys = Field(min_length=1)

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
    """One mechanism: `summary` is its one sentence, `paragraph` and `detail` go deeper."""

    kind: ClassVar[str] = "mechanism"
    also_called: tuple[Text, ...] = ()
    concerning: bool = False
    paragraph: CitedProse
    detail: CitedProse
    rate: Rate | None = None
    no_rate: Text | None = None
    drawing: Annotated[str, LinksTo(Drawing)] | None = None
    feels_like: Inline
    is_not: tuple[Inline, ...] = Field(min_length=1)
    strength: Annotated[str, LinksTo(Strength)]
    how_sure: Inline
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = ()
