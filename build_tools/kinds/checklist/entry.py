"""The checklist as written: blocks of lines, notes and tables."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PositiveInt, StringConstraints

from build_tools.content.fields import LinksTo, Model, Text, Title, WholeInline, WholeText
from build_tools.entry import Described
from build_tools.kinds.level.entry import Level
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.red_flag.entry import Prompt, RedFlag


class Note(Model):
    """Something to write down: a line to write on, or choices to tick."""

    label: Text = Field(
        description="What is to be written down; a colon is set behind it.",
        examples=["Which wheel"],
    )
    choices: tuple[Annotated[Text, StringConstraints(max_length=30)], ...] = Field(
        default=(),
        description="Words to choose from, a box each; without any there is a line to write on.",
        examples=["front"],
    )
    several: bool = Field(
        default=False,
        description="More than one of the choices may be ticked.",
        examples=["true"],
    )
    lines: PositiveInt = Field(
        default=1, le=5, description="How many lines there are to write on.", examples=["2"]
    )


class Table(Model):
    """A table to fill in by hand: a column a heading, so many numbered rows."""

    columns: tuple[Text, ...] = Field(
        min_length=2,
        description="The headings of the columns, from left to right.",
        examples=["Day", "Wobble"],
    )
    rooms: tuple[Annotated[PositiveInt, Field(le=9)], ...] = Field(
        default=(),
        description="How wide each column is on paper beside the others, by what goes into it: 1 "
        "for a number, 9 for a sentence. Without it all are alike.",
        examples=["2", "5"],
    )
    rows: PositiveInt = Field(
        le=31, description="How many empty rows there are to fill in.", examples=["7"]
    )


class Block(Model):
    """One purpose: a heading that says what to do, and fewer than ten lines.

    On a sheet with two columns `column` says which one is its own; `below` stands across both.
    """

    heading: Title = Field(
        description="What to do with the lines below it, as a heading.",
        examples=["Mend it this week"],
    )
    level: Annotated[str, LinksTo(Level)] | None = Field(
        default=None,
        description="The level of its signs; the heading then shows that level's shape and word.",
        examples=["mend"],
    )
    text: Text | None = Field(
        default=None, description="A sentence below the heading.", examples=["Write it down."]
    )
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(
        default=(),
        max_length=9,
        description="Danger signs of the block's level, a box each, in their own short words.",
        examples=["cracked-fork"],
    )
    prompts: tuple[Annotated[str, LinksTo(Prompt)], ...] = Field(
        default=(),
        max_length=9,
        description="Prompts of the block's level, a box each, in their own short words.",
        examples=["squeak"],
    )
    statements: tuple[Annotated[str, LinksTo(NormalSign)], ...] = Field(
        default=(),
        max_length=9,
        description="Statements of the normal pattern, a box each, in their own short words.",
        examples=["slow-only"],
    )
    notes: tuple[Note, ...] = Field(
        default=(), max_length=9, description="What to write down, below the boxes."
    )
    questions: tuple[Text, ...] = Field(
        default=(),
        max_length=9,
        description="Questions to take along and ask, a box each.",
        examples=["Who mended it last?"],
    )
    table: Table | None = Field(default=None, description="A table to fill in over some days.")
    numbers: bool = Field(
        default=False,
        description="Whether the block shows the emergency numbers.",
        examples=["true"],
    )
    column: Literal["above", "left", "right", "below"] = Field(
        default="left",
        description="Where on a sheet with two columns it stands; `above` and `below` are as wide "
        "as both.",
        examples=["right"],
    )


class Checklist(Described):
    """A sheet to tick and to fill in, as a page with a form and as PDFs."""

    kind: ClassVar[str] = "checklist"
    title: Title = Field(description="Its name in links and menus.", examples=["Checklist"])
    summary: WholeText = Field(
        description="What it is for, in a sentence or two for search engines.",
        examples=["What to look at before you ride."],
    )
    heading: Title = Field(
        description="The heading of the page and of the printed sheet.",
        examples=["Before the ride"],
    )
    lead: WholeInline = Field(
        description="The first sentence of the page, for those who read it on a screen; it is "
        "not printed.",
        examples=["Look at these before you ride."],
    )
    purpose: WholeText = Field(
        description="What to do with the sheet, in a sentence on top of it.",
        examples=["Tick what you saw."],
    )
    papers: tuple[Literal["a4", "letter", "large-print"], ...] = Field(
        min_length=1, description="The papers that it is made for, a PDF each.", examples=["a4"]
    )
    sides: PositiveInt = Field(
        le=4,
        default=1,
        description="How many sides of paper it may take; the build stops if it needs more. "
        "Large print may take any number.",
        examples=["1"],
    )
    columns: PositiveInt = Field(
        default=2, le=2, description="How many columns of blocks the sheet has.", examples=["2"]
    )
    complete: bool = Field(
        default=False,
        description="Whether it is the one that holds every danger sign, prompt and statement. "
        "The others get an address below its own.",
        examples=["true"],
    )
    blocks: tuple[Block, ...] = Field(
        min_length=1, description="The parts of the sheet, the worst first."
    )
