"""Checklists: sheets to fill in, as a page with a form and as a PDF from the same data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from build_tools.kinds.checklist.entry import Checklist
from build_tools.kinds.checklist.paper import lines_of, place, recipes
from build_tools.model import Appearance, Catalog, Kind, Output
from build_tools.problems import Problem

MAIN = "checklist"


def every_sign_is_on_the_sheet(catalog: Catalog) -> Iterator[Problem]:
    """The checklist holds every red flag, every prompt and every statement, each once, at its own level."""
    for checklist in catalog.of_kind("checklist"):
        if checklist.slug != MAIN:
            continue
        for kind, field in (
            ("red-flag", "red_flags"),
            ("prompt", "prompts"),
            ("normal-sign", "statements"),
        ):
            found: dict[str, int] = {}
            for index, block in enumerate(checklist.blocks):
                for slug in getattr(block, field):
                    where = catalog.where(checklist, "blocks", index, field)
                    if slug in found:
                        yield Problem(
                            where, f"must hold each sign once, found {slug!r} again", "sign-twice"
                        )
                    found[slug] = index
                    level = getattr(catalog.entries.get((kind, slug)), "level", block.level)  # type: ignore[call-overload]
                    if level != block.level:
                        yield Problem(
                            where,
                            f"must stand under its own level {level!r}, found {slug!r} under {block.level!r}",
                            "wrong-level",
                        )
            for entry in catalog.of_kind(kind):
                if entry.slug not in found:
                    yield Problem(
                        catalog.where(checklist, "blocks"),
                        f"must hold every {kind}, but {entry.slug!r} is missing",
                        "missing-sign",
                    )


def every_line_on_its_page(catalog: Catalog) -> Iterator[Appearance]:
    """Every line with a box stands on the checklist's page."""
    for checklist in catalog.of_kind("checklist"):
        for index, block in enumerate(checklist.blocks):
            for line in lines_of(block, catalog):
                yield Appearance(line, place(checklist.slug), f"block-{index + 1}")


def fonts(_: Catalog) -> Iterator[Output]:
    """The fonts of the sheets, so that the page prints as the PDF does."""
    for file in sorted((Path(__file__).parent.parent.parent / "fonts").iterdir()):
        yield Output(PurePosixPath("assets", "fonts", file.name), file.read_bytes())


KIND = Kind(
    model=Checklist,
    folder="checklists",
    home=Path(__file__).parent,
    template="checklist/page.md.j2",
    stands_alone=True,
    place=lambda _folder, slug: place(slug),
    catalog_checks=(every_sign_is_on_the_sheet,),
    appearances=every_line_on_its_page,
    recipes=recipes,
    extras=fonts,
)
