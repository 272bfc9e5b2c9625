"""Clues in a reader's own words, each leading to causes and to danger signs."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.content.fields import LinksTo, Title
from build_tools.entry import Entry
from build_tools.kinds.cause.entry import Cause
from build_tools.kinds.red_flag.entry import RedFlag


class ClueGroup(Entry):
    """A question that clues answer; the order in the file is the order on the page."""

    kind: ClassVar[str] = "clue-group"
    title: Title = Field(
        description="The question, as a heading above its clues.", examples=["Since when?"]
    )


class Clue(Entry):
    """Something that a reader has noticed, and where it may lead; no clue is proof."""

    kind: ClassVar[str] = "clue"
    title: Title = Field(
        description="What was noticed, as a reader says it.",
        examples=["It began after I changed a tyre"],
    )
    group: Annotated[str, LinksTo(ClueGroup)] = Field(
        description="The question that it answers.", examples=["when"]
    )
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(
        default=(),
        description="Danger signs to look at first; they stand before the causes.",
        examples=["loose-wheel"],
    )
    causes: tuple[Annotated[str, LinksTo(Cause)], ...] = Field(
        min_length=1,
        description="The causes that it speaks for, the likeliest first.",
        examples=["soft-tyre"],
    )
