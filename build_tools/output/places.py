"""Links to a place on their own page, held against that page before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import PurePosixPath
from urllib.parse import unquote

from bs4 import BeautifulSoup

from build_tools.content.markup import html_of
from build_tools.entry import Entry, RawEntry
from build_tools.made import Page
from build_tools.model import Catalog
from build_tools.output.pages import renderer
from build_tools.problems import Location, Problem, did_you_mean
from build_tools.rule import reading_rule

UNKNOWN_PLACE = reading_rule(
    "unknown-place", "A link that begins with '#' leads to a heading or a place on its own page."
)
RULES = (UNKNOWN_PLACE,)

MOST_TOLD = 50
_TO_A_PLACE = re.compile(r"\]\(#([^)\n]*)\)")


def unknown_places(catalog: Catalog) -> Iterator[Problem]:
    """Every link of an entry to a place that no page of the entry has."""
    links = [
        (entry, *link)
        for entry in catalog.entries.values()
        for link in _links(catalog.raw[entry.id])
    ]
    if not links:
        return
    render, places = renderer(catalog), dict[PurePosixPath, list[str]]()
    pages: dict[object, list[Page]] = {}
    for page in catalog.pages():
        pages.setdefault(page.path, []).append(page)
        if isinstance(entry := page.context.get("entry"), Entry) and page.path != catalog.page_of(
            entry
        ):
            pages.setdefault(entry.id, []).append(page)
    for entry, own in groupby(links, key=itemgetter(0)):
        shown = (*pages.get(catalog.page_of(entry), ()), *pages.get(entry.id, ()))
        for page in shown:
            if page.path not in places:
                places[page.path] = _places(render(page).content.decode())
        known = [place for page in shown for place in places[page.path]]
        names, told = frozenset(known), 0
        for _, where, place in own:
            if unquote(place) not in names and told < MOST_TOLD:
                told += 1
                near = did_you_mean(f"#{place}", [f"#{name}" for name in known])
                yield UNKNOWN_PLACE.problem(where, f"no heading here is named '#{place}'{near}")


def _links(raw: RawEntry) -> Iterator[tuple[Location, str]]:
    for loc, text in raw.texts():
        for offset, line in enumerate(text.split("\n")):
            for found in _TO_A_PLACE.finditer(line):
                yield raw.at_line(loc, offset), found[1]


def _places(markdown: str) -> list[str]:
    """The places on a page, in their order."""
    soup = BeautifulSoup(html_of(markdown), "lxml")
    return [str(tag["id"]) for tag in soup.find_all(id=True)]
