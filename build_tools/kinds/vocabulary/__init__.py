"""Vocabularies: levels of care, groups, likelihoods and strengths, each worded once in content."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field, NonNegativeInt

from build_tools.fields import Inline, Text
from build_tools.model import Entry, Kind


class Level(Entry):
    """How soon to get help. Listed mildest first; `heading` is one action and ends in "if:"."""

    kind: ClassVar[str] = "level"
    shape: Literal["circle", "triangle", "square", "diamond", "octagon"]
    when: Text
    summary: Text
    heading: Text
    where: tuple[Inline, ...] = ()
    always: tuple[Text, ...] = ()
    show_numbers: bool = False


class Group(Entry):
    """Where a cause belongs."""

    kind: ClassVar[str] = "group"
    summary: Text


class Likelihood(Entry):
    """How likely a cause is in a person who is otherwise well. Listed most likely first."""

    kind: ClassVar[str] = "likelihood"
    summary: Text


class Strength(Entry):
    """How strong the evidence is, in a word, in bars, and in a sentence."""

    kind: ClassVar[str] = "strength"
    bars: NonNegativeInt = Field(le=4)
    summary: Text


_HOME = Path(__file__).parent
LEVEL = Kind(model=Level, folder="levels", home=_HOME, stands_alone=True)
GROUP = Kind(model=Group, folder="groups", home=_HOME)
LIKELIHOOD = Kind(model=Likelihood, folder="likelihoods", home=_HOME, stands_alone=True)
STRENGTH = Kind(model=Strength, folder="strengths", home=_HOME, stands_alone=True)
