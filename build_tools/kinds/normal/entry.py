"""The normal pattern: its statements, the patterns side by side, the bands of the chart."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, NonNegativeFloat, PositiveFloat

from build_tools.content.fields import Inline, LinksTo, Text
from build_tools.entry import Entry
from build_tools.kinds.mechanism.entry import Mechanism
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.source.entry import SourceKeys
from build_tools.kinds.vocabulary.entry import Strength


class NormalSign(Entry):
    """One statement of the normal pattern; only all of them together mean anything."""

    kind: ClassVar[str] = "normal-sign"
    statement: Text
    short: Text
    limits: Inline
    sources: SourceKeys = Field(min_length=1)


class Pattern(Entry):
    """One pattern, as a column of the comparison."""

    kind: ClassVar[str] = "pattern"
    summary: Inline
    when: Inline
    looks_like: Inline
    stops: Inline
    sides: Inline
    rate: Inline
    clues: Inline
    mechanisms: tuple[Annotated[str, LinksTo(Mechanism)], ...] = ()
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = ()
    sources: SourceKeys = Field(min_length=1)


class Band(Entry):
    """How often a second something happens (Hz), where and when that was measured."""

    kind: ClassVar[str] = "band"
    low: NonNegativeFloat
    high: PositiveFloat
    context: Literal["everyday", "either", "needs-checking"]
    measured: Text
    strength: Annotated[str, LinksTo(Strength)]
    sources: SourceKeys = Field(min_length=1)
