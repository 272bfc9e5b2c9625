"""Vocabularies: groups, likelihoods and strengths, each worded once in content."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, NonNegativeInt

from build_tools.content.fields import Text
from build_tools.entry import Entry


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
