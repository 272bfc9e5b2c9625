"""Plans: exercises put together over weeks, as a page and as a sheet with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, PositiveInt

from build_tools.content.fields import (
    CitedProse,
    LinksTo,
    Loc,
    Model,
    Prose,
    Text,
    Title,
    WholeInline,
    WholeText,
)
from build_tools.entry import Described, Findable, Place
from build_tools.kinds.exercise.entry import Exercise
from build_tools.kinds.safety.entry import Safety


class Item(Model):
    """One exercise of a day: which of its levels, and how much."""

    exercise: Annotated[str, LinksTo(Exercise)] = Field(
        description="What is done.", examples=["slow-ride"]
    )
    levels: tuple[Annotated[PositiveInt, Field(le=12)], ...] = Field(
        default=(),
        description="Which of its levels will do, by their numbers from 1.",
        examples=["1"],
    )
    amount: Text = Field(
        description="How much of it: sets, repeats or seconds.", examples=["5 rides"]
    )


class Day(Model):
    """A kind of day: how often it comes in the stage, a box each, and what is done."""

    name: Title = Field(description="What this kind of day is called.", examples=["Each day"])
    times: PositiveInt = Field(
        le=12,
        description="How often it comes in the stage; there is a box to tick for each.",
        examples=["7"],
    )
    a_week: PositiveInt | None = Field(
        default=None,
        le=12,
        description="How many of these boxes make a week; a gap stands between the weeks. Without "
        "it there is none.",
        examples=["7"],
    )
    items: tuple[Item, ...] = Field(
        min_length=1, description="The exercises of the day, in their order."
    )


class Stage(Model):
    """Some weeks with one aim, and what must be true before the next."""

    weeks: Title = Field(
        description="Which days or weeks it takes, as its heading.", examples=["Weeks 1 and 2"]
    )
    aim: WholeText = Field(description="What it is for, in a sentence.", examples=["Ride slowly."])
    checks: tuple[WholeText, ...] = Field(
        default=(), description="What to try out or look at, a box each.", examples=["Ride once."]
    )
    days: tuple[Day, ...] = Field(default=(), description="The kinds of day that it has.")
    move_on: WholeText | None = Field(
        default=None,
        description="What must be true before the next stage.",
        examples=["Go on when it is easy."],
    )


class WeekDay(Model):
    """One day of the week that stands as an example."""

    day: Title = Field(description="Its name.", examples=["Monday"])
    does: Title = Field(
        description="The name of its kind of day; a name that no stage has is a day of rest.",
        examples=["Each day"],
    )


class Track(Model):
    """Some of the readers, and where they start."""

    name: Title = Field(
        description="What those who belong to it are called.", examples=["Beginners"]
    )
    who: tuple[WholeText, ...] = Field(
        min_length=1,
        description="How a reader knows to belong to it.",
        examples=["You have never ridden."],
    )
    does: WholeText = Field(
        description="Where these start, or how they do the plan.",
        examples=["Start with the first stage."],
    )


class Plan(Described):
    """Exercises put together over weeks, as a page and as a sheet with boxes to tick."""

    kind: ClassVar[str] = "plan"
    title: Title = Field(description="Its name in links and menus.", examples=["One week"])
    summary: WholeText = Field(
        description="What it is for, in a sentence on top of the page, also for search engines.",
        examples=["A week of slow rides."],
    )
    heading: Title = Field(
        description="The heading of the page and of the printed sheet.",
        examples=["A week of drills"],
    )
    lead: WholeInline = Field(
        description="The first sentence of the page, for those who read it on a screen; it is "
        "not printed.",
        examples=["Ride a little every day."],
    )
    before: tuple[WholeText, ...] = Field(
        min_length=1,
        description="What to look at or do before the first day.",
        examples=["Look at the fork first."],
    )
    tracks: tuple[Track, ...] = Field(min_length=1, description="Who starts where.")
    week: tuple[WeekDay, ...] = Field(
        default=(), min_length=7, max_length=7, description="A week as an example, day by day."
    )
    stages: tuple[Stage, ...] = Field(
        min_length=1,
        description="The parts of the plan; the sheet has the first on its front, the others on "
        "its back.",
    )
    rules: tuple[WholeText, ...] = Field(
        min_length=1, description="What holds on all days.", examples=["Rest a day after a fall."]
    )
    expect: tuple[WholeText, ...] = Field(
        min_length=1,
        description="What a reader may expect, and when.",
        examples=["A straighter line."],
    )
    see_someone: tuple[WholeText, ...] = Field(
        min_length=1,
        description="When to leave the plan and get help.",
        examples=["The fork creaks."],
    )
    safety: Annotated[str, LinksTo(Safety)] = Field(
        description="The safety rules of its exercises; their signs to stop at are printed too.",
        examples=["every-ride"],
    )
    if_left_alone: Prose = Field(
        description="What may happen without the plan, as far as anyone knows.",
        examples=["The wobble stays."],
    )
    how_sure: CitedProse = Field(
        description="What is known and what is not about such a plan.",
        examples=["Mechanics say so.[@kooijman2011:steers]"],
    )

    @property
    def described(self) -> Mapping[str, Any]:
        return {"@type": "ExercisePlan", "name": self.heading}

    @property
    def items(self) -> Iterator[tuple[Loc, Item]]:
        """Every exercise of every day, with its place."""
        for stage_index, stage in enumerate(self.stages):
            for day_index, day in enumerate(stage.days):
                for index, item in enumerate(day.items):
                    yield ("stages", stage_index, "days", day_index, "items", index), item

    @property
    def findable(self) -> Findable:
        return super().findable._replace(place=Place.EARLY)
