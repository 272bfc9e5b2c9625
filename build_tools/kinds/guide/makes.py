"""The guide -> the settings of the site: its name, its menu, its ways on; its icon, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from build_tools.kinds.drawing.entry import Drawing
from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.page.entry import PageEntry
from build_tools.made import File, Page, Settings
from build_tools.model import Catalog

ICON = PurePosixPath("assets", "icon.svg")
ROBOTS = PurePosixPath("robots.txt")
GROUND = "#0b5563"
"""The colour behind the mark: the accent of the light pages in site.css."""


def settings(catalog: Catalog) -> Iterator[Settings]:
    """The site's name and menu, and what the theme's own parts show."""
    for guide in catalog.all(Guide):
        menu = [{item.label: _page(catalog, item.to)} for item in guide.menu]
        ways = [
            {"title": way.title, "text": way.text, "path": _folder(catalog, way.to)}
            for way in guide.ways_on
        ]
        more = [{"title": item.label, "path": _folder(catalog, item.to)} for item in guide.more]
        missing = catalog.get(PageEntry, guide.not_found)
        not_found = {"title": missing.title, "summary": missing.summary}
        extra = {
            "ways_on": ways,
            "more": more,
            "not_found": not_found,
            "mark": mark_of(catalog, guide),
            "publisher": guide.publisher.model_dump() if guide.publisher else None,
        }
        yield Settings(
            {
                "site_name": guide.title,
                "site_description": guide.description,
                "nav": [{guide.title: "index.md"}, *menu],
                "extra": extra,
            }
        )


def icon(catalog: Catalog) -> Iterator[Page]:
    """The guide's mark as the icon of the site; a plain dot, if it has none."""
    for guide in catalog.all(Guide):
        context = {"mark": mark_of(catalog, guide), "ground": GROUND}
        yield Page(ICON, "guide/icon.svg.j2", context)


def robots(catalog: Catalog) -> Iterator[File]:
    """What search engines may read (RFC 9309): all of it; and where they find its addresses."""
    sitemap = f"\nSitemap: {catalog.address}sitemap.xml\n" if catalog.address else ""
    yield File(ROBOTS, f"User-agent: *\nAllow: /\n{sitemap}".encode())


def mark_of(catalog: Catalog, guide: Guide) -> dict[str, Any]:
    """The lines of the mark and the size of its canvas."""
    if not guide.mark:
        return {"width": 32, "height": 32, "paths": []}
    drawing = catalog.get(Drawing, guide.mark)
    paths = [stroke.path for stroke in drawing.strokes]
    return {"width": drawing.width, "height": drawing.height, "paths": paths}


def _page(catalog: Catalog, written: str) -> str:
    return str(catalog.page_of(catalog.named(written)))


def _folder(catalog: Catalog, written: str) -> str:
    page = catalog.page_of(catalog.named(written))
    return f"{page.parent}/" if page else ""
