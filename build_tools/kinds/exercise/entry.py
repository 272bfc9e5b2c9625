"""Exercises: what to do, how much, when to stop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, PositiveFloat, PositiveInt

from build_tools.content.fields import (
    CitedInline,
    CitedProse,
    LinksTo,
    Model,
    Prose,
    Text,
    Title,
    WholeInline,
    WholeText,
)
from build_tools.content.markup import plain
from build_tools.content.sourced import SourcedText
from build_tools.entry import Described, Findable, Place
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.safety.entry import Safety
from build_tools.kinds.vocabulary.entry import Strength


class Phase(Model):
    """One part of a repetition and the seconds it takes."""

    name: Text = Field(description="What is done in this part of a repetition.", examples=["Roll"])
    seconds: PositiveFloat = Field(
        le=12,
        description="How long this part takes; its bar on the page is as wide.",
        examples=["3"],
    )

    @property
    def width_class(self) -> str:
        """The style's name for a bar as wide as so many seconds: `s1-5`."""
        return "s" + f"{self.seconds:g}".replace(".", "-")


class Dose(Model):
    """How much: each a short phrase with its unit."""

    amount: SourcedText = Field(
        description="How often or how long at a time.", examples=["5 rides"]
    )
    rest: SourcedText = Field(description="How long to rest in between.", examples=["1 minute"])
    days: SourcedText = Field(description="On how many days.", examples=["2 days a week"])


class Progression(Model):
    """One level of an exercise: what to do, and when to go on to the next."""

    do: WholeInline = Field(
        description="What to do at this level.",
        examples=["Ride beside a wide line.", "Ride beside a thin line."],
    )
    move_on: WholeInline = Field(
        description="What must be true before the next level; at the last one, how to keep it up.",
        examples=["Go on after 3 clean rides.", "Keep it up once a week."],
    )


class Exercise(Described):
    """What a reader can do: one exercise, complete enough to be printed alone."""

    kind: ClassVar[str] = "exercise"
    title: Title = Field(description="What is done, in two or three words.", examples=["Slow ride"])
    summary: WholeText = Field(
        description="The exercise in a sentence, for its card and for search engines.",
        examples=["Ride a straight line as slowly as you can."],
    )
    order: PositiveInt = Field(
        le=1000,
        description="Its place among its kind, from 1 up; the first is marked as the start.",
        examples=["1"],
    )
    also_called: tuple[Text, ...] = Field(
        default=(),
        description="Other names that a reader may know or search for.",
        examples=["track stand"],
    )
    purpose: CitedProse = Field(
        description="What it is for and how it helps.",
        examples=["It trains your steering.[@kooijman2011:steers]"],
    )
    drawing: Annotated[str, LinksTo(Drawing)] | None = Field(
        default=None, description="A drawing of how it is done.", examples=["wheel"]
    )
    levels_drawing: Annotated[str, LinksTo(Drawing)] | None = Field(
        default=None, description="A drawing of its levels.", examples=["wheel"]
    )
    mechanisms: tuple[Annotated[str, LinksTo(Mechanism)], ...] = Field(
        min_length=1, description="The mechanisms that it works on, as links.", examples=["caster"]
    )
    equipment: tuple[Text, ...] = Field(
        min_length=1, description="What a reader needs for it.", examples=["A chalk line"]
    )
    start: WholeInline = Field(
        description="How to place oneself before the first step.",
        examples=["Sit on the saddle and hold on to a wall."],
    )
    steps: tuple[WholeInline, ...] = Field(
        min_length=2,
        description="What to do, one thing a step; the page numbers them.",
        examples=["Push off.", "Look ahead."],
    )
    minutes: WholeText = Field(
        description="How long a session of it takes.", examples=["It takes 10 minutes."]
    )
    cost: WholeText | None = Field(
        default=None,
        description="What it costs, if that is not what is said of all exercises.",
        examples=["It costs nothing."],
    )
    effort: WholeInline = Field(
        description="How hard it should feel, in words.",
        examples=["You could talk while you ride."],
    )
    begin_at: WholeInline = Field(
        description="At which level to begin, and how a reader can tell.",
        examples=["Begin with the wide line."],
    )
    tempo: tuple[Phase, ...] = Field(
        default=(),
        description="The parts of one repetition, as a row of bars; leave it out if speed does "
        "not matter.",
    )
    dose: Dose = Field(description="How much, with how much rest, how often.")
    levels: tuple[Progression, ...] = Field(
        min_length=2,
        description="The exercise from its easiest form to its hardest; plans name these by "
        "number.",
    )
    step_back: WholeInline = Field(
        description="When to return to the level before.",
        examples=["Go back if you stray from the line."],
    )
    tolerance: WholeInline = Field(
        description="What may be felt during it and is no reason to stop.",
        examples=["A little wobble is fine."],
    )
    mistakes: tuple[WholeInline, ...] = Field(
        min_length=2,
        description="What often goes wrong.",
        examples=["Looking down", "Gripping hard"],
    )
    who_should_not: tuple[WholeText, ...] = Field(
        min_length=1,
        description="Who must leave this one out or ask first, a case a sentence; those of "
        "`safety` come first by themselves.",
        examples=["The fork has a crack."],
    )
    stop: tuple[Text, ...] = Field(
        min_length=1,
        description="Signs to stop at in this exercise, in lower case; those of `safety` follow "
        "by themselves.",
        examples=["a wheel comes loose"],
    )
    harm: Prose = Field(
        description="What can go wrong in this exercise, how often, and how to make it rarer.",
        examples=["You may tip over. Nobody has counted how often."],
    )
    safety: Annotated[str, LinksTo(Safety)] = Field(
        description="The safety rules that it shares with others.", examples=["every-ride"]
    )
    expect: CitedInline = Field(
        description="What will change, and after how long.",
        examples=["In a week.[@kooijman2011:steers]"],
    )
    strength: Annotated[str, LinksTo(Strength)] = Field(
        description="How strong the evidence is that it helps.", examples=["said"]
    )
    how_sure: CitedProse = Field(
        description="What is known and what is not: why the evidence is as strong as `strength` "
        "says.",
        examples=["Mechanics say so.[@kooijman2011:steers]"],
    )
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(
        default=(), description="Danger signs to look for before it.", examples=["cracked-fork"]
    )

    @property
    def described(self) -> Mapping[str, Any]:
        return {
            "@type": ["ExercisePlan", "HowTo"],
            "name": self.title,
            "activityFrequency": str(self.dose.days),
            "step": [{"@type": "HowToStep", "text": plain(step)} for step in self.steps],
        }

    @property
    def tempo_class(self) -> str:
        """The style that lets the tempo run once in as many seconds as its phases take."""
        return f"lasts-{sum(phase.seconds for phase in self.tempo):g}".replace(".", "-")

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.order,)

    @property
    def findable(self) -> Findable:
        return Findable(self.summary, self.also_called, (self.purpose,), Place.EARLY)
