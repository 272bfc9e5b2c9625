"""The catalog -> what readers decide by, in full words: the copy that is approved.

A kind says by the mark `Decides` which of its fields are of that sort. Every field is a list of
lines, a sentence each, so that a change of the copy reads as what changed for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from build_tools.content.fields import Decides, LinksTo, Loc, Model, marked
from build_tools.entry import Entry, EntryId
from build_tools.model import Catalog
from build_tools.problems import Location

Lines: TypeAlias = tuple[str, ...]
Copy: TypeAlias = Mapping[str, Mapping[str, Lines]]
"""Of every entry, by `kind:slug`, the lines of each field that readers decide by."""

RANK = "rank"
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")
_NAMES = ("id", "slug", "sign", "number", "to", "heading", "name", "weeks")


class Decided(NamedTuple):
    """A copy, and where in the content each of its fields stands."""

    copy: Copy
    places: Mapping[tuple[str, str], Location]
    weighed: bool  #: whether anything in it has a level: then it must be approved


def decided(catalog: Catalog) -> Decided:
    """What readers of the catalog decide by."""
    copy: dict[str, dict[str, Lines]] = {}
    places: dict[tuple[str, str], Location] = {}
    weighed = False
    for entry in sorted(catalog.entries.values(), key=lambda entry: str(entry.id)):
        name, fields = f"{entry.kind}:{entry.slug}", dict[str, Lines]()
        for key, lines, loc in (*_fields(entry), *_ranks(entry, catalog)):
            fields[key] = lines
            places[name, key] = catalog.where(entry, *loc)
        for key, rank in catalog.kinds[entry.kind].weighs(catalog, entry).items():
            fields[f"{key}.{RANK}"] = (str(rank),)
            places[name, f"{key}.{RANK}"] = catalog.where(entry)
        if fields:
            copy[name] = fields
            places[name, ""] = catalog.where(entry)
            weighed = weighed or any(key.endswith(f".{RANK}") for key in fields)
    return Decided(copy, places, weighed)


def excuses(catalog: Catalog) -> frozenset[str]:
    """The names of the fields that say what does not count: more there is milder, not less."""
    return frozenset(
        name
        for kind in catalog.kinds.values()
        for name, info in kind.model.model_fields.items()
        if any(isinstance(mark, Decides) and mark.excuses for mark in info.metadata)
    )


def _fields(entry: Entry) -> Iterator[tuple[str, Lines, Loc]]:
    """The marked fields that an entry has, and what it is called and summed up by, if any is."""
    model = type(entry).model_fields
    written = {model[name].alias or name for name in entry.model_fields_set}
    held = [(loc, value) for loc, value, _ in marked(entry, Decides) if loc[0] in written]
    named = {loc[0] for loc, _ in held}
    more = {"title", "summary"} & entry.model_fields_set - named if held else ()
    held += [((name,), getattr(entry, name)) for name in sorted(more)]
    for loc, value in held:
        yield from _lines(value, ".".join(map(str, loc)), loc)


def _lines(value: Any, key: str, loc: Loc) -> Iterator[tuple[str, Lines, Loc]]:
    """Every field inside a value, by its name, with its lines; items go by their own names."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _lines(getattr(value, name), f"{key}.{name}", (*loc, name))
    elif isinstance(value, tuple) and any(isinstance(item, Model) for item in value):
        for index, item in enumerate(value):
            yield from _lines(item, f"{key}.{_name(item, index)}", (*loc, index))
        yield f"{key}.order", tuple(_name(item, index) for index, item in enumerate(value)), loc
    elif isinstance(value, tuple):
        if value:
            yield key, tuple(" ".join(str(item).split()) for item in value), loc
    elif isinstance(value, bool):
        yield key, ("yes" if value else "no",), loc
    elif isinstance(value, str):
        sentences = (" ".join(part.split()) for part in _SENTENCE_END.split(value))
        yield key, tuple(filter(None, sentences)), loc
    elif value is not None:
        yield key, (str(value),), loc


def _name(item: Model, index: int) -> str:
    """What an item of a list is called: by its first field that names it, else by its place."""
    found = (str(getattr(item, name)) for name in _NAMES if getattr(item, name, None))
    return next(found, str(index + 1))


def _ranks(entry: Entry, catalog: Catalog) -> Iterator[tuple[str, Lines, Loc]]:
    """How urgent the level is that an entry names."""
    for loc, slug, mark in marked(entry, LinksTo):
        target = catalog.entries.get(EntryId(mark.kind, slug))
        rank = getattr(target, RANK, None)
        if len(loc) == 1 and rank is not None:
            yield f"{loc[0]}.{RANK}", (str(rank),), loc
