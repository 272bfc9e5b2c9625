"""What no entry may exceed, whatever its kind: the size of texts and lists, and of what they cost.

Every text and every list passes here before anything reads it, so that no field can lack a limit
and no content can keep a builder busy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from build_tools.content.fields import Loc
from build_tools.entry import RawEntry
from build_tools.problems import Problem
from build_tools.rule import reading_rule

LETTERS = 12_000
ITEMS = 60
LINES = 400
SIGNS = 300
BRACKETS = 2
"""How often a text may hold one sign that Markdown has to pair or to nest."""
PAIRED = frozenset("[](){}<>*_`~|\\!")
GAP = re.compile(" {101}")
NESTED = re.compile(r"^[ ]*(?:(?:[-*+>]|\d+[.)])[ ]*){6}", re.MULTILINE)
"""A line that begins a list in a list in a list, and so on."""

TOO_BIG = reading_rule(
    "too-big",
    f"A text has at most {LETTERS} letters, {LINES} lines and {SIGNS} of one sign, "
    f"a list {ITEMS} items.",
)
RULES = (TOO_BIG,)


def too_big(raw: RawEntry) -> Iterator[Problem]:
    """Every text and every list of an entry that is larger than any may be."""
    yield from _in(raw, raw.data, ())


def _in(raw: RawEntry, value: Any, loc: Loc) -> Iterator[Problem]:
    if isinstance(value, str):
        for message in _of_text(value):
            yield TOO_BIG.problem(raw.at(*loc), message)
    elif isinstance(value, list):
        if len(value) > ITEMS:
            message = f"must have at most {ITEMS} items, found {len(value)}"
            yield TOO_BIG.problem(raw.at(*loc), message)
        else:
            for index, item in enumerate(value):
                yield from _in(raw, item, (*loc, index))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _in(raw, item, (*loc, name))


def _of_text(value: str) -> Iterator[str]:
    if len(value) > LETTERS:
        yield f"must have at most {LETTERS} letters, found {len(value)}"
    if (lines := value.count("\n") + 1) > LINES:
        yield f"must have at most {LINES} lines, found {lines}"
    if GAP.search(value):
        yield "must not hold more than 100 spaces in a row"
    if found := NESTED.search(value):
        yield f"must not begin lists in lists on one line, found {found[0]!r}"
    if not _closes_its_brackets(value):
        yield f"must close each '[' with ']', and have no more than {BRACKETS} open at once"
    for sign, count in Counter(letter for letter in value if letter in PAIRED).most_common(1):
        if count > SIGNS:
            yield f"must hold {sign!r} at most {SIGNS} times, found {count}"


def _closes_its_brackets(value: str) -> bool:
    """Whether no '[' stays open: from each that does, Markdown looks through all that follows."""
    depth = 0
    for letter in re.findall(r"[\[\]]", value):
        depth += 1 if letter == "[" else -1
        if not 0 <= depth <= BRACKETS:
            return False
    return depth == 0
