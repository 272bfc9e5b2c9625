"""Makers of rules: what a kind says in one line, the engine holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from build_tools.entry import Entry
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.rule import Found, Rule, Scope
from build_tools.site.read import Site, squeezed, texts_below

MISSING = "missing-entry"


class Appearance(NamedTuple):
    """A text that must stand word for word on a page, once, in the element with that id."""

    text: str
    page: PurePosixPath
    anchor: str


def must_appear(appearances: Callable[[Catalog], Iterable[Appearance]]) -> Rule:
    """A rule of the finished site: each of these texts stands at its place, once."""

    def finds(site: Site, catalog: Catalog) -> Iterator[Found]:
        for text, path, anchor in appearances(catalog):
            page = site.pages.get(path.with_suffix(".html"))
            if page is None:
                continue
            element = page.ids.get(anchor)
            count = texts_below(element).count(squeezed(text)) if element else 0
            if count != 1:
                message = f"must hold {text!r} once in #{anchor}, found {count or 'none'}"
                yield page.at(element, text), message

    demands = " ".join((appearances.__doc__ or "").split())
    return Rule("missing-words", Scope.SITE, demands, finds)


def must_hold(model: type[Entry], folder: str, *slugs: str) -> Rule:
    """A rule of the content: these entries of a kind are there."""

    def finds(catalog: Catalog) -> Iterator[Found]:
        for slug in slugs:
            if not catalog.find(model, slug):
                where = Location(PurePosixPath("content", folder))
                yield where, f"must hold the {model.kind} {slug!r}"

    demands = f"There is the {model.kind} {' and '.join(map(repr, slugs))}."
    return Rule(MISSING, Scope.CATALOG, demands, finds, needs_all=True)
