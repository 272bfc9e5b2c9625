"""The catalog -> what is wrong with it as a whole: rules that span entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from build_tools.fields import Cited, LinksTo, Markdown, marked
from build_tools.markup import references
from build_tools.model import Catalog, EntryId, Reviewed
from build_tools.problems import Location, Problem


def check(catalog: Catalog, today: date, whole: bool) -> list[Problem]:
    """Every problem that the rules of the engine and of the kinds find.

    What is missing is judged only of a `whole` catalog: in one that lacks entries,
    because their files could not be read, it may be there after all.
    """
    of_kinds = [rule for kind in catalog.kinds.values() for rule in kind.catalog_checks]
    rules = [*RULES, *of_kinds, *(MISSING if whole else ())]
    return [
        *(problem for rule in rules for problem in rule(catalog)),
        *no_review_in_the_future(catalog, today),
    ]


def every_entry_is_linked(catalog: Catalog) -> Iterator[Problem]:
    """An entry that nothing links to is never met by a reader: link to it, or take it out."""
    for entry in catalog.entries.values():
        if not catalog.kinds[entry.kind].stands_alone and not catalog.backlinks.get(entry.id):
            yield Problem(
                catalog.where(entry),
                f"nothing links to or cites the {entry.kind} {entry.slug!r}",
                "orphan-entry",
            )


def every_fact_is_cited(catalog: Catalog) -> Iterator[Problem]:
    """A field that states facts cites a source."""
    for entry in catalog.entries.values():
        for loc, prose, _ in marked(entry, Cited):
            if not any(reference.kind == "source" for reference in references(prose)):
                yield Problem(
                    catalog.where(entry, *loc),
                    "states facts and must cite a source, like [@key]",
                    "uncited-fact",
                )


def no_link_is_listed_twice(catalog: Catalog) -> Iterator[Problem]:
    """A list of links names each entry once."""
    for entry in catalog.entries.values():
        seen: set[tuple[object, EntryId]] = set()
        for loc, slug, mark in marked(entry, LinksTo):
            if isinstance(loc[-1], int):
                key = (loc[:-1], EntryId(mark.kind, slug))
                if key in seen:
                    yield Problem(
                        catalog.where(entry, *loc),
                        f"must be listed once, found {slug!r} again",
                        "link-twice",
                    )
                seen.add(key)


def every_title_is_its_own(catalog: Catalog) -> Iterator[Problem]:
    """No two entries of a kind share a title, but for sources: two works may be called the same."""
    seen: dict[tuple[str, str], str] = {}
    for entry in (entry for entry in catalog.entries.values() if not entry.titles_may_repeat):
        key = (entry.kind, entry.title.casefold())
        if key in seen:
            yield Problem(
                catalog.where(entry, "title"),
                f"must be unlike all others, found {entry.title!r}, which is {seen[key]!r}'s",
                "title-twice",
            )
        seen.setdefault(key, entry.slug)


def every_entry_has_a_place(catalog: Catalog) -> Iterator[Problem]:
    """An entry has a page, or a page lists its kind."""
    for entry in catalog.entries.values():
        kind = catalog.kinds[entry.kind]
        if not (kind.inline or kind.template or entry.layout or catalog.page_of(entry)):
            yield Problem(
                catalog.where(entry),
                f"stands on no page: no page has {entry.kind!r} in its `lists`",
                "no-page",
            )


def every_link_leads_to_a_page(catalog: Catalog) -> Iterator[Problem]:
    """A link in prose leads to something that a reader can open."""
    for entry in catalog.entries.values():
        for loc, prose, _ in marked(entry, Markdown):
            for kind, slug, _words in references(prose):
                target = catalog.entries.get(EntryId(kind, slug))
                if target and catalog.page_of(target) is None:
                    yield Problem(
                        catalog.where(entry, *loc),
                        f"must not link to {kind}:{slug}, which has no page of its own",
                        "no-page",
                    )


def every_kind_has_what_it_needs(catalog: Catalog) -> Iterator[Problem]:
    """What a kind cannot do without is there."""
    for kind in catalog.kinds.values():
        for slug in kind.needs:
            if EntryId(kind.name, slug) not in catalog.entries:
                yield Problem(
                    Location(PurePosixPath("content", kind.folder)),
                    f"must hold the {kind.name} {slug!r}",
                    "missing-entry",
                )


def no_review_in_the_future(catalog: Catalog, today: date) -> Iterator[Problem]:
    """Nothing was reviewed on a day that has yet to come."""
    for entry in catalog.entries.values():
        if isinstance(entry, Reviewed) and entry.reviewed > today:
            yield Problem(
                catalog.where(entry, "reviewed"),
                f"must not lie in the future, found {entry.reviewed}",
                "future-date",
            )


RULES: tuple[Callable[[Catalog], Iterable[Problem]], ...] = (
    every_fact_is_cited,
    no_link_is_listed_twice,
    every_title_is_its_own,
)
MISSING: tuple[Callable[[Catalog], Iterable[Problem]], ...] = (
    every_entry_is_linked,
    every_entry_has_a_place,
    every_link_leads_to_a_page,
    every_kind_has_what_it_needs,
)
