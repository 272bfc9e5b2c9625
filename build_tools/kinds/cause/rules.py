"""Rules of causes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from build_tools.content.fields import Loc
from build_tools.entry import Entry, RawEntry
from build_tools.kinds.cause.entry import Cause
from build_tools.kinds.red_flag.entry import RedFlag
from build_tools.kinds.warning_sign.entry import WarningSign
from build_tools.model import Catalog
from build_tools.rule import Found, Scope, rule
from build_tools.rules.makers import Appearance, must_appear

ALIKE = 0.5
"""The share of words in common from which on two lines tell the same sign."""
_WORD = re.compile(r"\w{4,}")


class Line(NamedTuple):
    """A sign that calls for help: whose, in which field, how soon, its text, its longer words."""

    entry: Entry
    loc: Loc
    level: str
    text: str
    words: frozenset[str]

    def tells_as(self, other: Line) -> bool:
        """Whether both say the same, word for word and at one level."""
        return (self.level, self.text) == (other.level, other.text)


@rule("level-twice", Scope.ENTRY)
def every_level_is_named_once(cause: Cause, raw: RawEntry) -> Iterator[Found]:
    """Each level of care has one list of signs in a cause, not two."""
    seen = set()
    for index, care in enumerate(cause.see_someone):
        if care.level in seen:
            where = raw.at("see_someone", index, "level")
            yield where, f"must name each level once, found {care.level!r} again"
        seen.add(care.level)


@rule("sign-told-twice", Scope.CATALOG)
def signs_are_told_once(catalog: Catalog) -> Iterator[Found]:
    """No two causes tell one sign in two ways: what they share is a warning sign."""
    for first, later in combinations(_lines(catalog), 2):
        is_own = isinstance(later.entry, Cause) and later.entry is not first.entry
        common = len(first.words & later.words)
        alike = common >= ALIKE * len(first.words | later.words) > 0
        if is_own and alike and not later.tells_as(first):
            message = (
                "must be told once, as a warning sign that both name, "
                f"found {later.text!r} beside {first.text!r} in {':'.join(first.entry.id)}"
            )
            yield catalog.where(later.entry, *later.loc), message


def _lines(catalog: Catalog) -> list[Line]:
    """The lines of all warning signs, and the signs of causes that call for help."""
    urgent = {flag.level for flag in catalog.all(RedFlag)}
    return [
        *(_line(sign, ("title",), sign.level, sign.title) for sign in catalog.all(WarningSign)),
        *(
            _line(cause, ("see_someone", place, "signs", index), care.level, text)
            for cause in catalog.all(Cause)
            for place, care in enumerate(cause.see_someone)
            if care.level in urgent
            for index, text in enumerate(care.signs)
        ),
    ]


def _line(entry: Entry, loc: Loc, level: str, text: str) -> Line:
    return Line(entry, loc, level, text, frozenset(_WORD.findall(text.lower())))


@must_appear
def warning_signs_on_cause_pages(catalog: Catalog) -> Iterator[Appearance]:
    """Every warning sign that a cause names stands on the cause's page."""
    for cause in catalog.all(Cause):
        if page := catalog.page_of(cause):
            for slug in cause.warning_signs:
                yield Appearance(catalog.get(WarningSign, slug).title, page, "see-someone")


@must_appear
def red_flags_on_cause_pages(catalog: Catalog) -> Iterator[Appearance]:
    """The short form of every red flag that a cause names stands on the cause's page."""
    for cause in catalog.all(Cause):
        if page := catalog.page_of(cause):
            for slug in cause.red_flags:
                yield Appearance(catalog.get(RedFlag, slug).short, page, "see-someone")
