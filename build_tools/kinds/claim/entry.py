"""Claims that go round, each with a verdict and what is known instead."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.content.fields import CitedProse, LinksTo, Title, WholeText
from build_tools.entry import Entry, Findable


class Verdict(Entry):
    """What can be said of a claim, in a word or two; the file gives the order."""

    kind: ClassVar[str] = "verdict"
    title: Title = Field(description="The verdict in a few words.", examples=["Not so"])
    summary: WholeText = Field(
        description="What that word means here.", examples=["What was measured speaks against it."]
    )

    @property
    def findable(self) -> Findable:
        return Findable(self.summary)


class Claim(Entry):
    """Something that a reader may have read elsewhere, and what is known of it."""

    kind: ClassVar[str] = "claim"
    title: Title = Field(
        description="The claim, as people read it.", examples=["A wobble means a bent wheel"]
    )
    verdict: Annotated[str, LinksTo(Verdict)] = Field(
        description="What can be said of it.", examples=["not-so"]
    )
    answer: CitedProse = Field(
        description="What is known instead, and how sure that is.",
        examples=["A straight wheel wobbles too.[@kooijman2011:steers]"],
    )

    @property
    def findable(self) -> Findable:
        return Findable(self.answer)
