"""Safety: the rules that several exercises share, written once."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.content.fields import Cited, CitedProse, Prose, Title, WholeInline, WholeText
from build_tools.content.sourced import SourcedText, WholeSourced
from build_tools.entry import Entry


class Safety(Entry):
    """Safety rules that several exercises share, written once."""

    kind: ClassVar[str] = "safety"
    title: Title = Field(
        description="What these rules are for, as a heading.", examples=["Safety for every ride"]
    )
    every_time: Annotated[tuple[WholeInline, ...], Cited()] = Field(
        min_length=1,
        description="What to mind every time.",
        examples=["Wear a helmet.[@kooijman2011:steers]"],
    )
    setting: CitedProse = Field(
        description="Where to do it and with whom: floor, light, alone or not, who can teach it.",
        examples=["An empty car park is best.[@kooijman2011:steers]"],
    )
    keep_up: Prose = Field(
        description="How to keep it up, and how to see whether one does.",
        examples=["Ride with a friend."],
    )
    harm: Prose = Field(
        description="What can go wrong with any of them, how often, and how to make it rarer.",
        examples=["You may fall. Nobody has counted how often."],
    )
    cost: WholeText = Field(description="What it costs, in money.", examples=["It costs nothing."])
    who_should_not: tuple[WholeSourced, ...] = Field(
        min_length=1,
        description="Who must leave out every exercise with these rules, or ask first; it stands "
        "on each of them, before what is its own.",
        examples=["The brakes do not work."],
    )
    ask_first: tuple[WholeSourced, ...] = Field(
        min_length=1,
        description="Who should ask somebody before they begin, a case a sentence.",
        examples=["You have never ridden."],
    )
    stop: tuple[SourcedText, ...] = Field(
        min_length=1,
        description="Signs to stop at, in lower case; every exercise with these rules shows them.",
        examples=["you hear a crack"],
    )
