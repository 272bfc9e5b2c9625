"""Causes: what can bring the thing about, and what a reader can do with each."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.content.fields import CitedInline, CitedProse, Inline, LinksTo, Model, Prose, Text
from build_tools.entry import Described
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.exercise.entry import Exercise
from build_tools.kinds.level.entry import Level
from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.vocabulary.entry import Group, Likelihood, Strength


class Clues(Model):
    """What a reader can notice without a test."""

    towards: tuple[Inline, ...] = Field(min_length=2)
    away: tuple[Inline, ...] = Field(min_length=2)


class Care(Model):
    """Signs that call for help at one level; they complete the level's heading."""

    level: Annotated[str, LinksTo(Level)]
    signs: tuple[Text, ...] = Field(min_length=1)


class Cause(Described):
    """One cause, complete enough to be read alone."""

    kind: ClassVar[str] = "cause"
    also_called: tuple[Text, ...] = ()
    group: Annotated[str, LinksTo(Group)]
    likelihood: Annotated[str, LinksTo(Likelihood)]
    side: Text
    eases: Text
    strength: Annotated[str, LinksTo(Strength)]
    drawing: Annotated[str, LinksTo(Drawing)] | None = None
    what: CitedProse
    clues: Clues
    how_it_acts: CitedProse
    mechanisms: tuple[Annotated[str, LinksTo(Mechanism)], ...]
    helps: CitedProse
    exercises: tuple[Annotated[str, LinksTo(Exercise)], ...] = ()
    how_soon: CitedInline
    see_someone: tuple[Care, ...] = Field(min_length=1)
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(min_length=1)
    how_sure: Prose
