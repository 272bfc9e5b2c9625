"""Choices: what a reader can do, side by side, with doing nothing among them."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from build_tools.content.fields import AnyEntry, WholeInline
from build_tools.entry import Entry, Findable


class Choice(Entry):
    """One thing that a reader can do; the file gives the order, side by side."""

    kind: ClassVar[str] = "choice"
    summary: WholeInline = Field(
        description="What one does who chooses it.", examples=["You ride on as before."]
    )
    asks: WholeInline = Field(
        description="What it asks of a reader: time, money, effort.",
        examples=["It costs nothing."],
    )
    how: WholeInline = Field(
        description="How it works, as far as anyone knows.",
        examples=["A rider steers into the lean.[@kooijman2011:steers]"],
    )
    gives: WholeInline = Field(
        description="What it may give, and how sure that is.",
        examples=["A bicycle that is ridden steers itself.[@kooijman2011:steers]"],
    )
    risks: WholeInline = Field(
        description="What can go wrong, and how often, as far as anyone knows.",
        examples=["You may fall."],
    )
    days: WholeInline = Field(
        description="What it means for everyday life.", examples=["You ride a little slower."]
    )
    unknown: WholeInline = Field(
        description="What nobody knows of it.", examples=["Nobody has counted the falls."]
    )
    not_for: WholeInline = Field(
        description="For whom it is not the choice.",
        examples=["Do not choose it if the [fork is cracked](red-flag:cracked-fork)."],
    )
    link: AnyEntry = Field(
        description="Where more of it is told, as kind:name.", examples=["page:exercises"]
    )

    @property
    def findable(self) -> Findable:
        return Findable(self.summary)
