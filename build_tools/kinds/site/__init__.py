"""The site itself, from `content/site.yml`: its name, its answer, its numbers, its reviews."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from pydantic import Field, PositiveInt

from build_tools.fields import AnyEntry, Inline, Model, Text, Title
from build_tools.model import Catalog, Entry, Kind


class Number(Model):
    """An emergency number and where it works."""

    number: Text
    place: Text


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


class Site(Entry):
    """The one entry about the whole. `answer` is the answer in two sentences."""

    kind: ClassVar[str] = "site"
    description: Text
    answer: Text
    numbers: tuple[Number, ...] = Field(min_length=1)
    version: Text
    review: Review
    ways_on: tuple[Way, ...] = Field(min_length=1, max_length=3)
    menu: tuple[MenuItem, ...] = Field(min_length=1)
    more: tuple[MenuItem, ...] = ()


def _settings(catalog: Catalog) -> Mapping[str, Any]:
    site = catalog.of_kind("site")[0]
    menu = [{item.label: str(catalog.page_of(catalog.named(item.to)))} for item in site.menu]
    ways = [
        {"title": way.title, "text": way.text, "path": _folder(catalog, way.to)}
        for way in site.ways_on
    ]
    more = [{"title": item.label, "path": _folder(catalog, item.to)} for item in site.more]
    extra = {"ways_on": ways, "more": more}
    return {
        "site_name": site.title,
        "site_description": site.description,
        "nav": [{site.title: "index.md"}, *menu],
        "extra": extra,
    }


def _folder(catalog: Catalog, written: str) -> str:
    page = catalog.page_of(catalog.named(written))
    return f"{page.parent}/" if page else ""


KIND = Kind(
    model=Site,
    folder="site",
    home=Path(__file__).parent,
    stands_alone=True,
    inline=True,
    place=lambda _folder, _slug: None,
    needs=("site",),
    settings=_settings,
)
