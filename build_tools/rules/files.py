"""Every file of the finished site is one that we made, or the theme's own, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from build_tools.made import File, Offline, Pdf
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.project import LOOK
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import MANIFEST, WORKER, Site

THEMES = ("material", "zensical")
"""The packages whose templates the two engines copy to a site."""
GENERATED = frozenset(
    map(
        PurePosixPath,
        (
            "404.html",
            "sitemap.xml",
            "sitemap.xml.gz",
            "search/search_index.json",
            "search.json",
            MANIFEST,
            str(WORKER),
        ),
    )
)
"""What an engine and the last stages make of the pages."""


@rule("strange-file", Scope.SITE)
def every_file_is_known(site: Site, catalog: Catalog) -> Iterator[Found]:
    """A site holds its pages and sheets, what the engine makes of them, and the theme's files."""
    made = {
        *(page.path.with_suffix(".html") for page in catalog.pages() if page.path.suffix == ".md"),
        *(page.path for page in catalog.pages() if page.path.suffix != ".md"),
        *(file.path for file in catalog.made(File)),
        *(pdf.path for pdf in catalog.made(Pdf)),
        *(offline.archive for offline in catalog.made(Offline)),
    }
    for name in sorted(site.files - made - GENERATED):
        if not _is_the_themes(name, (site.folder / name).read_bytes()):
            where = Location(site.display_path / name, 0)
            yield where, "must be a file that we made, or the theme's own as it came"


def _is_the_themes(name: PurePosixPath, content: bytes) -> bool:
    places = (folder / name for folder in _folders())
    return any(place.is_file() and place.read_bytes() == content for place in places)


@cache
def _folders() -> tuple[Path, ...]:
    found = (find_spec(name) for name in THEMES)
    packages = [place for spec in found if spec for place in spec.submodule_search_locations or ()]
    return (LOOK, *(Path(package) / "templates" for package in packages))


FILE_RULES = (every_file_is_known,)
