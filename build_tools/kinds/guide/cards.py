"""The guide -> how the cards of its pages are drawn: its name, its mark, the words of levels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.guide.makes import mark_of
from build_tools.kinds.level.entry import KNOWN, SHAPES, Level
from build_tools.made import CardStyle
from build_tools.model import Catalog
from build_tools.words import words_of

SOURCE = Path(__file__).parent / "card.typ"


def card_style(catalog: Catalog) -> Iterator[CardStyle]:
    """The Typst page of every card, and what it is given."""
    for guide in catalog.all(Guide):
        words = words_of(catalog)
        data = {
            "lang": words.lang,
            "region": words.region,
            "site": guide.title,
            "mark": _drawn(mark_of(catalog, guide)),
        }
        levels = {level.slug: _said(level) for level in catalog.all(Level)}
        yield CardStyle(SOURCE, data, levels)


def _said(level: Level) -> dict[str, str]:
    """A level on a card: its word, its shape as SVG, its colour on white."""
    is_known = level.shape in KNOWN  # if not, a rule of levels says so
    shape = (SHAPES / f"{level.shape}.svg").read_text("utf-8") if is_known else ""
    colour = level.colours.light
    coloured = shape.replace("<path ", f'<path fill="{colour}" ')
    return {"word": level.title, "shape": coloured, "colour": colour}


def _drawn(mark: dict[str, Any]) -> str:
    """The lines of the mark as SVG, white on nothing; empty if there are none."""
    width, height = mark["width"], mark["height"]
    style = f'fill="none" stroke="#fff" stroke-width="{width / 12:g}" stroke-linecap="round"'
    lines = "".join(f'<path d="{path}" {style}/>' for path in mark["paths"])
    if not lines:
        return ""
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{lines}</svg>'
