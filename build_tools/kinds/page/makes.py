"""Pages as written -> pages: below the prose of each stand the kinds that it lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.page.described import home, listing
from build_tools.kinds.page.entry import PageEntry
from build_tools.made import Page
from build_tools.model import Catalog


def path_of(catalog: Catalog, page: PageEntry) -> PurePosixPath | None:
    """The home page at the top, the others below it; none for the page of missing pages."""
    for guide in catalog.all(Guide):
        if page.slug == guide.not_found:
            return None
        if page.slug == guide.home:
            return PurePosixPath("index.md")
    return PurePosixPath(page.below or "", page.slug, "index.md")


def pages(catalog: Catalog) -> Iterator[Page]:
    """Every page that has an address; the home page has a template of its own."""
    for page in catalog.all(PageEntry):
        if path := path_of(catalog, page):
            is_home = path == PurePosixPath("index.md")
            template = "page/home.md.j2" if is_home else "page/page.md.j2"
            context = {"entry": page, "lists": list(_lists(catalog, page))}
            yield Page(path, template, {**context, **_described(catalog, page, is_home)})


def _described(catalog: Catalog, page: PageEntry, is_home: bool) -> Mapping[str, Any]:
    (guide,) = catalog.all(Guide)
    return home(page, guide) if is_home else listing(page, catalog)


def _lists(catalog: Catalog, page: PageEntry) -> Iterator[tuple[str, str]]:
    """Each kind that the page lists, and the template of its list: its own, or plain cards."""
    for name in page.lists:
        home = catalog.kinds[name].home
        own = f"list-{name}.md.j2"
        yield name, f"{home.name}/{own}" if (home / own).is_file() else "page/cards.html.j2"
