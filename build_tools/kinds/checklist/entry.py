"""The checklist as written: blocks of lines, notes and tables."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PositiveInt

from build_tools.content.fields import Inline, LinksTo, Model, Text, Title
from build_tools.entry import Described
from build_tools.kinds.level.entry import Level
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.red_flag.entry import Prompt, RedFlag


class Note(Model):
    """Something to write down: a line to write on, or choices to tick."""

    label: Text
    choices: tuple[Text, ...] = ()


class Table(Model):
    """A table to fill in by hand: a column a heading, so many empty rows."""

    columns: tuple[Text, ...] = Field(min_length=2)
    rows: PositiveInt = Field(le=31)


class Block(Model):
    """One purpose: a heading that says what to do, and fewer than ten lines.

    On a sheet with two columns `column` says which one is its own; `below` stands across both.
    """

    heading: Title
    level: Annotated[str, LinksTo(Level)] | None = None
    text: Text | None = None
    red_flags: tuple[Annotated[str, LinksTo(RedFlag)], ...] = Field(default=(), max_length=9)
    prompts: tuple[Annotated[str, LinksTo(Prompt)], ...] = Field(default=(), max_length=9)
    statements: tuple[Annotated[str, LinksTo(NormalSign)], ...] = Field(default=(), max_length=9)
    notes: tuple[Note, ...] = Field(default=(), max_length=9)
    questions: tuple[Text, ...] = Field(default=(), max_length=9)
    table: Table | None = None
    numbers: bool = False
    column: Literal["left", "right", "below"] = "left"


class Checklist(Described):
    """A sheet: what it is for, and its blocks, worst first."""

    kind: ClassVar[str] = "checklist"
    heading: Title
    lead: Inline
    purpose: Text
    papers: tuple[Literal["a4", "letter", "large-print"], ...] = Field(min_length=1)
    sides: PositiveInt = 1
    columns: PositiveInt = Field(default=2, le=2)
    complete: bool = Field(
        default=False,
        description="Whether it is the one that holds every danger sign, prompt and statement. "
        "The others get an address below its own.",
        examples=["true"],
    )
    blocks: tuple[Block, ...] = Field(min_length=1)
