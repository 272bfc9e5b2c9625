"""Rules of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.kinds.page.entry import LAYOUTS, PageEntry
from build_tools.model import Catalog
from build_tools.problems import Location, did_you_mean
from build_tools.rule import Found, Scope, rule


@rule("unknown-layout", Scope.ENTRY)
def layout_is_known(page: PageEntry, at: Callable[..., Location]) -> Iterator[Found]:
    """A page's layout is one that there is a template for."""
    if page.layout not in LAYOUTS:
        near = did_you_mean(page.layout, LAYOUTS)
        yield at("layout"), f"must name a layout that there is, found {page.layout!r}{near}"


@rule("unknown-kind", Scope.CATALOG)
def every_listed_kind_is_known(catalog: Catalog) -> Iterator[Found]:
    """What a page lists is a kind."""
    for page in catalog.all(PageEntry):
        for index, name in enumerate(page.lists):
            if name not in catalog.kinds:
                near = did_you_mean(name, catalog.kinds)
                where = catalog.where(page, "lists", index)
                yield where, f"must be a kind, found {name!r}{near}"


@rule("kind-twice", Scope.CATALOG)
def every_kind_is_listed_on_one_page(catalog: Catalog) -> Iterator[Found]:
    """No kind is listed on two pages."""
    taken: dict[str, str] = {}
    for page in catalog.all(PageEntry):
        for index, name in enumerate(page.lists):
            if (other := taken.get(name)) and name in catalog.kinds:
                message = (
                    f"must be listed on one page only, found {name!r}, which {other!r} lists too"
                )
                yield catalog.where(page, "lists", index), message
            taken.setdefault(name, page.slug)
