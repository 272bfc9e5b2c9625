"""The finished site -> the same with what keeps it for offline: its worker, and its archive."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from build_tools.content.markup import escape
from build_tools.made import Offline
from build_tools.site.archive import NAMING, put_archive
from build_tools.site.read import WORKER, Site, code_of, read_site

SOURCE = Path(__file__).with_name("worker.js")
ALWAYS = ("stylesheets/*", "javascripts/*", "assets/icon*", "data/search.json")
"""What pages load when it is used, so that none of them names it."""
LOADED = {".css", ".js", ".svg", ".png", ".webmanifest", ".woff2", ".ttf", ".pdf"}
"""What is kept of all that pages name: not the data, and not the archive."""
MOST = 8_000_000
"""From how many bytes on the sheets are not kept: a phone has little room, and pages print too."""
IN_STYLES = re.compile(r"""url\(["']?([^"')]+)""")


def keep(built: Path, offline: Offline) -> int:
    """Write the worker and the archive into the finished site; gives how many files are kept."""
    (built / offline.archive).unlink(missing_ok=True)
    (built / WORKER).unlink(missing_ok=True)
    site = read_site(built, built)
    files = kept(site)
    (built / WORKER).write_text(worker(files, offline.notice), encoding="utf-8")
    put_archive(site, offline.archive)
    return len(files)


def kept(site: Site) -> Mapping[str, str]:
    """The hash of each file that a reader's device keeps, by its path as an address."""
    wanted = {*site.pages, *_named(site)}
    wanted |= {
        path for path in site.files if any(fnmatchcase(str(path), pattern) for pattern in ALWAYS)
    }
    wanted |= {found for path in wanted if path.suffix == ".css" for found in _styled(site, path)}
    size = sum((site.folder / path).stat().st_size for path in wanted)
    if size > MOST:
        wanted = {path for path in wanted if path.suffix != ".pdf"}
    return {quote(str(path)): code_of((site.folder / path).read_bytes()) for path in sorted(wanted)}


def _named(site: Site) -> Iterator[PurePosixPath]:
    """What the pages load, and the drawings and sheets to which they link."""
    for page in site.pages.values():
        for found in NAMING.finditer(page.html.decode("utf-8")):
            path, _ = site.target(page, found["address"])
            if path in site.files and path.suffix in LOADED:
                yield path


def _styled(site: Site, path: PurePosixPath) -> Iterator[PurePosixPath]:
    """The files that a stylesheet loads."""
    for found in IN_STYLES.findall((site.folder / path).read_text("utf-8")):
        place = (site.folder / path.parent / found).resolve()
        if place.is_file() and place.is_relative_to(site.folder.resolve()):
            yield PurePosixPath(place.relative_to(site.folder.resolve()))


def worker(files: Mapping[str, str], notice: str) -> str:
    """The service worker for these files: what it is given, and then its source."""
    version = code_of("\n".join(f"{path} {found}" for path, found in files.items()).encode())
    line = f'<p class="kept" role="status">{escape(notice)}</p>'
    given = {"version": version, "notice": line, "files": files}
    return f"const KEPT = {json.dumps(given, ensure_ascii=False)};\n{SOURCE.read_text('utf-8')}"
