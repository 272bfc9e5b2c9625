"""The guide as a whole, from `content/site.yml`: its name, its answer, its numbers, its reviews."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, ClassVar, TypeAlias

from pydantic import Field, PositiveInt, StringConstraints

from build_tools.content.fields import (
    AnyEntry,
    LinksTo,
    Model,
    Text,
    Title,
    WholeInline,
    WholeText,
    shaped,
)
from build_tools.dates import months_on
from build_tools.entry import Entry
from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.guide.refused import AtMost, Avoided, RefusedHost
from build_tools.kinds.page.entry import PageEntry

TypeName: TypeAlias = Annotated[str, shaped(r"[A-Z][A-Za-z]+", "WebPage")]


class Number(Model):
    """An emergency number and the country where it works."""

    number: Text = Field(description="The number, as it is dialled.", examples=["112"])
    country: Text = Field(description="Where it works, for readers.", examples=["Europe"])
    regions: tuple[Annotated[str, shaped(r"[A-Z]{2}", "DE")], ...] = Field(
        min_length=1,
        description="The codes of the countries where it is an emergency number (ISO 3166); each "
        "is held against a library of the world's numbers.",
        examples=["DE"],
    )


class Review(Model):
    """How often everything is read again, and what is true of who has read it."""

    months: PositiveInt = Field(
        le=60, description="In how many months everything is due to be read again.", examples=["12"]
    )
    statement: WholeInline = Field(
        description="Who has checked the guide, and who has not. It stands on every page.",
        examples=["No mechanic has read this page yet."],
    )

    def due(self, reviewed: date) -> date:
        """The day on which what was last reviewed on a day is due again."""
        return months_on(reviewed, self.months)


class Publisher(Model):
    """Who answers for the guide, and how a reader reaches them."""

    name: Text = Field(description="Who publishes the guide.", examples=["The Bicycle Club"])
    address: Annotated[str, shaped(r"https://\S+|mailto:\S+@\S+", "https://example.org/write")] = (
        Field(
            description="Where a reader can write to them: a page or a mail address.",
            examples=["https://example.org/write"],
        )
    )


class Way(Model):
    """One of the ways on from the home page: what it offers, in a line, and where it leads."""

    title: Title = Field(description="Two or three words, the first a verb.", examples=["Mend it"])
    text: WholeText = Field(
        description="What is there, in a line.", examples=["Drills for a week."]
    )
    to: AnyEntry = Field(description="What it opens, as kind:name.", examples=["page:exercises"])


class MenuItem(Model):
    """One word or two in the menu, and what it opens."""

    label: Title = Field(description="The word in the menu.", examples=["Reasons"])
    to: AnyEntry = Field(description="What it opens, as kind:name.", examples=["page:causes"])


class Subject(Model):
    """What the guide is about, for machines, in the words of schema.org."""

    type: TypeName = Field(
        description="What sort of thing it is: a type of schema.org, out of "
        "`build_tools/rules/vocabulary.yml`.",
        examples=["Thing"],
    )
    name: Text = Field(description="What it is called.", examples=["The wobble of a bicycle"])


class Guide(Entry):
    """The one entry about the whole, in the file `site.yml`."""

    kind: ClassVar[str] = "guide"
    short_name: Annotated[Title, StringConstraints(max_length=12)] | None = Field(
        default=None,
        description="What it is called under its icon on a phone, which has room for 12 letters; "
        "without one, the title, cut where the phone cuts it.",
        examples=["Wobbles"],
    )
    description: WholeText = Field(
        description="What the guide is about, for search engines.",
        examples=["Why a bicycle wobbles, and how to steady it."],
    )
    answer: WholeText = Field(
        description="The answer to the guide's question in two sentences, on top of the home page.",
        examples=["Every bicycle wobbles a little. A few signs mean you must stop riding."],
    )
    home: Annotated[str, LinksTo(PageEntry)] = Field(
        description="The page that is the home page.", examples=["index"]
    )
    not_found: Annotated[str, LinksTo(PageEntry)] = Field(
        description="The page whose title and summary stand where an address leads nowhere. "
        "It has no address of its own.",
        examples=["missing"],
    )
    mark: Annotated[str, LinksTo(Drawing)] | None = Field(
        default=None,
        description="A drawing to stand beside the name in the header, and as the icon.",
        examples=["wheel"],
    )
    numbers: tuple[Number, ...] = Field(
        default=(),
        max_length=12,
        description="The emergency numbers, on every page; none, if the subject needs none.",
    )
    version: Text = Field(description="The version that sheets print.", examples=["1.0"])
    review: Review = Field(description="How often everything is read again, and by whom.")
    refused_hosts: tuple[RefusedHost, ...] = Field(
        default=(), description="Places on the web that no source may lead to."
    )
    publisher: Publisher | None = Field(
        default=None,
        description="Who publishes the guide; nothing is shown where nobody is named.",
    )
    page_type: TypeName = Field(
        default="WebPage",
        description="What sort of page each of them is, for search engines: a type of schema.org, "
        "out of `build_tools/rules/vocabulary.yml`.",
        examples=["AboutPage"],
    )
    about: Subject | None = Field(
        default=None, description="What the guide is about, for search engines."
    )
    data: Annotated[str, LinksTo(PageEntry)] | None = Field(
        default=None,
        description="The page at whose end stands how to use the guide's data and how to cite it.",
        examples=["about"],
    )
    avoid: tuple[Avoided, ...] = Field(
        default=(), description="Words that no text of the guide uses."
    )
    at_most: tuple[AtMost, ...] = Field(
        default=(), description="Phrases that tire, and how often one page may say each."
    )
    ways_on: tuple[Way, ...] = Field(
        min_length=1, max_length=3, description="The ways on from the home page."
    )
    menu: tuple[MenuItem, ...] = Field(
        min_length=1, max_length=8, description="The menu in the header."
    )
    more: tuple[MenuItem, ...] = Field(
        default=(), max_length=12, description="The menu in the footer."
    )

    @property
    def archive(self) -> PurePosixPath:
        """The file beside the pages that holds all of them, named as the guide is."""
        name = re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")
        return PurePosixPath(f"{name or self.kind}.zip")
