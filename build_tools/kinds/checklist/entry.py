"""Checklists: sheets to fill in, as a page with a form and as a PDF from the same data."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PositiveInt

from build_tools.fields import Inline, LinksTo, Model, Text, Title
from build_tools.model import Described


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

    On a sheet with two columns `place` says which one is its own; `below` stands across both.
    """

    heading: Title
    level: Annotated[str, LinksTo("level")] | None = None
    text: Text | None = None
    red_flags: tuple[Annotated[str, LinksTo("red-flag")], ...] = Field(default=(), max_length=9)
    prompts: tuple[Annotated[str, LinksTo("prompt")], ...] = Field(default=(), max_length=9)
    statements: tuple[Annotated[str, LinksTo("normal-sign")], ...] = Field(default=(), max_length=9)
    notes: tuple[Note, ...] = Field(default=(), max_length=9)
    questions: tuple[Text, ...] = Field(default=(), max_length=9)
    table: Table | None = None
    numbers: bool = False
    place: Literal["left", "right", "below"] = "left"


class Checklist(Described):
    """A sheet: what it is for, and its blocks, worst first."""

    kind: ClassVar[str] = "checklist"
    heading: Title
    lead: Inline
    purpose: Text
    papers: tuple[Literal["a4", "letter", "large-print"], ...] = Field(min_length=1)
    sides: PositiveInt = 1
    columns: PositiveInt = Field(default=2, le=2)
    blocks: tuple[Block, ...] = Field(min_length=1)
