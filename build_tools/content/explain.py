"""The fields of a model, explained to an author: a row for each, and the least to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, get_args, get_origin

import yaml
from annotated_types import Ge, GroupedMetadata, Gt, Le, MaxLen, MinLen
from pydantic import AfterValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticKnownError

from build_tools.content.fields import Cited, LinksTo, Markdown, Model, Title, unwrap
from build_tools.content.markup import BLOCK_TAGS, INLINE_TAGS, PAGE_TAGS
from build_tools.content.sourced import EndsInCitations
from build_tools.content.wording import WORDING

PROSE = {INLINE_TAGS: "one line of prose", BLOCK_TAGS: "prose", PAGE_TAGS: "prose with headings"}
PLAIN = {
    str: "plain text",
    bool: "`true` or `false`",
    int: "a whole number",
    float: "a number",
    date: "a date",
}
REFUSED = ("", "too many words " * 30)
"""Texts that a check of a form refuses: from the refusal we hear what it asks for."""
TITLE_MARKS = unwrap(Title)[1]
LIMITS = (
    (Gt, "gt", "above {}"),
    (Ge, "ge", "at least {}"),
    (Le, "le", "at most {}"),
    (MinLen, "min_length", "{} or more {unit}"),
    (MaxLen, "max_length", "at most {} {unit}"),
)
NOT_EMPTY = "1 or more characters"
"""What holds of every text, and is said once for all."""
HEAD = ("| Field | Needed | Holds | Limits | What to write | Example |", "|" + " --- |" * 6)


class Row(NamedTuple):
    """One field: its place, whether it is a list, and what one value of it may be."""

    place: str
    info: FieldInfo
    is_list: bool
    type: Any
    marks: Sequence[Any]
    list_marks: Sequence[Any]

    @property
    def least(self) -> int:
        """How many items a list must have."""
        return max(
            (mark.min_length for mark in self.list_marks if isinstance(mark, MinLen)), default=0
        )

    @property
    def model(self) -> type[Model] | None:
        """The model of the fields that it holds, if it holds fields."""
        is_model = isinstance(self.type, type) and issubclass(self.type, Model)
        return self.type if is_model else None

    @property
    def link(self) -> LinksTo | None:
        """Where it leads, if it names entries."""
        return next((mark for mark in self.marks if isinstance(mark, LinksTo)), None)

    @property
    def is_cited(self) -> bool:
        """Whether it must cite a source."""
        return any(isinstance(mark, Cited) for mark in (*self.marks, *self.list_marks))


def own_rows(model: type[Model], above: str = "") -> Iterator[Row]:
    """Every field that an author writes, but not the fields inside it."""
    for name, info in model.model_fields.items():
        if name != "slug":
            found, marks = unwrap(info.annotation, info.metadata)
            is_list = get_origin(found) is tuple
            one, its_marks = unwrap(get_args(found)[0]) if is_list else (found, marks)
            place = above + (info.alias or name)
            yield Row(place, info, is_list, one, its_marks, marks if is_list else ())


def rows(model: type[Model], above: str = "") -> Iterator[Row]:
    """Every field that an author writes, each followed by the fields inside it."""
    for row in own_rows(model, above):
        yield row
        if row.model:
            yield from rows(row.model, row.place + ("[]." if row.is_list else "."))


def table(model: type[Model]) -> str:
    """A line of a table for every field."""
    return "\n".join([*HEAD, *map(_line, rows(model))])


def _line(row: Row) -> str:
    default = row.info.get_default()
    needed = "yes" if row.info.is_required() else f"no, else `{default}`" if default else "no"
    example = f"`{written(row.info.examples[0])}`" if row.info.examples else ""
    cells = (f"`{row.place}`", needed, holds(row), limits(row), row.info.description or "", example)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def holds(row: Row) -> str:
    """What may stand in a field."""
    return f"a list, each item {_one(row)}" if row.is_list else _one(row)


def _one(row: Row) -> str:
    if row.link:
        kind = row.link.kind
        return f"the name of one `{kind}`" if kind else "any entry, as `kind:name`"
    if prose := next((mark for mark in row.marks if isinstance(mark, Markdown)), None):
        return PROSE[prose.tags]
    if get_origin(row.type) is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in get_args(row.type))
    if row.model:
        return "fields"
    if any(isinstance(mark, EndsInCitations) for mark in row.marks):
        return "plain text, which may end in citations"
    is_title = all(mark in row.marks for mark in TITLE_MARKS)
    return "a title" if is_title else PLAIN[row.type]


def limits(row: Row) -> str:
    """What a value must keep to."""
    found = [*_limits(row.list_marks, "items"), *_limits(row.marks, "characters")]
    return ", ".join([*found, *(["must cite a source"] if row.is_cited else [])])


def _limits(marks: Sequence[Any], unit: str) -> Iterator[str]:
    groups = (mark if isinstance(mark, GroupedMetadata) else (mark,) for mark in marks)
    single = [one for group in groups for one in group]
    for limit, name, words in LIMITS:
        for value in (getattr(mark, name) for mark in single if isinstance(mark, limit)):
            if (said := words.format(value, unit=unit)) != NOT_EMPTY:
                yield said
    yield from filter(None, (_form(one.func) for one in single if isinstance(one, AfterValidator)))


def _form(check: Any) -> str:
    """What a check asks of a text, in the words in which it refuses one."""
    for text in REFUSED:
        try:
            check(text)
        except PydanticKnownError:
            continue  # no text may be empty, which is said once for all
        except PydanticCustomError as error:
            words = WORDING[error.type][1](text, error.context or {})
            return words.partition(", found")[0]
    return ""


class _Plain(yaml.SafeDumper):
    """YAML in which every scalar is text, as our reader takes it: no needless quotes."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  it stays empty

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent the items of a list, too."""
        super().increase_indent(flow, indentless=False)


def written(data: Any) -> str:
    """Plain data as an author writes it."""
    text = yaml.dump(data, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=1000)
    return text.removesuffix("...\n").rstrip()


def sample(model: type[Model], number: int = 0) -> dict[str, Any]:
    """The least that an entry may hold, made of its fields' examples."""
    found: dict[str, Any] = {}
    for row in own_rows(model):
        if row.info.is_required():
            values = [_value(row, number + item) for item in range(max(row.least, 1))]
            found[row.place] = values if row.is_list else values[0]
    return found


def _value(row: Row, number: int) -> Any:
    if row.model:
        return sample(row.model, number)
    examples = row.info.examples or [""]
    return examples[number % len(examples)]


def needs(model: type[Model]) -> set[str]:
    """The kinds that an entry must name, or cite, to be whole."""
    found: set[str] = set()
    for row in own_rows(model):
        if row.info.is_required() and (row.least or not row.is_list):
            found |= {row.link.kind} if row.link else set()
            found |= {"source"} if row.is_cited else set()
            found |= needs(row.model) if row.model else set()
    return found - {""}
