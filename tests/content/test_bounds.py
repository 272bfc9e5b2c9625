from dataclasses import replace

import pytest
from conftest import toy
from test_every_field import FIELDS, places_of, spelt

from build_tools.content.bounds import ITEMS, LETTERS, LINES, SIGNS
from build_tools.content.fields import Loc
from build_tools.content.validate import validate
from build_tools.kinds import KINDS


def put(data: object, loc: Loc, new: object) -> object:
    """The same data with another value at the place."""
    if not loc:
        return new
    if isinstance(data, list):
        return [put(item, loc[1:], new) if i == loc[0] else item for i, item in enumerate(data)]
    return {**data, loc[0]: put(data[loc[0]], loc[1:], new)}


def refused(kind, names, new):
    """Whether every place at which the toy guide has the field refuses the new value."""
    found = []
    for entry, loc, _ in places_of(kind, names)[:1]:
        raw = toy().raw[entry.id]
        if raw.value(loc):
            entries, problems = validate([replace(raw, data=put(raw.data, loc, new))], KINDS)
            found.append(not entries and any(problems))
    return all(found)


@pytest.mark.parametrize(
    "huge",
    [
        "x" * (LETTERS + 1),
        "x\n" * (LINES + 1),
        "1. " * 6,
        "a" + " " * 101,
        "*" * (SIGNS + 1),
        "[a [b [c",
        "a]",
        ["x"] * (ITEMS + 1),
    ],
    ids=["letters", "lines", "nested", "gap", "signs", "open", "closed", "items"],
)
def test_no_field_takes_what_is_too_big(huge):
    assert [spelt(*field) for field in FIELDS if not refused(*field, huge)] == []


def test_what_is_as_big_as_it_may_be_is_let_through():
    raw = toy().raw["page", "about"]
    body = "Words. " * (LETTERS // 8)
    entries, problems = validate([replace(raw, data={**raw.data, "body": body})], KINDS)
    assert (len(entries), problems) == (1, [])


def test_nothing_was_reviewed_in_another_century():
    raw = toy().raw["page", "about"]
    old = replace(raw, data={**raw.data, "reviewed": "1999-12-31"})
    _, (problem,) = validate([old], KINDS)
    assert problem.message == "must be at least 2000-01-01, found '1999-12-31'"
