"""Pages of prose -> pages, each by the template of its layout; and the words of the 404 page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.kinds.page.entry import PageEntry
from build_tools.made import Page, Settings
from build_tools.model import Catalog

HOME, NOT_FOUND = "index", "404"


def path_of(_: Catalog, page: PageEntry) -> PurePosixPath | None:
    """The home page at the top, the others below it; none for the page of missing pages."""
    if page.slug == NOT_FOUND:
        return None
    return PurePosixPath("" if page.slug == HOME else page.slug, "index.md")


def pages(catalog: Catalog) -> Iterator[Page]:
    """Every page, by its layout."""
    for page in catalog.all(PageEntry):
        if path := path_of(catalog, page):
            yield Page(path, page.template, {"entry": page})


def not_found(catalog: Catalog) -> Iterator[Settings]:
    """What the theme's page for missing pages says."""
    if page := catalog.find(PageEntry, NOT_FOUND):
        words = {"title": page.title, "summary": page.summary}
        yield Settings({"extra": {"not_found": words}})
