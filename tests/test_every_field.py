"""Every field of every model reaches a page, a sheet or a file: nothing is written in vain."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import Literal, get_args, get_origin

import pytest
from conftest import toy
from jinja2 import UndefinedError
from reading import assert_none

from build_tools import pipeline
from build_tools.content.fields import LinksTo, Loc, Markdown, Model, unwrap
from build_tools.content.markup import html_of
from build_tools.content.sourced import Sourced
from build_tools.kinds import KINDS
from build_tools.kinds.figure.entry import Figure
from build_tools.kinds.guide.search import INDEX
from build_tools.made import Pdf
from build_tools.model import Catalog, Entry, entry_id
from build_tools.output.pages import rendered

TODAY = date(2026, 2, 1)
TOY_CATALOG = toy()
HOLD_ALL = {INDEX, PurePosixPath("data/guide.json")}
"""What holds every field whatever is made of it, and so would make these tests say nothing."""
NOT_SHOWN = {
    "slug": "it names the file",
    "order": "it sorts; test_render holds the sorting",
    "most_questions": "it is a limit, which `check` holds",
    "most_words": "it is a limit, which `check` holds",
    "regions": "they are held against a library; test_guide_rules holds it",
    "region": "it is held against a library; test_help_line holds it",
    "rank": "it sorts; test_any_guide holds the sorting",
    "red_flag": "a sign's level is held against it; test_cause_rules holds it",
    "host": "no source may lead there; test_broken holds it",
    "because": "an author is told who links there; test_broken holds it",
    "words": "a rule refuses or counts them; test_reading holds it",
    "most": "it is a limit; test_reading holds it",
    "complete": "it decides what must be there; test_any_guide holds it",
}


def field_of(model: type[Model], names: tuple[str, ...]):
    """The bare type of a field, with its marks; a list's are those of its items."""
    info = model.model_fields[names[0]]
    annotation, marks = unwrap(info.annotation, info.metadata)
    if get_origin(annotation) is tuple:
        annotation, more = unwrap(get_args(annotation)[0])
        marks = [*marks, *more]
    return field_of(annotation, names[1:]) if names[1:] else (annotation, marks)


def fields_of(model: type[Model], names: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every field that holds a value of its own, by the names that lead to it."""
    for name in model.model_fields:
        annotation, _ = field_of(model, (name,))
        if isinstance(annotation, type) and issubclass(annotation, Model):
            yield from fields_of(annotation, (*names, name))
        elif name not in NOT_SHOWN:
            yield (*names, name)


def values_of(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every single value in an entry, with its place."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from values_of(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from values_of(item, (*loc, index))
    elif value is not None:
        yield loc, value


def put(value: object, loc: Loc, new: object) -> object:
    """The same entry with another value at the place; None takes an item out of its list."""
    if not loc:
        return Sourced(new) if isinstance(value, Sourced) and isinstance(new, str) else new
    inner = put(getattr(value, loc[0]) if isinstance(value, Model) else value[loc[0]], loc[1:], new)
    if isinstance(value, Model):
        return value.model_copy(update={loc[0]: inner})
    return (*value[: loc[0]], *(() if inner is None else (inner,)), *value[loc[0] + 1 :])


def another(value: object, annotation: object, link: LinksTo | None) -> object:
    """A value that is not this one, of the same type."""
    if link:
        kind, slug = (link.kind, str(value)) if link.kind else entry_id(str(value))
        others = [found.slug for found in all_of(kind) if found.slug != slug]
        if not link.kind:
            return f"{kind}:{others[0]}" if others else "page:about"
        return others[0] if others else None
    if get_origin(annotation) is Literal:
        return next(choice for choice in get_args(annotation) if choice != value)
    if isinstance(value, date):
        return date(2001, 2, 3)
    return not value if isinstance(value, bool) else value + 1


def with_entries(*entries: Entry) -> Catalog:
    """The toy guide with these entries in it."""
    entries = {**TOY_CATALOG.entries, **{entry.id: entry for entry in entries}}
    return replace(TOY_CATALOG, entries=entries)


def things_made(catalog: Catalog) -> Iterator[str]:
    """All that is made of a guide, one thing after the other; to be found is not to be shown."""
    yield repr(pipeline.settings_of(catalog))
    yield from (repr(pdf) for pdf in catalog.made(Pdf))
    yield from (repr(file) for file in rendered(catalog) if file.path not in HOLD_ALL)


def all_of(kind: str) -> list[Entry]:
    return [entry for entry in TOY_CATALOG.entries.values() if entry.kind == kind]


@cache
def marked_catalog() -> Catalog:
    """The toy guide with a marker at the end of every text; it is bold where the text is prose."""
    changed = []
    for entry in TOY_CATALOG.entries.values():
        new = entry
        for loc, value in values_of(entry):
            names = tuple(part for part in loc if isinstance(part, str))
            if is_prose(type(entry), names):
                new = put(new, loc, f"{value} **{marker(entry.kind, names)}**")
            elif is_free_text(type(entry), names):
                new = put(new, loc, f"{value}{marker(entry.kind, names)}")
        changed.append(new)
    return with_entries(*changed)


@cache
def made_with_markers() -> str:
    """All that is made of the guide with markers."""
    return "\n".join(things_made(marked_catalog()))


@cache
def html_with_markers() -> str:
    """Its pages, as the engine's Markdown makes them."""
    files = (file for file in rendered(marked_catalog()) if file.path.suffix == ".md")
    return "\n".join(html_of(file.content.decode("utf-8")) for file in files)


@cache
def made_as_it_is() -> tuple[str, ...]:
    return tuple(things_made(TOY_CATALOG))


@cache
def printed_with_markers() -> str:
    """What its printed sheets are given."""
    return repr([pdf.data for pdf in marked_catalog().made(Pdf)])


def marker(kind: str, names: tuple[str, ...]) -> str:
    return (
        "zq" + "".join(char for char in f"{kind}{''.join(names)}".lower() if char.isalpha()) + "zq"
    )


def is_free_text(model: type[Model], names: tuple[str, ...]) -> bool:
    annotation, marks = field_of(model, names)
    if model is Figure or names[0] == "figures":
        return False  # names of parts; test_figure holds what they bring about
    shown_whole = names[-1] not in {
        *NOT_SHOWN,
        "id",
        "to",
        "otherwise",
        "start",
        "yes",
        "no",
        "unsure",
    }
    chosen = names[-1] in {"lists", "shape", "context", "path"}  # shown by what they bring about
    return annotation is str and shown_whole and not chosen and not linking(marks)


def is_prose(model: type[Model], names: tuple[str, ...]) -> bool:
    if names[0] == "slug":
        return False
    return any(isinstance(mark, Markdown) for mark in field_of(model, names)[1])


def linking(marks: list[object]) -> LinksTo | None:
    return next((mark for mark in marks if isinstance(mark, LinksTo)), None)


KINDS_OF_ENTRIES = [kind for kind in KINDS if kind.name != "words"]  # test_words holds these
FIELDS = [(kind, names) for kind in KINDS_OF_ENTRIES for names in fields_of(kind.model)]
FREE_TEXTS = [(kind, names) for kind, names in FIELDS if is_free_text(kind.model, names)]
FOR_AUTHORS = {("figure", ("title",))}
CHOICES = [
    (kind, names)
    for kind, names in FIELDS
    if (kind, names) not in FREE_TEXTS and (kind.name, names) not in FOR_AUTHORS
]


def spelt(kind, names):
    return f"{kind.name}.{'.'.join(names)}"


@cache
def places_of(kind, names):
    """Where the toy guide uses a field: the entry, the place in it, and the value there."""
    return [
        (entry, loc, value)
        for entry in all_of(kind.name)
        for loc, value in values_of(entry)
        if tuple(part for part in loc if isinstance(part, str)) == names
    ]


def test_the_toy_guide_uses_every_field():
    assert_none(spelt(*field) for field in FIELDS if not places_of(*field))


def test_what_is_written_in_a_text_is_seen():
    assert FREE_TEXTS
    assert_none(
        spelt(kind, names)
        for kind, names in FREE_TEXTS
        if marker(kind.name, names) not in made_with_markers()
    )


def test_what_is_written_in_prose_is_shown_as_prose():
    prose = [field for field in FREE_TEXTS if is_prose(field[0].model, field[1])]
    assert prose
    assert_none(
        spelt(kind, names)
        for kind, names in prose
        if f"<strong>{marker(kind.name, names)}</strong>" not in html_with_markers()
        or f"**{marker(kind.name, names)}" in html_with_markers() + printed_with_markers()
    )


@pytest.mark.parametrize(("kind", "names"), CHOICES, ids=[spelt(*field) for field in CHOICES])
def test_what_is_chosen_in_a_field_is_seen(kind, names):
    annotation, marks = field_of(kind.model, names)
    assert any(differs(*place, annotation, linking(marks)) for place in places_of(kind, names))


def differs(
    entry: Entry, loc: Loc, value: object, annotation: object, link: LinksTo | None
) -> bool:
    """Whether something else is made when the value is another one, or nothing any more."""
    new = f"{value}z" if annotation is str and not link else another(value, annotation, link)
    if new is None and type(entry).model_fields[loc[0]].is_required() and len(loc) == 1:
        return True  # there is no other entry that it could lead to, and it must lead to one
    try:
        changed = things_made(with_entries(put(entry, loc, new)))
        return any(a != b for a, b in zip_longest(changed, made_as_it_is()))
    except (LookupError, ValueError, UndefinedError):
        return True  # a template, a node, an entry of that name, or a field of it is looked for
