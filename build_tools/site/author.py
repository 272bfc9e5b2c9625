"""What is wrong with a finished page or sheet -> the same, told at the file that its author wrote.

Nobody wrote a page of the site by hand. Where the entry that it shows is known, and the field
that the words come from, the finding names these, and the page only behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from build_tools.content.markup import plain
from build_tools.entry import Entry, EntryId, RawEntry
from build_tools.made import Pdf
from build_tools.model import Catalog
from build_tools.problems import Location, Problem
from build_tools.site.read import Site, squeezed


def at_their_authors(
    problems: Iterable[Problem], site: Site, catalog: Catalog
) -> Iterator[Problem]:
    """Each problem at the place in the content that made it, if that is known."""
    owners = {site.display_path / path: entry for path, entry in _owners(catalog)}
    for problem in problems:
        seen = problem.location
        if (owner := owners.get(seen.path)) is None:
            yield problem
            continue
        where = _place(seen.words, owner, catalog)
        message = f"{problem.message}; seen at {seen}"
        yield replace(problem, location=where, message=message)


def _owners(catalog: Catalog) -> Iterator[tuple[PurePosixPath, EntryId]]:
    """Every page and every sheet, with the entry that it shows."""
    for page in catalog.pages():
        entry = page.context.get("entry")
        if isinstance(entry, Entry):
            yield page.path.with_suffix(".html"), entry.id
    written = {raw.at(): name for name, raw in catalog.raw.items()}
    for pdf in catalog.made(Pdf):
        if name := written.get(pdf.where):
            yield pdf.path, name


def _place(words: str, owner: EntryId, catalog: Catalog) -> Location:
    """Where the words are written: in the page's own entry, else in the only one that has them."""
    if words:
        if place := _field(words, catalog.raw[owner]):
            return place
        others = [place for raw in catalog.raw.values() if (place := _field(words, raw))]
        if len(others) == 1:
            return others[0]
    return catalog.raw[owner].at()


def _field(words: str, raw: RawEntry) -> Location | None:
    for loc, text in raw.texts():
        if words in squeezed(plain(text)):
            return _line(words, loc, text, raw)
    return None


def _line(words: str, loc: tuple[str | int, ...], text: str, raw: RawEntry) -> Location:
    """The line of a long text on which the words stand, or where the text begins."""
    for offset, line in enumerate(text.split("\n")):
        if words in squeezed(plain(line)):
            return raw.at_line(loc, offset)
    return raw.at(*loc)
