"""Pages as written -> pages: each by what it lists, the home page by its own template."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.page.entry import PageEntry
from build_tools.made import Page
from build_tools.model import Catalog

INDEX = "index.md.j2"


def path_of(catalog: Catalog, page: PageEntry) -> PurePosixPath | None:
    """The home page at the top, the others below it; none for the page of missing pages."""
    for guide in catalog.all(Guide):
        if page.slug == guide.not_found:
            return None
        if page.slug == guide.home:
            return PurePosixPath("index.md")
    return PurePosixPath(page.slug, "index.md")


def pages(catalog: Catalog) -> Iterator[Page]:
    """Every page that has an address."""
    for page in catalog.all(PageEntry):
        if path := path_of(catalog, page):
            yield Page(path, _template(catalog, page, path), {"entry": page})


def _template(catalog: Catalog, page: PageEntry, path: PurePosixPath) -> str:
    """The home page's own; else the index of the first kind on its list that has one."""
    if path == PurePosixPath("index.md"):
        return "page/home.md.j2"
    homes = (catalog.kinds[name].home for name in page.lists if name in catalog.kinds)
    found = (f"{home.name}/{INDEX}" for home in homes if (home / INDEX).is_file())
    return next(found, "page/page.md.j2")
