"""Help lines: numbers to ring that are no emergency numbers, by what they are for."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.content.fields import Text, Title, WholeInline, shaped
from build_tools.entry import Entry, Findable
from build_tools.kinds.source.entry import SourceKeys


class HelpLine(Entry):
    """A service that answers the phone; lines for the same purpose stand together."""

    kind: ClassVar[str] = "help-line"
    title: Title = Field(description="What the service is called.", examples=["Wheel advice"])
    purpose: Title = Field(
        description="What it is for, as the heading above all lines for the same.",
        examples=["Advice on wheels"],
    )
    country: Text = Field(description="Where it works.", examples=["Germany"])
    region: Annotated[str, shaped(r"[A-Z]{2}", "DE")] = Field(
        description="The code of that country (ISO 3166); the number is held against a library "
        "of the world's numbers.",
        examples=["DE"],
    )
    number: Text = Field(
        max_length=20, description="The number, as it is written there.", examples=["030 901820"]
    )
    says: WholeInline = Field(
        description="Who answers, when, and what it costs.", examples=["Free, day and night."]
    )
    sources: SourceKeys = Field(
        min_length=1,
        description="Where the number comes from; the page cites them.",
        examples=["kooijman2011:steers"],
    )

    @property
    def digits(self) -> str:
        """The number as a phone dials it."""
        return "".join(filter(str.isdigit, self.number))

    @property
    def findable(self) -> Findable:
        return Findable(self.says, (self.country, self.number), (self.purpose,))
