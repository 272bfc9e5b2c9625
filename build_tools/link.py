"""Entries -> the catalog: every link followed, and its way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.fields import LinksTo, Loc, Markdown, marked
from build_tools.markup import references
from build_tools.model import Catalog, Entry, EntryId, Kind, RawEntry, entry_id
from build_tools.problems import Location, Problem, did_you_mean


def link(
    entries: Iterable[Entry],
    raw: Iterable[RawEntry],
    kinds: Sequence[Kind],
    unread: Iterable[str] = (),
) -> tuple[Catalog, list[Problem]]:
    """The catalog of all entries, and what is wrong with the links between them.

    An entry that is not there is no problem in a folder that holds an `unread` file: it may be in it.
    """
    doubtful = {kind.name for kind in kinds if kind.folder in {*unread}}
    by_folder = {kind.folder: kind.name for kind in kinds}
    order = {kind.name: index for index, kind in enumerate(kinds)}
    written: dict[EntryId, RawEntry] = {}
    problems: list[Problem] = []
    for item in raw:
        if item.folder not in by_folder:
            continue
        name = EntryId(by_folder[item.folder], item.slug)
        if name in written:
            first = written[name].at()
            problems.append(
                Problem(
                    item.at(),
                    f"must be named once, found {item.slug!r} again; it stands in {first.path}:{first.line} too",
                    "duplicate-id",
                )
            )
        written.setdefault(name, item)
    known = {entry.id: entry for entry in sorted(entries, key=lambda entry: order[entry.kind])}
    links: dict[EntryId, tuple[EntryId, ...]] = {}
    for entry in known.values():
        found = list(_links_of(entry))
        links[entry.id] = tuple(
            dict.fromkeys(target for _, target in found if target in known and target != entry.id)
        )
        problems += [
            problem
            for loc, target in found
            if (problem := _problem(written[entry.id].at(*loc), entry.id, target, written, order))
            and not (target.kind in doubtful and problem.rule == "unknown-entry")
        ]
    return Catalog(
        {kind.name: kind for kind in kinds}, known, written, links, _backlinks(links)
    ), problems


def _links_of(entry: Entry) -> Iterator[tuple[Loc, EntryId]]:
    for loc, slug, mark in marked(entry, LinksTo):
        yield loc, entry_id(slug) if not mark.kind else EntryId(mark.kind, slug)
    for loc, prose, _ in marked(entry, Markdown):
        for reference in references(prose):
            yield loc, EntryId(reference.kind, reference.slug)


def _problem(
    where: Location,
    source: EntryId,
    target: EntryId,
    written: Iterable[EntryId],
    kinds: Iterable[str],
) -> Problem | None:
    if target.kind not in set(kinds):
        return Problem(
            where,
            f"no kind named {target.kind!r}{did_you_mean(target.kind, kinds)}",
            "unknown-kind",
        )
    if target == source:
        return Problem(where, f"must not link to itself, found {target.slug!r}", "self-link")
    if target not in written:
        near = did_you_mean(
            target.slug, [name.slug for name in written if name.kind == target.kind]
        )
        return Problem(where, f"no {target.kind} named {target.slug!r}{near}", "unknown-entry")
    return None


def _backlinks(links: dict[EntryId, tuple[EntryId, ...]]) -> dict[EntryId, tuple[EntryId, ...]]:
    back: dict[EntryId, list[EntryId]] = {}
    for source, targets in links.items():
        for target in targets:
            back.setdefault(target, []).append(source)
    return {target: tuple(sources) for target, sources in back.items()}
