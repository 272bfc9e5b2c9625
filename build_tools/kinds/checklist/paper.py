"""A checklist -> the data of its printed sheets: every line, resolved, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from build_tools.kinds.checklist.entry import Block, Checklist
from build_tools.model import Catalog, Recipe
from build_tools.sheet import footer

SOURCE = Path(__file__).parent / "checklist.typ"
PAPERS: Mapping[str, Mapping[str, Any]] = {
    "a4": {"paper": "a4", "size": 9.5, "row": 11, "breakable": False},
    "letter": {"paper": "us-letter", "size": 9, "row": 9.4, "breakable": False},
    "large-print": {"paper": "a4", "size": 16, "row": 20, "columns": 1, "breakable": True},
}
"""How each kind of paper is set: type size in points, height of a table's row in mm."""


def recipes(catalog: Catalog) -> Iterator[Recipe]:
    """A PDF for each checklist and each of its papers."""
    for checklist in catalog.of_kind("checklist"):
        for paper in checklist.papers:
            page = place(checklist.slug)
            path = PurePosixPath("checklist", f"{checklist.slug}-{paper}.pdf")
            sides = None if paper == "large-print" else checklist.sides
            lines = tuple(
                line
                for block in checklist.blocks
                for line in (block.heading, *lines_of(block, catalog))
            )
            yield Recipe(
                path,
                SOURCE,
                {**data_of(checklist, catalog), **PAPERS[paper]},
                sides,
                page,
                catalog.where(checklist),
                lines,
            )


def place(slug: str) -> PurePosixPath:
    """The page of a checklist: the one of that name at the top, the others below it."""
    return PurePosixPath("checklist", "" if slug == "checklist" else slug, "index.md")


def data_of(checklist: Checklist, catalog: Catalog) -> dict[str, Any]:
    """What a sheet holds, in plain data for the Typst page."""
    return {
        **footer(checklist.reviewed, catalog),
        "title": checklist.heading,
        "purpose": checklist.purpose,
        "columns": checklist.columns,
        "blocks": [_block(block, catalog) for block in checklist.blocks],
    }


def lines_of(block: Block, catalog: Catalog) -> list[str]:
    """The lines of a block that have a box, in their order, in their entries' own words."""
    signs = [
        *(("red-flag", slug) for slug in block.red_flags),
        *(("prompt", slug) for slug in block.prompts),
        *(("normal-sign", slug) for slug in block.statements),
    ]
    return [*(catalog.find(kind, slug).short for kind, slug in signs), *block.questions]


def _block(block: Block, catalog: Catalog) -> dict[str, Any]:
    level = catalog.find("level", block.level) if block.level else None
    numbers = catalog.of_kind("site")[0].numbers if block.numbers else ()
    return {
        "heading": block.heading,
        "place": block.place,
        "level": block.level or "",
        "word": level.title if level else "",
        "shape": level.shape if level else "",
        "text": block.text or "",
        "numbers": [f"{number.number} {number.place}".replace(" ", "\u00a0") for number in numbers],
        "ticks": lines_of(block, catalog),
        "notes": [{"label": note.label, "choices": list(note.choices)} for note in block.notes],
        "table": _table(block),
    }


def _table(block: Block) -> dict[str, Any] | None:
    if block.table is None:
        return None
    widths = [
        max(len(word) for word in (*column.split(), "1234")) + len(column) / 3
        for column in block.table.columns
    ]
    return {"columns": list(block.table.columns), "rows": block.table.rows, "widths": widths}
