"""Rules of what keeps a finished site for offline: nothing is lacking in it, nothing is older."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote, unquote
from zipfile import BadZipFile, ZipFile

from build_tools.made import Offline
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import MANIFEST, WORKER, Site, code_of

LOADING = {"link", "script", "img", "use"}
RELATIONS = {"canonical", "prev", "next", "alternate"}


@rule("not-kept", Scope.SITE)
def the_worker_keeps_every_page(site: Site, catalog: Catalog) -> Iterator[Found]:
    """A reader's device can keep each page as it is, with all that it loads."""
    where = Location(site.display_path / WORKER, 0)
    for _ in catalog.made(Offline):
        kept = _kept(site)
        for path in sorted({*site.pages, *_loaded(site)}):
            content = (site.folder / path).read_bytes()
            if kept.get(quote(str(path))) != code_of(content):
                yield where, f"must keep {path} as it is"
        for name in sorted(kept):
            if PurePosixPath(unquote(name)) not in site.files:
                yield where, f"must keep nothing that is not there, found {name!r}"


@rule("not-kept", Scope.SITE)
def a_kept_page_can_say_so(site: Site, _: Catalog) -> Iterator[Found]:
    """Every page has one place for its text, at whose start a kept page says that it is one."""
    for page in site.pages.values():
        if (count := page.html.count(b"<article")) != 1:
            yield page.at(), f"must hold <article> once, found {count or 'none'}"


@rule("not-in-archive", Scope.SITE)
def the_archive_holds_every_file(site: Site, catalog: Catalog) -> Iterator[Found]:
    """The archive holds every file of the site but itself and the worker, which needs a server."""
    for offline in catalog.made(Offline):
        where = Location(site.display_path / offline.archive, 0)
        apart = {offline.archive, WORKER, PurePosixPath(MANIFEST)}
        for path in sorted(site.files - apart - _archived(site, offline.archive)):
            yield where, f"must hold {path}"


def _kept(site: Site) -> Mapping[str, str]:
    """The hash of each file that the worker keeps: its first line is a JSON object."""
    if WORKER not in site.files:
        return {}
    line = (site.folder / WORKER).read_text("utf-8").partition("\n")[0]
    found: Mapping[str, str] = json.loads(line.partition("= ")[2].rstrip(";"))["files"]
    return found


def _loaded(site: Site) -> Iterator[PurePosixPath]:
    """What the pages load without being asked."""
    for page in site.pages.values():
        for tag, address in page.links:
            path, _ = site.target(page, address)
            loads = tag.name in LOADING and not RELATIONS & {*(tag.get("rel") or [])}
            if loads and path in site.files:
                yield path


def _archived(site: Site, archive: PurePosixPath) -> set[PurePosixPath]:
    try:
        with ZipFile(site.folder / archive) as found:
            names = found.namelist() if not found.testzip() else []
    except (OSError, BadZipFile):
        return set()
    return {PurePosixPath(*PurePosixPath(name).parts[1:]) for name in names}


OFFLINE_RULES = (
    the_worker_keeps_every_page,
    a_kept_page_can_say_so,
    the_archive_holds_every_file,
)
