"""Exercises: what to do, how much, when to stop; and the safety rules that all of them share."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, PositiveFloat

from build_tools.content.fields import CitedInline, CitedProse, Inline, LinksTo, Model, Text
from build_tools.entry import Described, Entry
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.source.entry import SourceKeys
from build_tools.kinds.vocabulary.entry import Strength


class Phase(Model):
    """One part of a repetition and the seconds it takes."""

    name: Text
    seconds: PositiveFloat

    @property
    def width_class(self) -> str:
        """The style's name for a bar as wide as so many seconds: `s1-5`."""
        return "s" + f"{self.seconds:g}".replace(".", "-")


class Dose(Model):
    """How much: each a short phrase with its unit."""

    amount: Text
    rest: Text
    days: Text
    sources: SourceKeys = Field(min_length=1)


class Progression(Model):
    """One level of an exercise: what to do, and when to go on to the next."""

    do: Inline
    move_on: Inline


class Safety(Entry):
    """Rules that several exercises share, written once."""

    kind: ClassVar[str] = "safety"
    every_time: tuple[Inline, ...] = Field(min_length=1)
    ask_first: tuple[Text, ...] = Field(min_length=1)
    stop: tuple[Text, ...] = Field(min_length=1)
    sources: SourceKeys = Field(min_length=1)


class Exercise(Described):
    """One exercise, complete enough to be printed alone."""

    kind: ClassVar[str] = "exercise"
    also_called: tuple[Text, ...] = ()
    purpose: CitedProse
    drawing: Annotated[str, LinksTo(Drawing)] | None = None
    mechanisms: tuple[Annotated[str, LinksTo(Mechanism)], ...] = Field(min_length=1)
    equipment: tuple[Text, ...] = Field(min_length=1)
    start: Inline
    steps: tuple[Inline, ...] = Field(min_length=2)
    tempo: tuple[Phase, ...] = ()
    dose: Dose
    levels: tuple[Progression, ...] = Field(min_length=2)
    step_back: Inline
    tolerance: Inline
    mistakes: tuple[Inline, ...] = Field(min_length=2)
    who_should_not: tuple[Text, ...] = Field(min_length=1)
    stop: tuple[Text, ...] = Field(min_length=1)
    safety: Annotated[str, LinksTo(Safety)]
    expect: CitedInline
    strength: Annotated[str, LinksTo(Strength)]
    how_sure: CitedProse
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = ()
