"""Vocabularies: groups, likelihoods and strengths, each worded once in content."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, NonNegativeInt

from build_tools.content.fields import Title, WholeText
from build_tools.entry import Entry, Findable


class Group(Entry):
    """A part of the list of causes; the order in the file is the order on the page."""

    kind: ClassVar[str] = "group"
    title: Title = Field(
        description="Its name, as a heading in the list of causes.", examples=["Parts"]
    )
    summary: WholeText = Field(
        description="What its causes have in common, in a sentence below that heading.",
        examples=["Something is loose or bent."],
    )

    @property
    def findable(self) -> Findable:
        return Findable(self.summary)


class Likelihood(Entry):
    """How common a cause is where nothing else is wrong; the file names the most common first."""

    kind: ClassVar[str] = "likelihood"
    title: Title = Field(description="A word or two, for cards and tables.", examples=["Often"])
    summary: WholeText = Field(
        description="What that word means, with a number or a comparison if there is one.",
        examples=["On most bicycles."],
    )

    @property
    def findable(self) -> Findable:
        return Findable(self.summary)


class Strength(Entry):
    """How strong the evidence is, in a word, in bars, and in a sentence."""

    kind: ClassVar[str] = "strength"
    title: Title = Field(description="A word or two beside the bars.", examples=["Tested"])
    bars: NonNegativeInt = Field(
        le=4,
        description="How many of the four bars are filled: more for stronger evidence.",
        examples=["4"],
    )
    summary: WholeText = Field(
        description="What that word means: which evidence there must be.",
        examples=["It was measured."],
    )

    @property
    def findable(self) -> Findable:
        return Findable(self.summary)
