"""Causes: what can bring the thing about, and what a reader can do with each."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, PositiveInt

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
from build_tools.entry import Described, Findable, Place
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.exercise.entry import Exercise
from build_tools.kinds.level.entry import Level
from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.vocabulary.entry import Group, Likelihood, Strength
from build_tools.kinds.warning_sign.entry import WarningSign


class Clues(Model):
    """What a reader can notice without a test."""

    towards: tuple[WholeInline, ...] = Field(
        min_length=2,
        description="What speaks for this cause and needs no test; the first one also stands in "
        "the table that compares all causes.",
        examples=["It knocks when you brake.", "The bars feel loose."],
    )
    away: tuple[WholeInline, ...] = Field(
        min_length=2,
        description="What speaks against it, so that a reader whom it does not fit looks at "
        "another cause.",
        examples=["It knocks only in the saddle.", "It never knocks."],
    )


class Care(Model):
    """Signs that call for help at one level; they complete the level's heading."""

    level: Annotated[str, LinksTo(Level)] = Field(
        description="How soon its signs call for help; a cause names each level once.",
        examples=["mend"],
    )
    signs: tuple[Text, ...] = Field(
        min_length=1,
        description='Endings of the level\'s heading ("Mend it this week if:"), in lower case, '
        "without a full stop.",
        examples=["the play comes back"],
    )


class Cause(Described):
    """What can bring the thing about: one cause, complete enough to be read alone."""

    kind: ClassVar[str] = "cause"
    title: Title = Field(description="The cause in a few words.", examples=["A loose headset"])
    summary: WholeText = Field(
        description="What it is in a sentence or two, for its card and for search engines.",
        examples=["The bearing that the fork turns in has play."],
    )
    also_called: tuple[Text, ...] = Field(
        default=(),
        description="Other names that a reader may know or search for; they stand below the "
        "heading.",
        examples=["play in the steering"],
    )
    group: Annotated[str, LinksTo(Group)] = Field(
        description="Where it belongs; the list of causes has a part for each group.",
        examples=["parts"],
    )
    order: PositiveInt = Field(
        default=1000,
        le=1000,
        description="Its place among the causes, from 1 up: within a group and a likelihood, the "
        "one to read first comes first. Without one it comes last.",
        examples=["1"],
    )
    likelihood: Annotated[str, LinksTo(Likelihood)] = Field(
        description="How common it is; in the list of its group the more common causes come first.",
        examples=["often"],
    )
    side: WholeText = Field(
        description="Where it shows, in a few words. It is here because readers compare causes "
        "by it.",
        examples=["Both sides"],
    )
    eases: WholeText = Field(
        description="What makes it pass and how fast, in a few words; readers compare causes by "
        "it too.",
        examples=["At once, when tightened"],
    )
    strength: Annotated[str, LinksTo(Strength)] = Field(
        description="How strong the evidence is that this is a cause.", examples=["said"]
    )
    drawing: Annotated[str, LinksTo(Drawing)] | None = Field(
        default=None, description="A drawing of it, below the facts at the top.", examples=["wheel"]
    )
    what: CitedProse = Field(
        description="What it is and how it shows, in plain words.",
        examples=["The bearing has play.[@kooijman2011:steers]"],
    )
    clues: Clues = Field(description="What a reader can notice, for it and against it.")
    how_it_acts: CitedProse = Field(
        description="How it brings the thing about, one step after the other.",
        examples=["The fork rocks.[@kooijman2011:steers]"],
    )
    mechanisms: tuple[Annotated[str, LinksTo(Mechanism)], ...] = Field(
        description="The mechanisms by which it acts, as cards that lead on; write `[]` if none "
        "is known.",
        examples=["caster"],
    )
    helps: CitedProse = Field(
        description="What a reader can do about it, the simplest first.",
        examples=["Tighten the top cap.[@kooijman2011:steers]"],
    )
    exercises: tuple[Annotated[str, LinksTo(Exercise)], ...] = Field(
        default=(),
        description="Exercises against it, as cards; their pages show the way back by themselves.",
        examples=["slow-ride"],
    )
    how_soon: CitedInline = Field(
        description="When what helps begins to show.", examples=["At once.[@kooijman2011:steers]"]
    )
    if_left_alone: Prose = Field(
        description="What happens if nothing is done, as far as anyone knows.",
        examples=["The play grows."],
    )
    daily_life: Prose = Field(
        description="What it means for what people do every day, and what to do on the spot.",
        examples=["Do not ride downhill until it is tightened."],
    )
    warning_signs: tuple[Annotated[str, LinksTo(WarningSign)], ...] = Field(
        default=(),
        description="The lines of danger signs that matter here, the first one first; each joins "
        "the signs of its own level.",
        examples=["dark-line"],
    )
    see_someone: tuple[Care, ...] = Field(
        min_length=1,
        description="What calls for help with this cause alone, level by level; what a danger sign "
        "says is named in `warning_signs`.",
    )
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(
        min_length=1,
        description="The danger signs that matter most here; each joins the signs of its own "
        "level.",
        examples=["cracked-fork"],
    )
    how_sure: Prose = Field(
        description="What is known and what is not: why the evidence is as strong as `strength` "
        "says.",
        examples=["Every mechanic says so."],
    )

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.order,)

    @property
    def findable(self) -> Findable:
        return Findable(self.summary, self.also_called, self.clues.towards, Place.EARLY)
