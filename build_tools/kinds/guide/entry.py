"""The guide as a whole, from `content/site.yml`: its name, its answer, its numbers, its reviews."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, PositiveInt

from build_tools.content.fields import AnyEntry, Inline, Model, Text, Title
from build_tools.entry import Entry


class Number(Model):
    """An emergency number and where it works."""

    number: Text
    country: Text


class Review(Model):
    """How often everything is read again, and what is true of who has read it."""

    months: PositiveInt
    statement: Inline


class Way(Model):
    """One of the ways on from the home page: what it offers, in a line, and where it leads."""

    title: Title
    text: Text
    to: AnyEntry


class MenuItem(Model):
    """One word or two in the menu, and what it opens."""

    label: Title
    to: AnyEntry


class Guide(Entry):
    """The one entry about the whole. `answer` is the answer in two sentences."""

    kind: ClassVar[str] = "guide"
    description: Text
    answer: Text
    numbers: tuple[Number, ...] = Field(min_length=1)
    version: Text
    review: Review
    ways_on: tuple[Way, ...] = Field(min_length=1, max_length=3)
    menu: tuple[MenuItem, ...] = Field(min_length=1)
    more: tuple[MenuItem, ...] = ()
