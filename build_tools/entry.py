"""Entries: as written in a file, and as the typed records that they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from pathlib import PurePosixPath
from typing import Any, ClassVar, NamedTuple

from pydantic import Field

from build_tools.content.fields import Loc, Markdown, Model, Spoken, Title, WholeText, marked, spell
from build_tools.content.statements import Statement, statements
from build_tools.problems import Location


class EntryId(NamedTuple):
    """What an entry is called everywhere: `cause:sleep-loss`."""

    kind: str
    slug: str


def entry_id(written: str) -> EntryId:
    """The id that `kind:slug` writes."""
    kind, _, slug = written.partition(":")
    return EntryId(kind, slug)


def named_part(written: str) -> tuple[str, str]:
    """What a link to an entry of a known kind names: the entry's slug, and a part of it or none."""
    slug, _, part = written.partition(":")
    return slug, part


def texts_in(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text in plain data, however deep, with its place."""
    if isinstance(data, str):
        yield loc, data
    elif isinstance(data, Mapping):
        for name, value in data.items():
            yield from texts_in(value, (*loc, name))
    elif isinstance(data, Sequence):
        for index, value in enumerate(data):
            yield from texts_in(value, (*loc, index))


@dataclass(frozen=True)
class RawEntry:
    """One entry as written: text, lists and mappings of text, with the line of every value."""

    path: PurePosixPath
    folder: str
    slug: str
    data: Mapping[str, Any]
    lines: Mapping[Loc, int]
    styles: Mapping[Loc, str] = field(default_factory=dict)
    """How each value is written: plain, ' or ", | or > (a block), a bare item of a [list] (,)."""

    def at(self, *loc: str | int) -> Location:
        """Where a field stands; the nearest written one around it if it is not there."""
        known: Loc = loc
        while known and known not in self.lines:
            known = known[:-1]
        return Location(self.path, self.lines.get(known, 1), spell(loc))

    def value(self, loc: Loc) -> str:
        """What stands at a place, as it is written; nothing if it is not there."""
        found: Any = self.data
        for part in loc:
            if isinstance(found, Mapping):
                found = found.get(part, "")
            elif isinstance(found, list) and isinstance(part, int) and part < len(found):
                found = found[part]
            else:
                return ""
        return found if isinstance(found, str) else ""

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Every text in the entry, as it is written, with its place."""
        yield from texts_in(self.data)

    def at_line(self, loc: Loc, offset: int) -> Location:
        """Where a line of a text stands: of a block it is known, else where the text begins."""
        start = self.at(*loc)
        below = 0 if loc == ("body",) else 1
        more = offset + below if self.styles.get(loc) == "|" else 0
        return Location(start.path, start.line + more, start.field)


class Place(IntEnum):
    """Where a search shows an entry among all that matches: what warns a reader comes first."""

    FIRST = 0
    EARLY = 1
    LATER = 2
    LAST = 3


class Findable(NamedTuple):
    """How a search finds an entry, beside its title, and the line by which it shows it."""

    line: str = ""  #: what it is, in a line; it may be prose
    names: tuple[str, ...] = ()  #: what else it is called; they weigh as much as its title
    words: tuple[str, ...] = ()  #: texts whose words find it too
    place: Place = Place.LATER


class Entry(Model):
    """Anything a reader reads: it has a slug, unique in its kind, and a title."""

    kind: ClassVar[str]
    titles_may_repeat: ClassVar[bool] = False
    is_record: ClassVar[bool] = False  #: it tells of a work of others, in its own words
    slug: str = Field(
        description="Its name within its kind: the file's, or `id` in a list. It is no field.",
        examples=["loose-headset"],
    )
    title: Title = Field(
        description="What it is called, in links, lists and headings.",
        examples=["Why does my bicycle wobble?"],
    )

    @property
    def id(self) -> EntryId:
        """Its kind and its slug: what it is called everywhere."""
        return EntryId(self.kind, self.slug)

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """Its place among the entries of its kind; with none, files and lines give the order."""
        return ()

    @property
    def part_names(self) -> tuple[str, ...]:
        """What a citation or a field must name of it, as `slug:part`, if it has more than one."""
        return ()

    @property
    def only_part(self) -> str:
        """The part that need not be named, because there is no other."""
        return self.part_names[0] if len(self.part_names) == 1 else ""

    @property
    def described(self) -> Mapping[str, Any]:
        """What its page is about, in the words of schema.org; empty if no word of these is true."""
        return {}

    def sentences(self) -> Iterator[tuple[Loc, Statement]]:
        """Every sentence that a reader reads, with its place; none of a record."""
        texts = {
            loc: str(text) for mark in (Markdown, Spoken) for loc, text, _ in marked(self, mark)
        }
        for loc, text in ({} if self.is_record else texts).items():
            for sentence in statements(text):
                if not sentence.words.startswith("#"):
                    yield loc, sentence

    @property
    def findable(self) -> Findable:
        """How a search finds it."""
        return Findable()

    @property
    def listed_kinds(self) -> tuple[str, ...]:
        """The kinds whose entries stand on this entry's page, each at its own anchor."""
        return ()


class Reviewed(Entry):
    """An entry that says when it was first published, and when it was last reviewed."""

    published: date = Field(
        ge=date(2000, 1, 1),
        description="When readers could first read it; readers see the day.",
        examples=["2025-06-30"],
    )
    reviewed: date = Field(
        ge=date(2000, 1, 1),
        description="When all of it was last read against its sources; readers see the day.",
        examples=["2026-01-31"],
    )


class Described(Reviewed):
    """An entry that says in a sentence or two what it is."""

    summary: WholeText = Field(
        description="What it is in a sentence or two, for its card and for search engines.",
        examples=["Why a bicycle wobbles, and what to do."],
    )

    @property
    def findable(self) -> Findable:
        """How a search finds it: by its summary too."""
        return Findable(self.summary)
