"""Plans: exercises put together over weeks, as a page and as a sheet with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, PositiveInt

from build_tools.content.fields import CitedProse, Inline, LinksTo, Loc, Model, Text, Title
from build_tools.entry import Described
from build_tools.kinds.exercise.entry import Exercise, Safety


class Item(Model):
    """One exercise of a day: its levels by number, and how much (sets, repeats or seconds)."""

    exercise: Annotated[str, LinksTo(Exercise)]
    levels: tuple[PositiveInt, ...] = ()
    amount: Text


class Day(Model):
    """A kind of day: how often it comes in the stage, a box each, and what is done."""

    name: Title
    times: PositiveInt = Field(le=12)
    items: tuple[Item, ...] = Field(min_length=1)


class Stage(Model):
    """Some weeks with one aim, and what must be true before the next."""

    weeks: Title
    aim: Text
    checks: tuple[Text, ...] = ()
    days: tuple[Day, ...] = ()
    move_on: Text | None = None


class Track(Model):
    """Who starts where."""

    name: Title
    who: tuple[Text, ...] = Field(min_length=1)
    does: Text


class Plan(Described):
    """A plan over weeks; the levels are those of the exercises."""

    kind: ClassVar[str] = "plan"
    heading: Title
    lead: Inline
    before: tuple[Text, ...] = Field(min_length=1)
    tracks: tuple[Track, ...] = Field(min_length=1)
    stages: tuple[Stage, ...] = Field(min_length=1)
    rules: tuple[Text, ...] = Field(min_length=1)
    expect: tuple[Text, ...] = Field(min_length=1)
    see_someone: tuple[Text, ...] = Field(min_length=1)
    safety: Annotated[str, LinksTo(Safety)]
    how_sure: CitedProse

    @property
    def items(self) -> Iterator[tuple[Loc, Item]]:
        """Every exercise of every day, with its place."""
        for stage_index, stage in enumerate(self.stages):
            for day_index, day in enumerate(stage.days):
                for index, item in enumerate(day.items):
                    yield ("stages", stage_index, "days", day_index, "items", index), item
