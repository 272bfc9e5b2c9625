"""Links to a place on their own page, held against that page before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from urllib.parse import unquote

from bs4 import BeautifulSoup

from build_tools.content.markup import html_of
from build_tools.entry import RawEntry
from build_tools.model import Catalog
from build_tools.output.pages import renderer
from build_tools.problems import Location, Problem, did_you_mean
from build_tools.rule import reading_rule

UNKNOWN_PLACE = reading_rule(
    "unknown-place", "A link that begins with '#' leads to a heading or a place on its own page."
)
RULES = (UNKNOWN_PLACE,)

_TO_A_PLACE = re.compile(r"\]\(#([^)\n]*)\)")


def unknown_places(catalog: Catalog) -> Iterator[Problem]:
    """Every link of an entry to a place that no page of the entry has."""
    links = [
        (entry, *link)
        for entry in catalog.entries.values()
        for link in _links(catalog.raw[entry.id])
    ]
    pages = list(catalog.pages()) if links else []
    render = renderer(catalog)
    for entry, own in groupby(links, key=itemgetter(0)):
        home = catalog.page_of(entry)
        shown = [page for page in pages if page.path == home or page.context.get("entry") is entry]
        known = [place for page in shown for place in _places(render(page).content.decode())]
        for _, where, place in own:
            if unquote(place) not in known:
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
