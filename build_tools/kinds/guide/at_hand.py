"""The guide on a reader's own device: its manifest, its icons, its copies for offline."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.guide.makes import GROUND, ICON, mark_of
from build_tools.made import File, Offline
from build_tools.model import Catalog
from build_tools.words import fill, long_date, words_of

MANIFEST = PurePosixPath("manifest.webmanifest")
PAPER = "#fbfaf6"
"""The colour of the light pages in site.css, shown while the guide starts."""
DRAWN = Path(__file__).with_name("icon.typ")
POINTS = 72
"""The width of the page that icon.typ draws, in points: then a pixel is one per inch."""


class Icon(NamedTuple):
    """A picture of the mark: its file, how wide it is, and what it is for."""

    path: PurePosixPath
    pixels: int
    purpose: str  #: `any` has round corners of its own; a device may cut all others to its shape


ICONS = (
    Icon(PurePosixPath("assets/icon-192.png"), 192, "any"),
    Icon(PurePosixPath("assets/icon-512.png"), 512, "any"),
    Icon(PurePosixPath("assets/icon-maskable.png"), 512, "maskable"),
    Icon(PurePosixPath("assets/icon-touch.png"), 180, "touch"),
)


def manifest(catalog: Catalog) -> Iterator[File]:
    """What a device shows of the guide (https://www.w3.org/TR/appmanifest/).

    Its addresses start where the file lies, so that it holds below any sub-path.
    """
    for guide in catalog.all(Guide):
        words = words_of(catalog)
        drawn = [
            {"src": str(path), "sizes": f"{pixels}x{pixels}", "type": "image/png", "purpose": use}
            for path, pixels, use in ICONS
            if use != "touch"
        ]
        settings = {
            "name": guide.title,
            "short_name": guide.short_name or guide.title,
            "description": guide.description,
            "lang": words.lang,
            "start_url": "./",
            "scope": "./",
            "display": "standalone",
            "theme_color": GROUND,
            "background_color": PAPER,
            "icons": [*drawn, {"src": str(ICON), "sizes": "any", "type": "image/svg+xml"}],
        }
        text = json.dumps(settings, ensure_ascii=False, indent=2)
        yield File(MANIFEST, f"{text}\n".encode())


def icons(catalog: Catalog) -> Iterator[File]:
    """The mark as pictures, for devices that draw no SVG."""
    for guide in catalog.all(Guide):
        mark = mark_of(catalog, guide)
        for path, pixels, purpose in ICONS:
            data = {"mark": mark, "ground": GROUND, "purpose": purpose}
            yield File(path, drawn(json.dumps(data, sort_keys=True), pixels))


@cache
def drawn(data: str, pixels: int) -> bytes:
    """A PNG of icon.typ; without fonts or metadata, so that the same data gives the same bytes."""
    import typst  # noqa: PLC0415  only a build and its rules draw

    compiler = typst.Compiler(DRAWN, ignore_system_fonts=True, sys_inputs={"data": data})
    content = compiler.compile(format="png", ppi=pixels * 72 / POINTS)
    return b"".join(content) if isinstance(content, list) else content or b""


def offline(catalog: Catalog) -> Iterator[Offline]:
    """Where the guide's archive stands, and what a page says that was kept on a device."""
    for guide in catalog.all(Guide):
        words = words_of(catalog)
        day = long_date(catalog.today, words)
        yield Offline(guide.archive, fill(words.offline.notice, date=day))
