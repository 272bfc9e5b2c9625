"""A checklist -> its sheets, a PDF for each paper; and the fonts in which its page prints too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from build_tools.kinds.checklist.entry import Block, Checklist
from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.level.entry import Level
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.red_flag.entry import Prompt, RedFlag
from build_tools.kinds.sheet import footer, in_danger
from build_tools.made import File, Pdf, Unprinted
from build_tools.model import Catalog
from build_tools.project import FONTS
from build_tools.words import fill, words_of

SOURCE = Path(__file__).parent / "checklist.typ"
PAPERS: Mapping[str, Mapping[str, Any]] = {
    "a4": {"paper": Unprinted("a4"), "size": 9, "row": 11, "breakable": False},
    "letter": {"paper": Unprinted("us-letter"), "size": 9, "row": 9.4, "breakable": False},
    "large-print": {
        "paper": Unprinted("a4"),
        "size": 16,
        "row": 20,
        "columns": 1,
        "breakable": True,
    },
}
"""How each kind of paper is set: type size in points, height of a table's row in mm."""


def complete_one(catalog: Catalog) -> Checklist | None:
    """The checklist that holds every sign."""
    return next((found for found in catalog.all(Checklist) if found.complete), None)


def path_of(catalog: Catalog, checklist: Checklist) -> PurePosixPath:
    """The page of a checklist: the complete one's at the top, the others' below it."""
    main = complete_one(catalog)
    above = main.slug if main and main.slug != checklist.slug else ""
    return PurePosixPath(above, checklist.slug, "index.md")


def pdf_of(catalog: Catalog, checklist: Checklist, paper: str) -> PurePosixPath:
    """The PDF of a checklist on a paper, beside its page."""
    return path_of(catalog, checklist).parent / f"{checklist.slug}-{paper}.pdf"


def sheets(catalog: Catalog) -> Iterator[Pdf]:
    """A PDF for each checklist and each of its papers."""
    for checklist in catalog.all(Checklist):
        for paper in checklist.papers:
            yield Pdf(
                path=pdf_of(catalog, checklist, paper),
                source=SOURCE,
                data={**_data_of(checklist, catalog), **PAPERS[paper]},
                sides=None if paper == "large-print" else checklist.sides,
                page=path_of(catalog, checklist),
                where=catalog.where(checklist),
            )


def fonts(_: Catalog) -> Iterator[File]:
    """The fonts of the sheets, so that the page prints as the PDF does."""
    for file in sorted(FONTS.iterdir()):
        yield File(PurePosixPath("assets", "fonts", file.name), file.read_bytes())


def lines_of(block: Block, catalog: Catalog) -> list[str]:
    """The lines of a block that have a box, in their order, in their entries' own words."""
    return [
        *(catalog.get(RedFlag, slug).line for slug in block.red_flags),
        *(catalog.get(Prompt, slug).line for slug in block.prompts),
        *(catalog.get(NormalSign, slug).short for slug in block.statements),
        *block.questions,
    ]


def _data_of(checklist: Checklist, catalog: Catalog) -> dict[str, Any]:
    """What a sheet holds, in plain data for the Typst page."""
    return {
        **footer(checklist.reviewed, catalog),
        "danger": "" if any(block.numbers for block in checklist.blocks) else in_danger(catalog),
        "title": checklist.heading,
        "purpose": checklist.purpose,
        "columns": checklist.columns,
        "blocks": [_block(block, catalog) for block in checklist.blocks],
    }


def _block(block: Block, catalog: Catalog) -> dict[str, Any]:
    level = catalog.get(Level, block.level) if block.level else None
    numbers = catalog.all(Guide)[0].numbers if block.numbers else ()
    return {
        "heading": block.heading,
        "column": Unprinted(block.column),
        "level": Unprinted(block.level or ""),
        "word": level.title if level else "",
        "shape": Unprinted(level.shape if level else ""),
        "border": Unprinted(level.border if level else ""),
        "text": block.text or "",
        "numbers": [
            f"{number.number} {number.country}".replace(" ", "\u00a0") for number in numbers
        ],
        "ticks": lines_of(block, catalog),
        "notes": [
            {"label": note.label, "choices": list(note.choices), "lines": note.lines}
            for note in block.notes
        ],
        "table": _table(block, catalog),
    }


def _table(block: Block, catalog: Catalog) -> dict[str, Any] | None:
    if block.table is None:
        return None
    columns, word = block.table.columns, words_of(catalog).checklist.row
    return {
        "columns": list(columns),
        "rooms": list(block.table.rooms or (1 for _ in columns)),
        "rows": [fill(word, row=row) for row in range(1, block.table.rows + 1)],
    }
