"""The guide -> the settings of the site: its name, its menu, its ways on."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.kinds.guide.entry import Guide
from build_tools.made import Settings
from build_tools.model import Catalog


def settings(catalog: Catalog) -> Iterator[Settings]:
    """The site's name and menu, and what the theme's own parts show."""
    for guide in catalog.all(Guide):
        menu = [{item.label: _page(catalog, item.to)} for item in guide.menu]
        ways = [
            {"title": way.title, "text": way.text, "path": _folder(catalog, way.to)}
            for way in guide.ways_on
        ]
        more = [{"title": item.label, "path": _folder(catalog, item.to)} for item in guide.more]
        yield Settings(
            {
                "site_name": guide.title,
                "site_description": guide.description,
                "nav": [{guide.title: "index.md"}, *menu],
                "extra": {"ways_on": ways, "more": more},
            }
        )


def _page(catalog: Catalog, written: str) -> str:
    return str(catalog.page_of(catalog.named(written)))


def _folder(catalog: Catalog, written: str) -> str:
    page = catalog.page_of(catalog.named(written))
    return f"{page.parent}/" if page else ""
