"""The built site's sitemap, written anew: each page with the day of its own last review.

An engine gives every page one day. Both files are those that the engines write:
https://www.sitemaps.org/protocol.html, and the same compressed.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from build_tools.entry import Reviewed
from build_tools.made import folder_of
from build_tools.model import Catalog

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def write_sitemap(built: Path, catalog: Catalog) -> int:
    """Write it, and give the number of pages in it: none, if nobody said their address."""
    lines = sorted(_lines(catalog)) if catalog.address else []
    content = f"{HEAD}{''.join(lines)}</urlset>\n".encode()
    (built / "sitemap.xml").write_bytes(content)
    (built / "sitemap.xml.gz").write_bytes(gzip.compress(content, mtime=0))
    return len(lines)


def _lines(catalog: Catalog) -> Iterator[str]:
    """A line for each page."""
    for page in catalog.pages():
        if page.path.suffix == ".md":
            entry = page.context.get("entry")
            day = f"<lastmod>{entry.reviewed}</lastmod>" if isinstance(entry, Reviewed) else ""
            yield f"<url><loc>{escape(catalog.address + folder_of(page.path))}</loc>{day}</url>\n"
