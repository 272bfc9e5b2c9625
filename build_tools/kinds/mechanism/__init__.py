"""Mechanisms: how the body makes the movement, in three depths."""

from __future__ import annotations

from collections.abc import Iterator
from math import pi, sin
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field, PositiveFloat

from build_tools.fields import CitedProse, Inline, LinksTo, Model, SourceKeys, Text
from build_tools.model import Described, Flaw, Kind


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
    drawing: Annotated[str, LinksTo("drawing")] | None = None
    feels_like: Inline
    is_not: tuple[Inline, ...] = Field(min_length=1)
    strength: Annotated[str, LinksTo("strength")]
    how_sure: Inline
    red_flags: tuple[Annotated[str, LinksTo("red-flag")], ...] = ()


def rate_is_given_or_explained(mechanism: Mechanism) -> Iterator[Flaw]:
    """A mechanism says how often a second, or says in `no_rate` why there is no such figure."""
    if (mechanism.rate is None) == (mechanism.no_rate is None):
        yield Flaw(
            ("rate",),
            "must be given, or else `no_rate` must say why there is none; not both",
            "missing-rate",
        )
    if mechanism.rate and mechanism.rate.low > mechanism.rate.high:
        yield Flaw(
            ("rate", "low"),
            f"must not be above high, found {mechanism.rate.low:g} and {mechanism.rate.high:g}",
            "wrong-order",
        )


KIND = Kind(
    model=Mechanism,
    folder="mechanisms",
    home=Path(__file__).parent,
    template="mechanism/page.md.j2",
    entry_checks=(rate_is_given_or_explained,),
)
