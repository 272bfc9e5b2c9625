"""The catalog -> all that readers see of it, in full words: the copy that is approved.

Readers decide by what they read, wherever it stands, so nothing is left out. Every field is a list
of lines, a sentence each, so that a change of the copy reads as what changed for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

from build_tools.content.fields import Excuses, LinksTo, Loc, Model, marked, unwrap
from build_tools.content.sourced import Sourced
from build_tools.entry import Entry, EntryId
from build_tools.model import Catalog
from build_tools.problems import Location

Lines: TypeAlias = tuple[str, ...]
Copy: TypeAlias = Mapping[str, Mapping[str, Lines]]
"""Of every entry, by `kind:slug`, the lines of each field that readers decide by."""

RANK, ORDER = "rank", "order"
STEP = 4
"""How many spaces put a block into the item above it."""
_SENTENCE_END = re.compile(r"(?<=[.?!\]]) +(?=[^a-z])|(?<=[?!.]) +")
_BLOCK_START = re.compile(r" *(?:[-*+]|\d+[.)]|#+) ")
_NAMES = ("id", "slug", "sign", "number", "to", "heading", "name", "weeks")


class Decided(NamedTuple):
    """A copy, and where in the content each of its fields stands."""

    copy: Copy
    places: Mapping[tuple[str, str], Location]
    weighed: bool  #: whether anything in it has a level: then it must be approved


def decided(catalog: Catalog) -> Decided:
    """What readers of the catalog see."""
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
    copy[ORDER] = {
        kind: tuple(entry.slug for entry in catalog.all(catalog.kinds[kind].model))
        for kind in sorted({entry.kind for entry in catalog.entries.values()})
    }
    return Decided(copy, places, weighed)


class Weights(NamedTuple):
    """By the names of fields: where less is milder (lists), and where more is (what is excused)."""

    lists: frozenset[str]
    excuses: frozenset[str]


def weights(catalog: Catalog) -> Weights:
    """What a change of each field of the kinds weighs."""
    models = {kind.model for kind in catalog.kinds.values()}
    lists: set[str] = set()
    excused: set[str] = set()
    waiting: list[type[Model]] = [*models]
    while waiting:
        for name, info in waiting.pop().model_fields.items():
            annotation, marks = unwrap(info.annotation, info.metadata)
            if any(isinstance(mark, Excuses) for mark in marks):
                excused.add(name)
            elif get_origin(annotation) is tuple:
                lists.add(info.alias or name)
                annotation, _ = unwrap(get_args(annotation)[0])
            if isinstance(annotation, type) and issubclass(annotation, Model):
                waiting.append(annotation)
    return Weights(frozenset(lists), frozenset(excused))


def _fields(entry: Entry) -> Iterator[tuple[str, Lines, Loc]]:
    """Every field of an entry that is not as it would be if nobody had written it."""
    for name, info in sorted(type(entry).model_fields.items()):
        key, value = info.alias or name, getattr(entry, name)
        if info.is_required() or value != info.get_default(call_default_factory=True):
            yield from _lines(value, key, (key,))


def _lines(value: Any, key: str, loc: Loc) -> Iterator[tuple[str, Lines, Loc]]:
    """Every field inside a value, by its name, with its lines; items go by their own names."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _lines(getattr(value, name), f"{key}.{name}", (*loc, name))
    elif isinstance(value, tuple) and any(isinstance(item, Model) for item in value):
        names = _names(value)
        for index, item in enumerate(value):
            yield from _lines(item, f"{key}.{names[index]}", (*loc, index))
        yield f"{key}.{ORDER}", tuple(names), loc
    elif isinstance(value, tuple):
        if value:
            yield key, tuple(_spaced(_written(item)) for item in value), loc
    elif isinstance(value, bool):
        yield key, ("yes" if value else "no",), loc
    elif isinstance(value, str):
        yield key, tuple(_sentences(_written(value))), loc
    elif value is not None:
        yield key, (str(value),), loc


def _written(value: Any) -> str:
    """A text with its citations, as its author wrote it."""
    return value.written.replace(" [@", "[@") if isinstance(value, Sourced) else str(value)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each block's first with its indent and mark; a gap between two."""
    blocks = [""]
    for line in text.replace(" [@", "[@").split("\n"):
        written = line.strip(" ")
        starts = not written or _BLOCK_START.match(line) or blocks[-1].lstrip(" ").startswith("#")
        if starts or not blocks[-1]:
            blocks.append(line.rstrip(" "))
        else:
            blocks[-1] += f" {written}"
    for place, block in enumerate(filter(None, blocks)):
        indent = " " * (len(block) - len(block.lstrip(" ")))
        indent = indent if _BLOCK_START.match(block) else indent[: len(indent) // STEP * STEP]
        first, *more = _SENTENCE_END.split(block.lstrip(" "))
        yield from ("",) if place else ()
        yield from (indent + _spaced(first), *map(_spaced, more))


def _spaced(text: str) -> str:
    """The text with plain spaces and line breaks as one space each; others stay as they are."""
    return re.sub("[ \n]+", " ", text).strip(" ")


def _names(items: tuple[Model, ...]) -> list[str]:
    """What items are called: by their first field that names them; by place too if two share it."""
    named = [
        next((str(getattr(item, name)) for name in _NAMES if getattr(item, name, None)), "")
        for item in items
    ]
    return [
        name if name and named.count(name) == 1 else " ".join(filter(None, (name, str(place))))
        for place, name in enumerate(named, 1)
    ]


def _ranks(entry: Entry, catalog: Catalog) -> Iterator[tuple[str, Lines, Loc]]:
    """How urgent the level is that an entry names."""
    for loc, slug, mark in marked(entry, LinksTo):
        target = catalog.entries.get(EntryId(mark.kind, slug))
        rank = getattr(target, RANK, None)
        if len(loc) == 1 and rank is not None:
            yield f"{loc[0]}.{RANK}", (str(rank),), loc
