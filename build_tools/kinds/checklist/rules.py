"""Rules of checklists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.entry import RawEntry
from build_tools.kinds.checklist.entry import Block, Checklist
from build_tools.kinds.checklist.makes import complete_one, lines_of, path_of
from build_tools.kinds.normal.entry import NormalSign
from build_tools.kinds.red_flag.entry import Prompt, RedFlag, Sign
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.rules.makers import Appearance, must_appear

MODELS: tuple[tuple[type[RedFlag | Prompt | NormalSign], str], ...] = (
    (RedFlag, "red_flags"),
    (Prompt, "prompts"),
    (NormalSign, "statements"),
)


def _held(checklist: Checklist, field: str) -> Iterator[tuple[tuple[str, int, str], Block, str]]:
    """Every sign that a checklist holds in one field: its place, its block, its slug."""
    for index, block in enumerate(checklist.blocks):
        for slug in getattr(block, field):
            yield ("blocks", index, field), block, slug


@rule("paper-twice", Scope.ENTRY)
def every_paper_is_named_once(checklist: Checklist, raw: RawEntry) -> Iterator[Found]:
    """A checklist names each of its papers once."""
    for index, paper in enumerate(checklist.papers):
        if paper in checklist.papers[:index]:
            yield raw.at("papers", index), f"must be named once, found {paper!r} again"


@rule("rooms-of-columns", Scope.ENTRY)
def every_column_has_its_room(checklist: Checklist, raw: RawEntry) -> Iterator[Found]:
    """A table that says how wide its columns are says it of each."""
    for index, block in enumerate(checklist.blocks):
        if block.table and block.table.rooms:
            rooms, columns = len(block.table.rooms), len(block.table.columns)
            if rooms != columns:
                where = raw.at("blocks", index, "table", "rooms")
                yield where, f"must name a width for each of the {columns} columns, found {rooms}"


@rule("one-complete", Scope.CATALOG, needs_all=True)
def one_checklist_is_complete(catalog: Catalog) -> Iterator[Found]:
    """If there are checklists and danger signs, one checklist is the complete one."""
    checklists = catalog.all(Checklist)
    complete = [checklist for checklist in checklists if checklist.complete]
    signs = catalog.all(RedFlag)
    if checklists and signs and not complete:
        message = "one checklist must be `complete: true`, and hold every danger sign; none is"
        yield catalog.where(checklists[0]), message
    for other in complete[1:]:
        message = f"must be true of one checklist only; it is of {complete[0].slug!r} too"
        yield catalog.where(other, "complete"), message


@rule("missing-sign", Scope.CATALOG)
def every_sign_is_on_the_sheet(catalog: Catalog) -> Iterator[Found]:
    """The complete checklist holds every red flag, every prompt and every statement."""
    checklist = complete_one(catalog)
    for model, field in MODELS if checklist else ():
        found = {slug for _, _, slug in _held(checklist, field)} if checklist else set()
        for entry in catalog.all(model):
            if checklist and entry.slug not in found:
                message = f"must hold every {model.kind}, but {entry.slug!r} is missing"
                yield catalog.where(checklist, "blocks"), message


@rule("sign-twice", Scope.CATALOG)
def every_sign_is_there_once(catalog: Catalog) -> Iterator[Found]:
    """A checklist holds each sign once."""
    for checklist in catalog.all(Checklist):
        for _, field in MODELS:
            seen: Counter[str] = Counter()
            for loc, _, slug in _held(checklist, field):
                if slug in seen:
                    where = catalog.where(checklist, *loc)
                    yield where, f"must hold each sign once, found {slug!r} again"
                seen[slug] += 1


@rule("wrong-level", Scope.CATALOG)
def every_sign_is_under_its_level(catalog: Catalog) -> Iterator[Found]:
    """On a checklist, a sign stands in a block of its own level."""
    for checklist in catalog.all(Checklist):
        for model, field in MODELS:
            for loc, block, slug in _held(checklist, field):
                sign = catalog.find(model, slug)
                if isinstance(sign, Sign) and sign.level != block.level:
                    message = f"must stand under its own level {sign.level!r}, found {slug!r}"
                    yield catalog.where(checklist, *loc), f"{message} under {block.level!r}"


@must_appear
def every_line_on_its_page(catalog: Catalog) -> Iterator[Appearance]:
    """Every line with a box stands on the checklist's page."""
    for checklist in catalog.all(Checklist):
        for number, block in enumerate(checklist.blocks, 1):
            for line in lines_of(block, catalog):
                yield Appearance(line, path_of(catalog, checklist), f"block-{number}")
