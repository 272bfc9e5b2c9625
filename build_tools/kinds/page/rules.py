"""Rules of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.content.fields import Markdown, marked
from build_tools.content.markup import references
from build_tools.entry import RawEntry
from build_tools.kinds.guide.entry import Guide
from build_tools.kinds.page.entry import PageEntry
from build_tools.model import Catalog, Kind
from build_tools.problems import Location, did_you_mean
from build_tools.rule import Found, Scope, rule

DANGER_SIGNS = "red-flag"
SOURCE = "source"


@rule("unknown-kind", Scope.CATALOG)
def every_listed_kind_is_known(catalog: Catalog) -> Iterator[Found]:
    """What a page lists is a kind."""
    for page in catalog.all(PageEntry):
        for index, name in enumerate(page.lists):
            if name not in catalog.kinds:
                near = did_you_mean(name, catalog.kinds)
                where = catalog.where(page, "lists", index)
                yield where, f"must be a kind, found {name!r}{near}"
            elif not _can_be_listed(catalog, catalog.kinds[name]):
                where = catalog.where(page, "lists", index)
                yield where, f"must be a kind whose entries can be opened, found {name!r}"


def _can_be_listed(catalog: Catalog, kind: Kind) -> bool:
    """Whether a kind has a list of its own, or each of its entries a page to open."""
    has_list = (kind.home / f"list-{kind.name}.md.j2").is_file()
    return has_list or all(catalog.page_of(entry) for entry in catalog.all(kind.model))


@rule("not-shown", Scope.CATALOG)
def the_missing_page_holds_nothing_more(catalog: Catalog) -> Iterator[Found]:
    """The page for missing addresses shows its title and its summary, and nothing else."""
    for guide in catalog.all(Guide):
        page = catalog.find(PageEntry, guide.not_found)
        for field in ("heading", "lead", "lists", "drawing", "body"):
            if page and getattr(page, field):
                message = "is not shown on the page for missing addresses; take it out"
                yield catalog.where(page, field), message


@rule("below-what", Scope.CATALOG)
def a_page_stands_below_one_at_the_top(catalog: Catalog) -> Iterator[Found]:
    """A page stands below one with an address of its own, and no deeper."""
    for guide in catalog.all(Guide):
        for page in catalog.all(PageEntry):
            above = catalog.find(PageEntry, page.below) if page.below else None
            if above and (above.below or above.slug in {guide.home, guide.not_found}):
                message = f"must be a page with a folder at the top, found {page.below!r}"
                yield catalog.where(page, "below"), message


@rule("no-sources-here", Scope.CATALOG)
def citations_stand_above_their_sources(catalog: Catalog) -> Iterator[Found]:
    """No citation stands where no list of sources follows: not in the review's statement."""
    cited = [
        (entry, loc)
        for entry in (*catalog.all(Guide), *catalog.all(PageEntry))
        for loc, prose, _ in marked(entry, Markdown)
        if any(found.kind == SOURCE for found in references(prose))
    ]
    for entry, loc in cited:
        if isinstance(entry, Guide) or SOURCE in entry.listed_kinds:
            message = (
                "must not cite: no list of sources stands below it; cite where the fact stands"
            )
            yield catalog.where(entry, *loc), message


@rule("field-below", Scope.ENTRY)
def fields_stand_above_the_prose(page: PageEntry, raw: RawEntry) -> Iterator[Found]:
    """A field of a page stands above its second '---', not below."""
    first = page.body.partition("\n")[0]
    name = first.partition(": ")[0]
    if name in type(page).model_fields and ": " in first:
        message = f"begins with {name!r}: and a value; fields stand above the second '---'"
        yield raw.at_line(("body",), 0), message


@rule("kind-twice", Scope.CATALOG)
def every_kind_is_listed_on_one_page(catalog: Catalog) -> Iterator[Found]:
    """No kind is listed on two pages."""
    taken: dict[str, str] = {}
    for page in catalog.all(PageEntry):
        for index, name in enumerate(page.lists):
            if (other := taken.get(name)) and name in catalog.kinds:
                message = (
                    f"must be listed on one page only, found {name!r}, which {other!r} lists too"
                )
                yield catalog.where(page, "lists", index), message
            taken.setdefault(name, page.slug)


@rule("no-index", Scope.CATALOG, needs_all=True)
def every_kind_that_is_linked_to_is_listed(catalog: Catalog) -> Iterator[Found]:
    """A page lists the danger signs, since every page leads there, and the kinds that there are."""
    if not catalog.index_of(DANGER_SIGNS):
        message = f"must hold a page that has {DANGER_SIGNS!r} in its `lists`"
        yield Location(PurePosixPath("content/pages")), message
    for name in ("cause", "mechanism", "exercise"):
        entries = catalog.all(catalog.kinds[name].model) if name in catalog.kinds else []
        if entries and not catalog.index_of(name):
            message = f"is on no list: some page must have {name!r} in its `lists`"
            yield catalog.where(entries[0]), message
