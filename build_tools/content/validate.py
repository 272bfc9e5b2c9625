"""Raw entries -> entries that satisfy the fields of their kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_tools.content.bounds import RULES as BOUNDS
from build_tools.content.bounds import too_big
from build_tools.content.fields import Loc, Model, unwrap
from build_tools.content.markup import raw_html
from build_tools.content.wording import NOT_WORDED, UNKNOWN_FIELD, WORDING
from build_tools.content.wording import RULES as FIELD_RULES
from build_tools.entry import Entry, RawEntry
from build_tools.model import Kind
from build_tools.problems import Problem, did_you_mean
from build_tools.rule import reading_rule

UNKNOWN_FOLDER = reading_rule("unknown-folder", "Entries lie in the folder of their kind.")
RAW_HTML = reading_rule("raw-html", "Content is words and Markdown, never HTML.")
RULES = (UNKNOWN_FOLDER, RAW_HTML, *BOUNDS, *FIELD_RULES)


def validate(raw: Iterable[RawEntry], kinds: Sequence[Kind]) -> tuple[list[Entry], list[Problem]]:
    """The entries that are as their kind wants them, and what is wrong with the rest."""
    by_folder = {kind.folder: kind for kind in kinds}
    entries: list[Entry] = []
    problems: list[Problem] = []
    for item in raw:
        kind = by_folder.get(item.folder)
        if kind is None:
            near = did_you_mean(item.folder, by_folder)
            message = f"no kind keeps its entries in {item.folder!r}{near}"
            problems.append(UNKNOWN_FOLDER.problem(item.at(), message))
            continue
        entry, found = _entry(item, kind)
        problems += found
        if entry and not found:
            entries.append(entry)
    return entries, problems


def _entry(raw: RawEntry, kind: Kind) -> tuple[Entry | None, list[Problem]]:
    if found := [*too_big(raw)]:
        return None, found
    found = [*_raw_html_in(raw, raw.data, ())]
    if "slug" in raw.data:
        message = "is not a field here: the file's name, or `id` in a list, says it"
        found.append(UNKNOWN_FIELD.problem(raw.at("slug"), message))
    try:
        return kind.model.model_validate({**raw.data, "slug": raw.slug}), found
    except ValidationError as error:
        details = error.errors()
        broken = {tuple(detail["loc"])[:-2] for detail in details}
        told = [
            detail
            for detail in details
            if detail["type"] != "too_short" or tuple(detail["loc"]) not in broken
        ]  # a list is not too short because what it holds is wrong
        return None, [*found, *(_problem(raw, kind, detail) for detail in told)]


def _raw_html_in(raw: RawEntry, value: Any, loc: Loc) -> Iterator[Problem]:
    if isinstance(value, str) and (tag := raw_html(value)):
        message = (
            f"must not hold raw HTML, found {tag!r}; "
            "write it in words, or use **bold** and [words](kind:name)"
        )
        yield RAW_HTML.problem(raw.at(*loc), message)
    for key, inner in _items(value):
        yield from _raw_html_in(raw, inner, (*loc, key))


def _items(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _problem(raw: RawEntry, kind: Kind, detail: ErrorDetails) -> Problem:
    loc = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        near = did_you_mean(str(loc[-1]), _fields_at(kind.model, loc[:-1]))
        return UNKNOWN_FIELD.problem(raw.at(*loc), f"is not a field here{near}")
    rule, words = WORDING.get(detail["type"], NOT_WORDED)
    message = words(detail["input"], detail.get("ctx", {}))
    if detail["type"] == "missing":
        message += _meant_for(raw, kind, loc)
    if detail["type"] == "literal_error" and isinstance(detail["input"], str):
        choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        message += did_you_mean(detail["input"], choices)
    return rule.problem(raw.at(*loc), message)


def _meant_for(raw: RawEntry, kind: Kind, loc: Loc) -> str:
    """The field beside a missing one whose name is nearly its own, as the end of a sentence."""
    unknown = set(_data_at(raw.data, loc[:-1])) - set(_fields_at(kind.model, loc[:-1]))
    near = (word for word in sorted(unknown) if "mean" in did_you_mean(word, [str(loc[-1])]))
    return next((f"; is {word!r} meant for it?" for word in near), "")


def _fields_at(model: type[Model], loc: Loc) -> list[str]:
    """The names of the fields that may stand at a place of an entry."""
    current: Any = model
    for part in loc:
        if isinstance(part, int):
            current = unwrap(get_args(current)[0])[0] if get_args(current) else current
        else:
            named = (
                info for name, info in current.model_fields.items() if (info.alias or name) == part
            )
            info = next(named, None)
            current = unwrap(info.annotation)[0] if info else Model
    fields = getattr(current, "model_fields", {})
    return [info.alias or name for name, info in fields.items() if name != "slug"]


def _data_at(data: Any, loc: Loc) -> Mapping[str, Any]:
    for part in loc:
        data = data[part]
    return data if isinstance(data, Mapping) else {}
