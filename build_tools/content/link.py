"""Entries -> the catalog: every link followed, and its way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from build_tools.content.fields import LinksTo, Loc, Markdown, marked
from build_tools.content.markup import references
from build_tools.content.sourced import EndsInCitations
from build_tools.entry import Entry, EntryId, RawEntry, entry_id, named_part
from build_tools.model import Catalog, Kind
from build_tools.problems import Location, Problem, did_you_mean
from build_tools.rule import reading_rule

DUPLICATE_ID = reading_rule("duplicate-id", "No two entries of a kind share an id.")
UNKNOWN_KIND = reading_rule("unknown-kind", "A link names a kind that there is.")
UNKNOWN_ENTRY = reading_rule("unknown-entry", "A link names an entry that there is.")
SELF_LINK = reading_rule("self-link", "No entry links to itself.")
UNNAMED_PART = reading_rule(
    "unnamed-finding", "A citation names the finding that it rests on, if its source has several."
)
UNKNOWN_PART = reading_rule("unknown-finding", "A citation names a finding that its source has.")
RULES = (DUPLICATE_ID, UNKNOWN_KIND, UNKNOWN_ENTRY, SELF_LINK, UNNAMED_PART, UNKNOWN_PART)

MOST_SUGGESTED = 200
"""After so many problems no name is suggested for one that is not there: that takes time."""


def link(
    entries: Iterable[Entry],
    raw: Iterable[RawEntry],
    kinds: Sequence[Kind],
    unread: Iterable[str] = (),
) -> tuple[Catalog, list[Problem]]:
    """The catalog of all entries, and what is wrong with the links between them.

    `unread` names the folders that hold a file which could not be read: an entry that seems
    to be missing there may stand in that file, so it is not told.
    """
    by_name = {kind.name: kind for kind in kinds}
    written, problems = _by_id(raw, kinds)
    order = {name: index for index, name in enumerate(by_name)}
    known = {entry.id: entry for entry in sorted(entries, key=lambda entry: order[entry.kind])}
    links: dict[EntryId, tuple[EntryId, ...]] = {}
    rests: dict[tuple[EntryId, str], list[EntryId]] = {}
    for entry in known.values():
        found = list(_links_of(entry))
        targets = (link.target for link in found if link.target in known)
        links[entry.id] = tuple(dict.fromkeys(name for name in targets if name != entry.id))
        for loc, target, part in found:
            where = written[entry.id].at(*loc)
            if target in known and part is not None:
                if wrong := _wrong_part(where, known[target], part):
                    problems.append(wrong)
                else:
                    rests.setdefault((target, part or known[target].only_part), []).append(entry.id)
            if target == entry.id:
                message = f"must not link to itself, found {target.slug!r}"
                problems.append(SELF_LINK.problem(where, message))
            elif target not in written:
                choices = written if len(problems) < MOST_SUGGESTED else ()
                problems += _unknown(where, target, choices, by_name, unread)
    resting = {name: tuple(dict.fromkeys(back)) for name, back in rests.items()}
    return Catalog(by_name, known, written, links, _backlinks(links), resting), problems


class _Link(NamedTuple):
    """A link as written: where it stands, and what it leads to."""

    loc: Loc
    target: EntryId
    part: str | None  #: of it, or ""; None for a link to all of it


def _wrong_part(where: Location, target: Entry, part: str) -> Problem | None:
    """What is wrong with the part that a link names, if anything."""
    if part and part not in target.part_names:
        choices = f"; the choices are {', '.join(target.part_names)}"
        near = did_you_mean(part, target.part_names) or choices
        message = f"the {target.kind} {target.slug!r} has no finding {part!r}{near}"
        return UNKNOWN_PART.problem(where, message)
    if not part and len(target.part_names) > 1:
        choices = ", ".join(f"{target.slug}:{name}" for name in target.part_names)
        message = (
            f"must say which finding of {target.slug!r} it rests on; the choices are {choices}"
        )
        return UNNAMED_PART.problem(where, message)
    return None


def _by_id(
    raw: Iterable[RawEntry], kinds: Sequence[Kind]
) -> tuple[dict[EntryId, RawEntry], list[Problem]]:
    """Every entry as written by its id, and the ids that stand twice."""
    by_folder = {kind.folder: kind.name for kind in kinds}
    written: dict[EntryId, RawEntry] = {}
    problems: list[Problem] = []
    for item in raw:
        if item.folder not in by_folder:
            continue
        name = EntryId(by_folder[item.folder], item.slug)
        if name in written:
            first = written[name].at()
            message = (
                f"must be named once, found {item.slug!r} again; "
                f"it stands in {first.path}:{first.line} too"
            )
            problems.append(DUPLICATE_ID.problem(item.at(), message))
        written.setdefault(name, item)
    return written, problems


def _links_of(entry: Entry) -> Iterator[_Link]:
    for loc, slug, mark in marked(entry, LinksTo):
        if mark.kind:
            name, part = named_part(slug)
            yield _Link(loc, EntryId(mark.kind, name), part)
        else:
            yield _Link(loc, entry_id(slug), None)
    for loc, prose, _ in marked(entry, Markdown):
        for found in references(prose):
            yield _Link(loc, EntryId(found.kind, found.slug), found.part)
    for loc, line, _ in marked(entry, EndsInCitations):
        for found in references(line.written):
            yield _Link(loc, EntryId(found.kind, found.slug), found.part)


def _unknown(
    where: Location,
    target: EntryId,
    written: Iterable[EntryId],
    kinds: Mapping[str, Kind],
    unread: Iterable[str],
) -> Iterator[Problem]:
    if target.kind not in kinds:
        near = did_you_mean(target.kind, kinds)
        yield UNKNOWN_KIND.problem(where, f"no kind named {target.kind!r}{near}")
    elif kinds[target.kind].folder not in unread:
        near = did_you_mean(
            target.slug, [known.slug for known in written if known.kind == target.kind]
        )
        yield UNKNOWN_ENTRY.problem(where, f"no {target.kind} named {target.slug!r}{near}")


def _backlinks(links: Mapping[EntryId, tuple[EntryId, ...]]) -> dict[EntryId, tuple[EntryId, ...]]:
    back: dict[EntryId, list[EntryId]] = {}
    for source, targets in links.items():
        for target in targets:
            back.setdefault(target, []).append(source)
    return {target: tuple(sources) for target, sources in back.items()}
