"""Every file of the finished site is one that we made, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.made import File, Offline, Pdf
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.project import LOOK
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import MANIFEST, WORKER, Site, is_joined

GENERATED = frozenset(
    map(
        PurePosixPath,
        ("404.html", "sitemap.xml", "sitemap.xml.gz", "objects.inv", MANIFEST, str(WORKER)),
    )
)
"""What an engine and the last stages make of the pages."""


@rule("strange-file", Scope.SITE)
def every_file_is_known(site: Site, catalog: Catalog) -> Iterator[Found]:
    """A site holds its pages, files and sheets, its look, and what the engine makes of them."""
    made = {
        *(page.path.with_suffix(".html") for page in catalog.pages() if page.path.suffix == ".md"),
        *(page.path for page in catalog.pages() if page.path.suffix != ".md"),
        *(page.card for page in catalog.pages() if page.path.suffix == ".md"),
        *(file.path for file in catalog.made(File)),
        *(pdf.path for pdf in catalog.made(Pdf)),
        *(offline.archive for offline in catalog.made(Offline)),
    }
    for name in sorted(site.files - made - GENERATED):
        content = (site.folder / name).read_bytes()
        if not (is_joined(name, content) or _is_of_the_look(name, content)):
            where = Location(site.display_path / name, 0)
            yield where, "must be a file that we made, as it was made"


def _is_of_the_look(name: PurePosixPath, content: bytes) -> bool:
    file = LOOK / name
    return file.is_file() and file.read_bytes() == content


FILE_RULES = (every_file_is_known,)
