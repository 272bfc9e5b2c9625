"""What a field can mean: types of text, marks inside Annotated[...], and how to find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import (
    Annotated,
    Any,
    ClassVar,
    NamedTuple,
    Protocol,
    TypeAlias,
    TypeVar,
    get_args,
    get_origin,
)

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from build_tools.content.markup import BLOCK_TAGS, INLINE_TAGS, PAGE_TAGS, meant_mark

Loc: TypeAlias = tuple[str | int, ...]
"""A place in an entry: the names of fields and the positions in lists that lead to it."""


def spell(loc: Loc) -> str:
    """A place in an entry as an author writes it: `steps[0].minutes`."""
    return "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in loc).removeprefix(".")


class Named(Protocol):
    """What has entries of a kind: a model of entry."""

    kind: ClassVar[str]


@dataclass(frozen=True)
class LinksTo:
    """The field holds the slug of an entry of that model; without a model, `kind:slug`."""

    model: type[Named] | None = None

    @property
    def kind(self) -> str:
        """The kind that the field leads to; empty if to any."""
        return self.model.kind if self.model else ""


@dataclass(frozen=True)
class Markdown:
    """The field is prose: it may link and cite, and turns into these tags and no others."""

    tags: frozenset[str]


@dataclass(frozen=True)
class Spoken:
    """The field is words for a reader, not a name that is looked up."""


@dataclass(frozen=True)
class Whole:
    """The field holds whole sentences, each with its full stop."""


@dataclass(frozen=True)
class Cited:
    """The field states facts: it must cite a source."""


@dataclass(frozen=True)
class Excuses:
    """The field says what does not count: an approval that adds to it makes a guide milder."""


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip()


def shaped(pattern: str, example: str) -> AfterValidator:
    """The mark of a text that must have a certain form; an author is shown an example of it."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError("bad_shape", "bad shape", {"example": example})
        return text

    return AfterValidator(check)


def _calm(text: str) -> str:
    if found := re.search(r'[<>&"\[\]]', text):
        raise PydanticCustomError(
            "forbidden_character", "forbidden character", {"character": found[0]}
        )
    return text


def _unmarked(text: str) -> str:
    if mark := meant_mark(text):
        raise PydanticCustomError("forbidden_character", "forbidden character", {"character": mark})
    return text


Line: TypeAlias = Annotated[
    str, StringConstraints(min_length=1), AfterValidator(_one_line), Spoken()
]
Text: TypeAlias = Annotated[Line, AfterValidator(_unmarked)]
Title: TypeAlias = Annotated[Text, StringConstraints(max_length=90), AfterValidator(_calm)]
Inline: TypeAlias = Annotated[Line, Markdown(INLINE_TAGS)]
Prose: TypeAlias = Annotated[str, StringConstraints(min_length=1), Markdown(BLOCK_TAGS), Spoken()]
PageProse: TypeAlias = Annotated[str, Markdown(PAGE_TAGS)]
WholeText: TypeAlias = Annotated[Text, Whole()]
WholeInline: TypeAlias = Annotated[Inline, Whole()]
CitedInline: TypeAlias = Annotated[WholeInline, Cited()]
CitedProse: TypeAlias = Annotated[Prose, Cited()]
AnyEntry: TypeAlias = Annotated[str, shaped(r"[a-z-]+:[a-z0-9-]+", "page:about"), LinksTo()]


class Model(BaseModel):
    """A frozen record in which an unknown field is an error."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False
    )


Mark = TypeVar("Mark")


def marked(model: Model, mark: type[Mark]) -> Iterator[tuple[Loc, Any, Mark]]:
    """Every value in the entry, at any depth, whose field carries the mark."""
    sort: Any = mark  # to a checker a class is not hashable
    for name, place, bears in _bearing(type(model), sort):
        yield from _found(getattr(model, name), (place,), bears, mark)


class _Bears(NamedTuple):
    """What a value can bear: marks of its own, and what the items of a list can bear."""

    marks: tuple[Any, ...]
    item: _Bears | None


@cache
def _bearing(model: type[Model], mark: Any) -> tuple[tuple[str, str, _Bears], ...]:
    """The fields of a model that can bear a mark, at any depth; worked out once for each model."""
    fields = (
        (name, info.alias or name, _bears(info.annotation, info.metadata, mark))
        for name, info in model.model_fields.items()
    )
    return tuple((name, place, bears) for name, place, bears in fields if bears)


def _bears(annotation: Any, metadata: Iterable[Any], mark: Any) -> _Bears | None:
    """What values of a type can bear; None, if never a mark of that sort."""
    bare, marks = unwrap(annotation, metadata)
    own = tuple(item for item in marks if isinstance(item, mark))
    item = _bears(get_args(bare)[0], (), mark) if get_origin(bare) is tuple else None
    is_model = isinstance(bare, type) and issubclass(bare, Model) and _bearing(bare, mark)
    return _Bears(own, item) if own or item or is_model else None


def _found(
    value: Any, loc: Loc, bears: _Bears, mark: type[Mark]
) -> Iterator[tuple[Loc, Any, Mark]]:
    if value is None:
        return
    for own in bears.marks:
        yield loc, value, own
    if isinstance(value, Model):
        for below, found, its_mark in marked(value, mark):
            yield (*loc, *below), found, its_mark
    elif bears.item:
        for index, item in enumerate(value):
            yield from _found(item, (*loc, index), bears.item, mark)


def numbers(model: Model, above: Loc = ()) -> Iterator[Loc]:
    """The place of every number in the entry, at any depth."""
    for name, info in type(model).model_fields.items():
        yield from _numbers(getattr(model, name), (*above, info.alias or name))


def _numbers(value: Any, loc: Loc) -> Iterator[Loc]:
    if isinstance(value, Model):
        yield from numbers(value, loc)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _numbers(item, (*loc, index))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield loc


def unwrap(annotation: Any, metadata: Iterable[Any] = ()) -> tuple[Any, list[Any]]:
    """The bare type and all marks, out of Annotated and `| None` in any order."""
    found = list(metadata)
    while True:
        if hasattr(annotation, "__metadata__"):
            found += annotation.__metadata__
            annotation = annotation.__origin__
        elif NoneType in get_args(annotation):
            annotation = next(arg for arg in get_args(annotation) if arg is not NoneType)
        else:
            return annotation, found
