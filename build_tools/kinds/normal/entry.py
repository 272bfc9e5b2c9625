"""The normal pattern: its statements, the patterns side by side, the bands of the chart."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from build_tools.content.fields import CitedInline, LinksTo, Text, Title, WholeInline
from build_tools.content.sourced import WholeSourced
from build_tools.entry import Entry, Findable
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.level.entry import Level
from build_tools.kinds.mechanism.entry import Mechanism, Rate
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.vocabulary.entry import Strength


class NormalSign(Entry):
    """One statement of the normal pattern; only all of them together mean anything."""

    kind: ClassVar[str] = "normal-sign"
    title: Title = Field(description="Its name, for links to it.", examples=["Only when slow"])
    statement: WholeSourced = Field(
        description="One thing that is true of the normal pattern, as a full sentence.",
        examples=["It wobbles only below walking speed."],
    )
    short: Text = Field(
        description="The same in a few words, for answers and checklists.",
        examples=["Only when slow"],
    )
    level: Annotated[str, LinksTo(Level)] = Field(
        description="How soon whoever it does not fit gets help at the latest.", examples=["stop"]
    )
    limits: CitedInline = Field(
        description="What the statement alone does not rule out.",
        examples=["A loose part does that too.[@kooijman2011:steers]"],
    )

    @property
    def findable(self) -> Findable:
        return Findable(self.statement)


class Pattern(Entry):
    """One of the patterns that look alike, as a column of their comparison."""

    kind: ClassVar[str] = "pattern"
    title: Title = Field(description="Its name, as the heading of its column.", examples=["Weave"])
    summary: WholeInline = Field(
        description="What it is, in a sentence.", examples=["A slow sway."]
    )
    drawing: Annotated[str, LinksTo(Drawing)] | None = Field(
        default=None, description="A drawing of it.", examples=["wheel"]
    )
    when: WholeInline = Field(description="When it comes.", examples=["At low speed."])
    looks_like: WholeInline = Field(
        description="What can be seen of it.", examples=["The track is a wavy line."]
    )
    stops: WholeInline = Field(description="What ends it.", examples=["When you ride faster."])
    sides: WholeInline = Field(description="On which side it shows.", examples=["Both."])
    rate: CitedInline = Field(
        description="How fast it is.", examples=["Once a second.[@kooijman2011:steers]"]
    )
    clues: WholeInline = Field(
        description="What else speaks for it.", examples=["The bars stay still."]
    )
    mechanisms: tuple[Annotated[str, LinksTo(Mechanism)], ...] = Field(
        default=(), description="The mechanisms behind it, as links.", examples=["caster"]
    )
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(
        default=(), description="Danger signs that go with it, as links.", examples=["loose-wheel"]
    )

    @property
    def findable(self) -> Findable:
        return Findable(self.summary)


class Band(Entry):
    """How often a second something happens (Hz), as a bar of the chart and a row below it."""

    kind: ClassVar[str] = "band"
    title: Title = Field(
        description="What it is a band of; it stands above the bar.", examples=["Weave"]
    )
    mechanism: Annotated[str, LinksTo(Mechanism)] | None = Field(
        default=None,
        description="The mechanism whose `rate` this is, so that the figures stand in one place.",
        examples=["caster"],
    )
    rate: Rate | None = Field(
        default=None,
        description="How many times a second, if it is the rate of no mechanism; the bar reaches "
        "from `low` to `high`.",
    )
    context: Literal["everyday", "either", "needs-checking"] = Field(
        description="How the bar is drawn, and in which group of the chart: solid for everyday "
        "things, outlined for what is to be looked at, striped for what may be either.",
        examples=["everyday"],
    )
    marked: bool = Field(
        default=False,
        description="Whether it is what the guide is about; its name is then bold.",
        examples=["true"],
    )
    strength: Annotated[str, LinksTo(Strength)] = Field(
        description="How strong the evidence for these figures is.", examples=["tested"]
    )
