"""What is said for each type of pydantic error: its rule, and the sentence after the field's name.

Types are made to be matched on; the library's own messages are not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from build_tools.rule import Rule, reading_rule

LONGEST_QUOTE = 40

MISSING_FIELD = reading_rule("missing-field", "A required field is there.")
UNKNOWN_FIELD = reading_rule("unknown-field", "Every field is one that the kind has.")
EMPTY_FIELD = reading_rule("empty-field", "A field that is there holds something.")
WRONG_TYPE = reading_rule("wrong-type", "A value is text, a number, a date, a list or fields.")
BAD_VALUE = reading_rule("bad-value", "A value has the form that its field asks for.")
UNKNOWN_VALUE = reading_rule("unknown-value", "A value is one of the field's choices.")
OUT_OF_RANGE = reading_rule("out-of-range", "A number lies between its field's limits.")
TOO_LONG = reading_rule("too-long", "A text or a list is not longer than its field allows.")
TOO_SHORT = reading_rule("too-short", "A text or a list is not shorter than its field allows.")
INVALID_VALUE = reading_rule("invalid-value", "A value fits its field.")
RULES = (
    MISSING_FIELD,
    UNKNOWN_FIELD,
    EMPTY_FIELD,
    WRONG_TYPE,
    BAD_VALUE,
    UNKNOWN_VALUE,
    OUT_OF_RANGE,
    TOO_LONG,
    TOO_SHORT,
    INVALID_VALUE,
)

Words: TypeAlias = Callable[[Any, Mapping[str, Any]], str]


def quoted(value: Any) -> str:
    """A value as a message names it: short enough for one line of a terminal."""
    if isinstance(value, str):
        return repr(value if len(value) <= LONGEST_QUOTE else f"{value[:LONGEST_QUOTE]}…")
    return (
        "fields"
        if isinstance(value, dict)
        else "a list"
        if isinstance(value, list)
        else repr(value)
    )


def _must_be(what: str) -> Words:
    return lambda value, _context: f"must be {what}, found {quoted(value)}"


def _compared(words: str, limit: str) -> Words:
    def message(value: Any, context: Mapping[str, Any]) -> str:
        bound = context[limit]
        shown = bound if isinstance(bound, date | str) else f"{bound:g}"
        return f"must be {words} {shown}, found {quoted(value)}"

    return message


def _counted(words: str, limit: str) -> Words:
    def message(value: Any, context: Mapping[str, Any]) -> str:
        unit = "characters" if isinstance(value, str) else "items"
        return f"must have at {words} {context[limit]} {unit}, found {context['actual_length']}"

    return message


A_DATE = _must_be("a date like 2026-08-06")
WORDING: Mapping[str, tuple[Rule, Words]] = {
    "missing": (MISSING_FIELD, lambda _v, _c: "is required"),
    "string_type": (WRONG_TYPE, _must_be("text")),
    "string_too_short": (EMPTY_FIELD, lambda _v, _c: "must not be empty"),
    "string_too_long": (
        TOO_LONG,
        lambda v, c: f"must have at most {c['max_length']} characters, found {len(v)}",
    ),
    "bad_shape": (
        BAD_VALUE,
        lambda v, c: f"must look like {c['example']!r}, found {quoted(v)}",
    ),
    "forbidden_character": (
        BAD_VALUE,
        lambda v, c: f"must not hold {c['character']!r}, found {quoted(v)}",
    ),
    "citation_inside": (BAD_VALUE, lambda _v, _c: "must have its citations at its end"),
    "too_many_words": (
        TOO_LONG,
        lambda _v, c: f"must have at most {c['limit']} words, found {c['found']}",
    ),
    "int_parsing": (WRONG_TYPE, _must_be("a whole number")),
    "int_type": (WRONG_TYPE, _must_be("a whole number")),
    "float_parsing": (WRONG_TYPE, _must_be("a number")),
    "float_type": (WRONG_TYPE, _must_be("a number")),
    "finite_number": (WRONG_TYPE, _must_be("a number")),
    "int_parsing_size": (OUT_OF_RANGE, _must_be("a smaller number")),
    "bool_parsing": (WRONG_TYPE, _must_be("'true' or 'false'")),
    "bool_type": (WRONG_TYPE, _must_be("'true' or 'false'")),
    "greater_than": (OUT_OF_RANGE, _compared("above", "gt")),
    "greater_than_equal": (OUT_OF_RANGE, _compared("at least", "ge")),
    "less_than_equal": (OUT_OF_RANGE, _compared("at most", "le")),
    "date_from_datetime_parsing": (WRONG_TYPE, A_DATE),
    "date_parsing": (WRONG_TYPE, A_DATE),
    "date_from_datetime_inexact": (WRONG_TYPE, A_DATE),
    "date_type": (WRONG_TYPE, A_DATE),
    "tuple_type": (WRONG_TYPE, _must_be("a list, each item on a line after '- '")),
    "too_short": (TOO_SHORT, _counted("least", "min_length")),
    "too_long": (TOO_LONG, _counted("most", "max_length")),
    "model_type": (WRONG_TYPE, lambda v, _c: f"must hold fields, found {quoted(v)}"),
    "literal_error": (
        UNKNOWN_VALUE,
        lambda v, c: f"must be one of {c['expected'].replace(' or ', ', ')}, found {quoted(v)}",
    ),
}
NOT_WORDED: tuple[Rule, Words] = (
    INVALID_VALUE,
    lambda v, _c: f"is not a value that fits here, found {quoted(v)}",
)
