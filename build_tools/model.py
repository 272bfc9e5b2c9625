"""Kinds and the catalog: every shape of entry, and every entry with its links."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeAlias, TypeVar

from build_tools.content.fields import Loc
from build_tools.content.sourced import statements_in
from build_tools.content.statements import Statement
from build_tools.entry import Entry, EntryId, RawEntry, entry_id
from build_tools.made import Made, Page
from build_tools.problems import Location
from build_tools.rule import Rule

AnEntry = TypeVar("AnEntry", bound=Entry)
AThing = TypeVar("AThing", bound=Made)
Maker: TypeAlias = "Callable[[Catalog], Iterable[Made]]"
Weighs: TypeAlias = "Callable[[Catalog, Any], Mapping[str, int]]"
PathOf: TypeAlias = "Callable[[Catalog, Any], PurePosixPath | None]"


def below_its_list(catalog: Catalog, entry: Entry) -> PurePosixPath:
    """The usual path of an entry's page: below the page that lists its kind, else at the top."""
    host = catalog.index_of(entry.kind)
    above = catalog.page_of(host) if host else None
    return PurePosixPath(above.parent if above else "", entry.slug, "index.md")


def nothing_more(_: Catalog, __: Any) -> Mapping[str, int]:
    """An entry that leads nowhere by itself."""
    return {}


@dataclass(frozen=True)
class OwnPage:
    """The entry has a page: rendered from `template`, or by one of the kind's makers."""

    template: str = ""
    path: PathOf = below_its_list


@dataclass(frozen=True)
class Anchor:
    """The entry has a place on the page that lists its kind."""


@dataclass(frozen=True)
class Embedded:
    """The entry is shown wherever another one needs it."""


@dataclass(frozen=True)
class Kind:
    """A shape of entry with all that goes with it; its templates stand beside its model."""

    model: type[Entry]  #: the fields of its entries
    folder: str  #: the folder (or file) of the content that holds them
    place: OwnPage | Anchor | Embedded  #: where a reader meets one
    rules: tuple[Rule, ...] = ()  #: what must hold of them, at any scope
    makes: tuple[Maker, ...] = ()  #: pages, PDFs, files, settings made of the catalog
    weighs: Weighs = nothing_more  #: how urgent the ends of its answers are, by their names
    must_be_linked: bool = True  #: whether one that nothing links to is a mistake

    @property
    def name(self) -> str:
        """What its entries are called: `red-flag`."""
        return self.model.kind

    @property
    def home(self) -> Path:
        """The folder of its code and its templates."""
        return Path(str(sys.modules[self.model.__module__].__file__)).parent


class Said(NamedTuple):
    """A sentence of prose: of which entry, in which field, at which line, and what it cites."""

    entry: Entry
    loc: Loc
    where: Location
    statement: Statement


@dataclass(frozen=True, eq=False)
class Catalog:
    """Every entry, every link between two entries, and every link's way back."""

    kinds: Mapping[str, Kind]
    entries: Mapping[EntryId, Entry]
    raw: Mapping[EntryId, RawEntry] = field(repr=False)
    links: Mapping[EntryId, tuple[EntryId, ...]] = field(repr=False)
    backlinks: Mapping[EntryId, tuple[EntryId, ...]] = field(repr=False)
    resting: Mapping[tuple[EntryId, str], tuple[EntryId, ...]] = field(repr=False)
    """What rests on each part of an entry: of a source, on each of its findings."""
    address: str = ""  #: where the site will be served, ending in "/"; empty: nobody said
    today: date = date.max  #: the day of the build: a later review is a mistake, an old one shows

    def all(self, model: type[AnEntry]) -> list[AnEntry]:
        """The entries of a model: kind by kind, each in its own order."""
        return [
            entry
            for kind in self.kinds.values()
            if issubclass(kind.model, model)
            for entry in self._by_kind.get(kind.name, ())
            if isinstance(entry, model)
        ]

    def get(self, model: type[AnEntry], slug: str) -> AnEntry:
        """One entry; KeyError if there is none, which `link` has ruled out for written links."""
        if found := self.find(model, slug):
            return found
        raise KeyError(model.__name__, slug)

    def find(self, model: type[AnEntry], slug: str) -> AnEntry | None:
        """One entry, or None; of a base model, the first kind's that has that slug."""
        for kind in self.kinds.values():
            found = self.entries.get(EntryId(kind.name, slug))
            if isinstance(found, model):
                return found
        return None

    def named(self, written: str) -> Entry:
        """The entry that `kind:slug` names."""
        return self.entries[entry_id(written)]

    def linking_to(self, entry: Entry, kind: str = "") -> list[Entry]:
        """The entries that link to this one and have a page: of one kind, or of all."""
        names = self.backlinks.get(entry.id, ())
        back = (self.entries[name] for name in names if kind in {"", name.kind})
        return [found for found in back if self.page_of(found)]

    def resting_on(self, entry: Entry, part: str) -> list[Entry]:
        """The entries that rest on a part of this one and have a page."""
        back = (self.entries[name] for name in self.resting.get((entry.id, part), ()))
        return [found for found in back if self.page_of(found)]

    def page_of(self, entry: Entry) -> PurePosixPath | None:
        """The page on which a reader meets the entry, below the docs folder."""
        place = self.kinds[entry.kind].place
        if isinstance(place, OwnPage):
            return place.path(self, entry)
        host = self.index_of(entry.kind) if isinstance(place, Anchor) else None
        return self.page_of(host) if host else None

    def index_of(self, kind: str) -> Entry | None:
        """The entry whose page lists a kind."""
        return self._hosts.get(kind)

    def anchor_of(self, entry: Entry) -> str:
        """The id of the entry's element on its page; empty if the page is its own."""
        return "" if isinstance(self.kinds[entry.kind].place, OwnPage) else entry.slug

    def where(self, entry: Entry, *loc: str | int) -> Location:
        """Where in the content a field of the entry stands."""
        return self.raw[entry.id].at(*loc)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every sentence of prose in every entry, and every line that may end in citations."""
        return tuple(
            Said(entry, loc, self.raw[entry.id].at_line(loc, statement.line), statement)
            for entry in self.entries.values()
            for loc, statement in statements_in(entry)
        )

    def pages(self) -> Iterator[Page]:
        """Every page: those of entries that have one, and those that kinds make beside them."""
        for entry in self.entries.values():
            place = self.kinds[entry.kind].place
            if isinstance(place, OwnPage) and place.template and (path := self.page_of(entry)):
                yield Page(path, place.template, {"entry": entry})
        yield from self.made(Page)

    def made(self, what: type[AThing]) -> Iterator[AThing]:
        """All that the kinds make of one sort: pages, PDFs, files or settings."""
        return (thing for thing in self._made if isinstance(thing, what))

    @cached_property
    def _made(self) -> tuple[Made, ...]:
        """All that the kinds make, made once: rules look at it before it is written."""
        kinds = self.kinds.values()
        return tuple(thing for kind in kinds for make in kind.makes for thing in make(self))

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            found.setdefault(entry.kind, []).append(entry)
        return {
            kind: sorted(some, key=lambda entry: entry.sort_key) for kind, some in found.items()
        }

    @cached_property
    def _hosts(self) -> Mapping[str, Entry]:
        """The first entry whose page lists each kind."""
        hosts: dict[str, Entry] = {}
        for entry in self.entries.values():
            for kind in entry.listed_kinds:
                hosts.setdefault(kind, entry)
        return hosts
