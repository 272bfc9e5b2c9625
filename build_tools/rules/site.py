"""Rules of any finished site beside its content: every entry is where it must be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.entry import Reviewed
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.rules.pages import title_of
from build_tools.site.read import HtmlPage, Site

HOME = PurePosixPath("index.html")


@rule("page-title-twice", Scope.SITE)
def no_two_pages_share_a_title(site: Site, _: Catalog) -> Iterator[Found]:
    """Every page's title is its own."""
    seen: dict[str, HtmlPage] = {}
    for page in site.pages.values():
        title = title_of(page)
        if other := seen.get(title):
            message = f"must have a title of its own, found {title!r}, which is {other.address}'s"
            yield page.at(), message
        if title:
            seen.setdefault(title, page)


@rule("wrong-review", Scope.SITE)
def every_review_is_the_entrys(site: Site, catalog: Catalog) -> Iterator[Found]:
    """The last review that an entry's page shows is the one its file gives."""
    for entry in catalog.all(Reviewed):
        path = catalog.page_of(entry)
        page = site.pages.get(site_path(path)) if path and not catalog.anchor_of(entry) else None
        shown = page.article.select_one("footer time") if page else None
        if page and shown and shown.get("datetime") != str(entry.reviewed):
            found = shown.get("datetime")
            yield page.at(shown), f"must show the review of {entry.reviewed}, found {found}"


@rule("missing-page", Scope.SITE)
def every_entry_has_its_page(site: Site, catalog: Catalog) -> Iterator[Found]:
    """Every entry stands on the page, and at the place, where links to it lead."""
    for entry in catalog.entries.values():
        place = catalog.page_of(entry)
        if place is None:
            continue
        path, anchor = site_path(place), catalog.anchor_of(entry)
        if path not in site.pages:
            yield catalog.where(entry), f"has no page {path} on the site"
        elif anchor and anchor not in site.pages[path].ids:
            yield catalog.where(entry), f"its place #{anchor} is missing on the page {path}"


@rule("unreachable-page", Scope.SITE)
def every_entry_can_be_reached(site: Site, catalog: Catalog) -> Iterator[Found]:
    """Every entry's page can be reached from the home page by following links."""
    reached = _reached(site)
    for entry in catalog.entries.values():
        place = catalog.page_of(entry)
        path = site_path(place) if place else HOME
        if path in site.pages and path not in reached:
            yield catalog.where(entry), f"its page {path} cannot be reached from the home page"


def _reached(site: Site) -> set[PurePosixPath]:
    reached, waiting = {HOME}, [HOME]
    while waiting:
        page = site.pages.get(waiting.pop())
        for tag, address in page.links if page else ():
            path, _ = site.target(page, address) if page else (None, "")
            if tag.name == "a" and path in site.pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    return reached


def site_path(path: PurePosixPath) -> PurePosixPath:
    """Where a generated page stands on the site."""
    return path.with_suffix(".html")


SITE_RULES = (
    no_two_pages_share_a_title,
    every_review_is_the_entrys,
    every_entry_has_its_page,
    every_entry_can_be_reached,
)
