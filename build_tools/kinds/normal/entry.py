"""The normal pattern: its statements, the patterns side by side, the bands of the chart."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, NonNegativeFloat, PositiveFloat

from build_tools.content.fields import Decides, Inline, LinksTo, Text, Title
from build_tools.entry import Entry
from build_tools.kinds.level.entry import Level
from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.source.entry import SourceKeys
from build_tools.kinds.vocabulary.entry import Strength


class NormalSign(Entry):
    """One statement of the normal pattern; only all of them together mean anything."""

    kind: ClassVar[str] = "normal-sign"
    title: Title = Field(description="Its name, for links to it.", examples=["Only when slow"])
    statement: Annotated[Text, Decides()] = Field(
        description="One thing that is true of the normal pattern, as a full sentence.",
        examples=["It wobbles only below walking speed."],
    )
    short: Annotated[Text, Decides()] = Field(
        description="The same in a few words, for answers and checklists.",
        examples=["Only when slow"],
    )
    level: Annotated[str, LinksTo(Level), Decides()] = Field(
        description="How soon whoever it does not fit gets help at the latest.", examples=["stop"]
    )
    limits: Annotated[Inline, Decides()] = Field(
        description="What the statement alone does not rule out.",
        examples=["A loose part does that too."],
    )
    sources: SourceKeys = Field(
        min_length=1,
        description="Where that comes from; the page cites them.",
        examples=["kooijman2011"],
    )


class Pattern(Entry):
    """One of the patterns that look alike, as a column of their comparison."""

    kind: ClassVar[str] = "pattern"
    title: Title = Field(description="Its name, as the heading of its column.", examples=["Weave"])
    summary: Annotated[Inline, Decides()] = Field(
        description="What it is, in a sentence.", examples=["A slow sway."]
    )
    when: Annotated[Inline, Decides()] = Field(
        description="When it comes.", examples=["At low speed."]
    )
    looks_like: Annotated[Inline, Decides()] = Field(
        description="What can be seen of it.", examples=["The track is a wavy line."]
    )
    stops: Annotated[Inline, Decides()] = Field(
        description="What ends it.", examples=["When you ride faster."]
    )
    sides: Annotated[Inline, Decides()] = Field(
        description="On which side it shows.", examples=["Both."]
    )
    rate: Inline = Field(description="How fast it is.", examples=["Once a second.[@kooijman2011]"])
    clues: Annotated[Inline, Decides()] = Field(
        description="What else speaks for it.", examples=["The bars stay still."]
    )
    mechanisms: tuple[Annotated[str, LinksTo(Mechanism)], ...] = Field(
        default=(), description="The mechanisms behind it, as links.", examples=["caster"]
    )
    red_flags: Annotated[tuple[Annotated[str, LinksTo(RedFlag)], ...], Decides()] = Field(
        default=(), description="Danger signs that go with it, as links.", examples=["loose-wheel"]
    )
    sources: SourceKeys = Field(
        min_length=1,
        description="Where all this comes from; the page cites them.",
        examples=["kooijman2011"],
    )


class Band(Entry):
    """How often a second something happens (Hz), as a bar of the chart and a row below it."""

    kind: ClassVar[str] = "band"
    title: Title = Field(
        description="What it is a band of; it stands above the bar.", examples=["Weave"]
    )
    low: Annotated[NonNegativeFloat, Decides()] = Field(
        le=100, description="Where the bar begins: times a second (Hz).", examples=["0.5"]
    )
    high: Annotated[PositiveFloat, Decides()] = Field(
        le=100, description="Where the bar ends: times a second (Hz).", examples=["2"]
    )
    context: Annotated[Literal["everyday", "either", "needs-checking"], Decides()] = Field(
        description="How the bar is drawn: solid for everyday things, outlined for what needs "
        "checking, striped for what may be either.",
        examples=["everyday"],
    )
    measured: Annotated[Text, Decides()] = Field(
        description="Where and when that was measured, for the table below the chart.",
        examples=["On a rolling road"],
    )
    strength: Annotated[str, LinksTo(Strength)] = Field(
        description="How strong the evidence for these figures is.", examples=["tested"]
    )
    sources: SourceKeys = Field(
        min_length=1,
        description="Who measured it; the table cites them.",
        examples=["kooijman2011"],
    )
