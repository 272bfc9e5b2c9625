"""The finished site -> all of it as one file, that opens from a folder without any server."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import PurePosixPath
from posixpath import relpath
from urllib.parse import quote, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from build_tools.site.read import WORKER, HtmlPage, Site

NAMING = re.compile(r'(?P<before>\s(?:href|src)=)"(?P<address>[^"]*)"')
"""An address in a page; written pages have their values in double quotes."""
POLICY = re.compile(r'(?<=http-equiv="Content-Security-Policy" content=")[^"]*')
NEVER = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can hold, so that the same site gives the same bytes."""
UNIX, PLAIN_FILE = 3, 0o100644 << 16


def put_archive(site: Site, path: PurePosixPath) -> None:
    """Write every file of the site into one zip beside them, in a folder named as the zip is."""
    with ZipFile(site.folder / path, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(site.files - {path, WORKER}):
            content = (site.folder / name).read_bytes()
            if page := site.pages.get(name):
                content = in_a_folder(page, site, path).encode()
            info = ZipInfo(str(PurePosixPath(path.stem, name)), NEVER)
            info.create_system, info.external_attr = UNIX, PLAIN_FILE
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)


def in_a_folder(page: HtmlPage, site: Site, archive: PurePosixPath) -> str:
    """A page as it must be to open by a double click, with an address such as file:///a/b.html.

    There a folder shows a list of its files, so links name the file that a server would give.
    Such an address has no origin that 'self' could mean (https://www.w3.org/TR/CSP3/#match-url-to-
    source-expression), so the policy allows its scheme too. A link to the archive leads nowhere.
    """

    def onward(found: re.Match[str]) -> str:
        address = unescape(found["address"])
        path, _ = site.target(page, address)
        if path not in site.files or address.startswith("#"):
            return found[0]
        place = quote(relpath(str(path), str(page.path.parent)))
        fragment = urlsplit(address).fragment
        written = escape(f"{place}#{fragment}" if fragment else place)
        return f'{found["before"]}"{written}"'

    html = page.html.decode("utf-8")
    html = re.sub(rf'<a href="[^"]*{re.escape(str(archive))}">(.*?)</a>', r"\1", html)
    html = POLICY.sub(lambda policy: policy[0].replace("'self'", "'self' file:"), html)
    return NAMING.sub(onward, html)
