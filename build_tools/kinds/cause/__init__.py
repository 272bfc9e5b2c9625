"""Causes: what can bring the thing about, and what a reader can do with each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.fields import CitedInline, CitedProse, Inline, LinksTo, Model, Prose, Text
from build_tools.model import Appearance, Catalog, Described, Flaw, Kind


class Clues(Model):
    """What a reader can notice without a test."""

    towards: tuple[Inline, ...] = Field(min_length=2)
    away: tuple[Inline, ...] = Field(min_length=2)


class Care(Model):
    """Signs that call for help at one level; they complete the level's heading."""

    level: Annotated[str, LinksTo("level")]
    signs: tuple[Text, ...] = Field(min_length=1)


class Cause(Described):
    """One cause, complete enough to be read alone."""

    kind: ClassVar[str] = "cause"
    also_called: tuple[Text, ...] = ()
    group: Annotated[str, LinksTo("group")]
    likelihood: Annotated[str, LinksTo("likelihood")]
    side: Text
    eases: Text
    strength: Annotated[str, LinksTo("strength")]
    drawing: Annotated[str, LinksTo("drawing")] | None = None
    what: CitedProse
    clues: Clues
    how_it_acts: CitedProse
    mechanisms: tuple[Annotated[str, LinksTo("mechanism")], ...]
    helps: CitedProse
    exercises: tuple[Annotated[str, LinksTo("exercise")], ...] = ()
    how_soon: CitedInline
    see_someone: tuple[Care, ...] = Field(min_length=1)
    red_flags: tuple[Annotated[str, LinksTo("red-flag")], ...] = Field(min_length=1)
    how_sure: Prose


def every_level_is_named_once(cause: Cause) -> Iterator[Flaw]:
    """Each level of care has one list of signs in a cause, not two."""
    seen = set()
    for index, care in enumerate(cause.see_someone):
        if care.level in seen:
            yield Flaw(
                ("see_someone", index, "level"),
                f"must name each level once, found {care.level!r} again",
                "level-twice",
            )
        seen.add(care.level)


def red_flags_on_cause_pages(catalog: Catalog) -> Iterator[Appearance]:
    """The short form of every red flag that a cause names stands on the cause's page."""
    for cause in catalog.of_kind("cause"):
        if page := catalog.page_of(cause):
            for slug in cause.red_flags:
                yield Appearance(catalog.find("red-flag", slug).short, page, "see-someone")


KIND = Kind(
    model=Cause,
    folder="causes",
    home=Path(__file__).parent,
    template="cause/page.md.j2",
    stands_alone=True,
    entry_checks=(every_level_is_named_once,),
    appearances=red_flags_on_cause_pages,
)
