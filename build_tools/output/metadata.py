"""What a page says of itself to machines: its front matter, as the look prints it.

`ld` is JSON-LD (https://www.w3.org/TR/json-ld11/) in the words of https://schema.org;
`og_image` and `og_type` are of the Open Graph protocol (https://ogp.me); `level` is for the card.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from markupsafe import Markup

from build_tools.entry import Entry, Reviewed
from build_tools.made import Page, folder_of
from build_tools.model import Catalog
from build_tools.words import words_of

HOME = PurePosixPath("index.md")


class Shown(NamedTuple):
    """What a page's template says of it."""

    entry: Entry  #: the entry that it shows
    title: str
    description: str
    level: str  #: the level that it has as a whole; empty, if none
    sort: str  #: what sort of page it is besides the guide's own; empty, if none
    main: Mapping[str, Any]  #: what it is about, in the words of schema.org


def front_matter(catalog: Catalog, path: PurePosixPath, shown: Shown) -> Markup:
    """The fields that the look reads, as YAML: each a JSON string, which is YAML too."""
    fields = {
        "title": str(shown.title),
        "description": str(shown.description),
        "level": shown.level,
        "ld": _in_html(_linked(catalog, path, shown)),
        "og_type": "website" if path == HOME else "article",
        "og_image": f"{catalog.address}{Page(path, '', {}).card}" if catalog.address else "",
    }
    lines = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in _known(fields).items()
    ]
    return Markup("\n".join(["---", *lines, "---"]))  # noqa: S704  JSON strings are YAML


def address_of(catalog: Catalog, path: PurePosixPath) -> str:
    """The whole address of a page; empty if nobody said where the site will be served."""
    return f"{catalog.address}{folder_of(path)}" if catalog.address else ""


def _linked(catalog: Catalog, path: PurePosixPath, shown: Shown) -> dict[str, Any]:
    """The page in the words of schema.org; what is not known is left out."""
    guide: Any = next((one for one in catalog.entries.values() if one.kind == "guide"), None)
    own = guide.page_type if guide else "WebPage"
    about = guide.about if guide else None
    site = {"@type": "WebSite", "name": guide.title if guide else "", "url": catalog.address}
    linked = {
        "@context": "https://schema.org",
        "@type": [own, shown.sort] if shown.sort else own,
        "name": str(shown.title),
        "description": str(shown.description),
        "inLanguage": words_of(catalog).lang,
        "lastReviewed": str(shown.entry.reviewed) if isinstance(shown.entry, Reviewed) else "",
        "url": address_of(catalog, path),
        "about": {"@type": about.type, "name": about.name} if about else {},
        "isPartOf": _known(site),
        "mainEntity": shown.main,
    }
    return _known(linked)


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _in_html(data: Mapping[str, Any]) -> str:
    """JSON that can stand in a <script>: without a "<", no text in it can end the script.

    "Restrictions for contents of script elements", https://html.spec.whatwg.org/multipage/.
    """
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c")
