"""Raw entries -> entries that satisfy their kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_tools.fields import Loc, Markdown, Model, marked, unwrap
from build_tools.markup import flaws, raw_html
from build_tools.model import Entry, Kind, RawEntry
from build_tools.problems import Problem, did_you_mean

Words: TypeAlias = Callable[[Any, Mapping[str, Any]], str]


def _found(value: Any) -> str:
    if isinstance(value, str):
        return repr(value if len(value) <= 40 else f"{value[:40]}…")  # noqa: PLR2004  one line of a terminal
    return (
        "fields"
        if isinstance(value, dict)
        else "a list"
        if isinstance(value, list)
        else repr(value)
    )


WORDING: Mapping[str, tuple[str, Words]] = {
    "missing": ("missing-field", lambda _v, _c: "is required"),
    "string_type": ("wrong-type", lambda v, _c: f"must be text, found {_found(v)}"),
    "string_too_short": ("empty-field", lambda _v, _c: "must not be empty"),
    "string_too_long": (
        "too-long",
        lambda v, c: f"must have at most {c['max_length']} characters, found {len(v)}",
    ),
    "bad_shape": ("bad-value", lambda v, c: f"must look like {c['example']!r}, found {_found(v)}"),
    "forbidden_character": (
        "bad-value",
        lambda v, c: f"must not hold {c['character']!r}, found {_found(v)}",
    ),
    "too_many_words": (
        "too-long",
        lambda _v, c: f"must have at most {c['limit']} words, found {c['found']}",
    ),
    "int_parsing": ("wrong-type", lambda v, _c: f"must be a whole number, found {_found(v)}"),
    "int_type": ("wrong-type", lambda v, _c: f"must be a whole number, found {_found(v)}"),
    "float_parsing": ("wrong-type", lambda v, _c: f"must be a number, found {_found(v)}"),
    "float_type": ("wrong-type", lambda v, _c: f"must be a number, found {_found(v)}"),
    "bool_parsing": ("wrong-type", lambda v, _c: f"must be 'true' or 'false', found {_found(v)}"),
    "bool_type": ("wrong-type", lambda v, _c: f"must be 'true' or 'false', found {_found(v)}"),
    "greater_than": ("out-of-range", lambda v, c: f"must be above {c['gt']:g}, found {_found(v)}"),
    "greater_than_equal": (
        "out-of-range",
        lambda v, c: f"must be at least {c['ge']:g}, found {_found(v)}",
    ),
    "less_than_equal": (
        "out-of-range",
        lambda v, c: f"must be at most {c['le']:g}, found {_found(v)}",
    ),
    "date_from_datetime_parsing": (
        "wrong-type",
        lambda v, _c: f"must be a date like 2026-08-06, found {_found(v)}",
    ),
    "date_parsing": (
        "wrong-type",
        lambda v, _c: f"must be a date like 2026-08-06, found {_found(v)}",
    ),
    "date_from_datetime_inexact": (
        "wrong-type",
        lambda v, _c: f"must be a date like 2026-08-06, found {_found(v)}",
    ),
    "date_type": ("wrong-type", lambda v, _c: f"must be a date like 2026-08-06, found {_found(v)}"),
    "tuple_type": (
        "wrong-type",
        lambda v, _c: f"must be a list, each item on a line after '- ', found {_found(v)}",
    ),
    "too_short": (
        "too-short",
        lambda v, c: (
            f"must have at least {c['min_length']} {'characters' if isinstance(v, str) else 'items'}, found {c['actual_length']}"
        ),
    ),
    "too_long": (
        "too-long",
        lambda v, c: (
            f"must have at most {c['max_length']} {'characters' if isinstance(v, str) else 'items'}, found {c['actual_length']}"
        ),
    ),
    "model_type": ("wrong-type", lambda v, _c: f"must hold fields, found {_found(v)}"),
    "literal_error": (
        "unknown-value",
        lambda v, c: f"must be one of {c['expected'].replace(' or ', ', ')}, found {_found(v)}",
    ),
}
"""What is said for each type of pydantic error: its rule, and the sentence that continues the field."""


def validate(raw: Iterable[RawEntry], kinds: Sequence[Kind]) -> tuple[list[Entry], list[Problem]]:
    """The entries that are as their kind wants them, and what is wrong with the rest."""
    by_folder = {kind.folder: kind for kind in kinds}
    entries: list[Entry] = []
    problems: list[Problem] = []
    for item in raw:
        kind = by_folder.get(item.folder)
        if kind is None:
            near = did_you_mean(item.folder, by_folder)
            problems.append(
                Problem(
                    item.at(),
                    f"no kind keeps its entries in {item.folder!r}{near}",
                    "unknown-folder",
                )
            )
            continue
        entry, found = _entry(item, kind)
        problems += found
        if entry and not found:
            entries.append(entry)
    return entries, problems


def _entry(raw: RawEntry, kind: Kind) -> tuple[Entry | None, list[Problem]]:
    found = [*_raw_html_in(raw, raw.data, ())]
    if "slug" in raw.data:
        found.append(
            Problem(
                raw.at("slug"),
                "is not a field here: the file's name, or `id` in a list, says it",
                "unknown-field",
            )
        )
    try:
        entry = kind.model.model_validate({**raw.data, "slug": raw.slug})
    except ValidationError as error:
        return None, [*found, *(_problem(raw, kind, detail) for detail in error.errors())]
    if not found:
        found += [
            Problem(raw.at(*loc), message, rule) for loc, message, rule in _flaws(entry, kind)
        ]
    return entry, found


def _flaws(entry: Entry, kind: Kind) -> Iterator[tuple[Loc, str, str]]:
    for loc, value, mark in marked(entry, Markdown):
        for message, rule in flaws(value, mark.tags):
            yield loc, message, rule
    for check in kind.entry_checks:
        yield from check(entry)


def _raw_html_in(raw: RawEntry, value: Any, loc: Loc) -> Iterator[Problem]:
    if isinstance(value, str) and (tag := raw_html(value)):
        yield Problem(
            raw.at(*loc),
            f"must not hold raw HTML, found {tag!r}; write it in words, or use **bold** and [links](https://…)",
            "raw-html",
        )
    pairs = (
        value.items()
        if isinstance(value, Mapping)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in pairs:
        yield from _raw_html_in(raw, inner, (*loc, key))


def _problem(raw: RawEntry, kind: Kind, detail: ErrorDetails) -> Problem:
    loc = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        near = did_you_mean(str(loc[-1]), _fields_at(kind.model, loc[:-1]))
        return Problem(raw.at(*loc), f"is not a field here{near}", "unknown-field")
    rule, words = WORDING.get(
        detail["type"],
        ("invalid-value", lambda v, _c: f"is not a value that fits here, found {_found(v)}"),
    )
    message = words(detail["input"], detail.get("ctx", {}))
    if detail["type"] == "missing":
        unknown = set(_data_at(raw.data, loc[:-1])) - set(_fields_at(kind.model, loc[:-1]))
        message += next(
            (
                f"; is {word!r} meant for it?"
                for word in sorted(unknown)
                if did_you_mean(word, [str(loc[-1])]).startswith("; did")
            ),
            "",
        )
    if detail["type"] == "literal_error":
        message += (
            did_you_mean(
                str(detail["input"]),
                detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", "),
            )
            if isinstance(detail["input"], str)
            else ""
        )
    return Problem(raw.at(*loc), message, rule)


def _fields_at(model: type[Model], loc: Loc) -> list[str]:
    """The names of the fields that may stand at a place of an entry."""
    current: Any = model
    for part in loc:
        if isinstance(part, int):
            current = unwrap(get_args(current)[0])[0] if get_args(current) else current
        else:
            info = next(
                (
                    info
                    for name, info in current.model_fields.items()
                    if (info.alias or name) == part
                ),
                None,
            )
            current = unwrap(info.annotation)[0] if info else Model
    fields = getattr(current, "model_fields", {})
    return [info.alias or name for name, info in fields.items() if name != "slug"]


def _data_at(data: Any, loc: Loc) -> Mapping[str, Any]:
    for part in loc:
        data = data[part]
    return data if isinstance(data, Mapping) else {}
