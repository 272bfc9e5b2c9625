"""The normal pattern: its statements, the patterns side by side, and the bands of the rate chart."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field, NonNegativeFloat, PositiveFloat

from build_tools.fields import Inline, LinksTo, SourceKeys, Text
from build_tools.model import Entry, Kind


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
    mechanisms: tuple[Annotated[str, LinksTo("mechanism")], ...] = ()
    red_flags: tuple[Annotated[str, LinksTo("red-flag")], ...] = ()
    sources: SourceKeys = Field(min_length=1)


class Band(Entry):
    """How often a second something happens (Hz), where and when that was measured."""

    kind: ClassVar[str] = "band"
    low: NonNegativeFloat
    high: PositiveFloat
    context: Text
    measured: Text
    strength: Annotated[str, LinksTo("strength")]
    sources: SourceKeys = Field(min_length=1)


_HOME = Path(__file__).parent
NORMAL_SIGN = Kind(model=NormalSign, folder="normal-signs", home=_HOME, stands_alone=True)
PATTERN = Kind(model=Pattern, folder="patterns", home=_HOME, stands_alone=True)
BAND = Kind(model=Band, folder="bands", home=_HOME, stands_alone=True)
