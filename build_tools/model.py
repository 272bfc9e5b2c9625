"""The nouns: raw entries, entries, kinds, the catalog, and outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar, NamedTuple

from build_tools.fields import Loc, Model, Text, Title, spell
from build_tools.problems import Location, Problem
from build_tools.site import Site


class EntryId(NamedTuple):
    """What an entry is called everywhere: `cause:sleep-loss`."""

    kind: str
    slug: str


def entry_id(written: str) -> EntryId:
    """The name that `kind:slug` writes."""
    kind, _, slug = written.partition(":")
    return EntryId(kind, slug)


@dataclass(frozen=True)
class RawEntry:
    """One entry as written: text, lists and mappings of text, with the line of every value."""

    path: PurePosixPath
    folder: str
    slug: str
    data: Mapping[str, Any]
    lines: Mapping[Loc, int]

    def at(self, *loc: str | int) -> Location:
        """Where a field stands; the nearest written one around it if it is not there."""
        known: Loc = loc
        while known and known not in self.lines:
            known = known[:-1]
        return Location(self.path, self.lines.get(known, 1), spell(loc))


class Entry(Model):
    """Anything a reader reads: it has a slug, unique in its kind, and a title."""

    kind: ClassVar[str]
    titles_may_repeat: ClassVar[bool] = False
    slug: str
    title: Title

    @property
    def id(self) -> EntryId:
        """Its kind and its slug: what it is called everywhere."""
        return EntryId(self.kind, self.slug)

    @property
    def layout(self) -> str:
        """The template of this one entry, where it is not the kind's."""
        return ""

    @property
    def listed_kinds(self) -> tuple[str, ...]:
        """The kinds whose entries stand on this entry's page, each at its own anchor."""
        return ()


class Reviewed(Entry):
    """An entry that says when it was last reviewed."""

    reviewed: date


class Described(Reviewed):
    """An entry that says in a sentence or two what it is."""

    summary: Text


class Flaw(NamedTuple):
    """What a check finds in an entry: the place in it, the message, the rule."""

    loc: Loc
    message: str
    rule: str


@dataclass(frozen=True)
class Output:
    """A file to be written: where below the docs folder, and its bytes."""

    path: PurePosixPath
    content: bytes


@dataclass(frozen=True)
class Recipe:
    """A PDF to be made: from which Typst page and which data, on how many sides at the most.

    `page` is the page whose address it prints; `where` is the entry to shorten if it does not fit;
    `lines` must stand on the finished sheet, word for word.
    """

    path: PurePosixPath
    source: Path
    data: Mapping[str, Any]
    sides: int | None
    page: PurePosixPath
    where: Location
    lines: tuple[str, ...]


class Sheet(NamedTuple):
    """A page that an entry makes beside its own: its path, its template, and what it is given."""

    path: PurePosixPath
    template: str
    given: Mapping[str, Any]


class Appearance(NamedTuple):
    """A text that must stand word for word on a page, once, inside the element with that id."""

    text: str
    page: PurePosixPath
    anchor: str


def _place_in_folder(folder: str, slug: str) -> PurePosixPath | None:
    return PurePosixPath(folder, slug, "index.md")


@dataclass(frozen=True)
class Kind:
    """A shape of entry with all that goes with it.

    Without a template its entries are anchors on the page that lists the kind. Entries that
    `stands_alone` need no link to them; those that are `inline` have no place of their own. `needs` names the
    entries that the templates cannot do without.
    """

    model: type[Entry]
    folder: str
    home: Path
    template: str = ""
    stands_alone: bool = False
    inline: bool = False
    needs: tuple[str, ...] = ()
    place: Callable[[str, str], PurePosixPath | None] = _place_in_folder
    entry_checks: tuple[Callable[[Any], Iterable[Flaw]], ...] = ()
    catalog_checks: tuple[Callable[[Catalog], Iterable[Problem]], ...] = ()
    appearances: Callable[[Catalog], Iterable[Appearance]] = lambda _catalog: ()
    sheets: Callable[[Any], Iterable[Sheet]] = lambda _entry: ()
    site_checks: tuple[Callable[[Site, Catalog], Iterable[Problem]], ...] = ()
    tally: Callable[[Catalog], str] = lambda _catalog: ""
    site_tally: Callable[[Site, Catalog], str] = lambda _site, _catalog: ""
    recipes: Callable[[Catalog], Iterable[Recipe]] = lambda _catalog: ()
    extras: Callable[[Catalog], Iterable[Output]] = lambda _catalog: ()
    settings: Callable[[Catalog], Mapping[str, Any]] = lambda _catalog: {}

    @property
    def name(self) -> str:
        """What its entries are called: `red-flag`."""
        return self.model.kind


@dataclass(frozen=True)
class Catalog:
    """Every entry, every link between two entries, and every link's way back."""

    kinds: Mapping[str, Kind]
    entries: Mapping[EntryId, Entry]
    raw: Mapping[EntryId, RawEntry] = field(repr=False)
    links: Mapping[EntryId, tuple[EntryId, ...]] = field(repr=False)
    backlinks: Mapping[EntryId, tuple[EntryId, ...]] = field(repr=False)

    def of_kind(self, name: str) -> list[Any]:
        """The entries of a kind, in the order of their files and lines."""
        return [entry for entry in self.entries.values() if entry.kind == name]

    def find(self, kind: str, slug: str) -> Any:
        """One entry; KeyError if there is none, which `link` has ruled out for written links."""
        return self.entries[EntryId(kind, slug)]

    def named(self, written: str) -> Any:
        """The entry that `kind:slug` names."""
        return self.entries[entry_id(written)]

    def linking_to(self, entry: Entry, kind: str = "") -> list[Any]:
        """The entries that link to this one and have a page: of one kind, or of all."""
        back = (
            self.entries[name]
            for name in self.backlinks.get(entry.id, ())
            if kind in {"", name.kind}
        )
        return [found for found in back if self.page_of(found)]

    def page_of(self, entry: Entry) -> PurePosixPath | None:
        """The generated page on which a reader meets the entry, below the docs folder."""
        kind = self.kinds[entry.kind]
        if entry.layout or kind.template:
            return kind.place(kind.folder, entry.slug)
        hosts = (host for host in self.entries.values() if entry.kind in host.listed_kinds)
        return next((self.page_of(host) for host in hosts), None)

    def anchor_of(self, entry: Entry) -> str:
        """The id of the entry's element on its page; empty if the page is its own."""
        return "" if entry.layout or self.kinds[entry.kind].template else entry.slug

    def where(self, entry: Entry, *loc: str | int) -> Location:
        """Where in the content a field of the entry stands."""
        return self.raw[entry.id].at(*loc)
