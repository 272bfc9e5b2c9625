"""A rule: what must hold, of what, and the function that finds where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from build_tools.problems import Location, Problem


class Scope(StrEnum):
    """What a rule looks at, in the order in which a build comes to it."""

    FILE = "file"  #: a file as it is read; the reader itself says what is wrong
    ENTRY = "entry"  #: one entry, and it as written: (entry, raw); raw.at(*loc) is a field's place
    CATALOG = "catalog"  #: all entries and their links: (catalog)
    PAGE = "page"  #: one finished page: (page, site)
    SITE = "site"  #: the finished site beside the content: (site, catalog)


class Tally(NamedTuple):
    """How much a rule looked at, for the line that a stage ends with: 48, "paths proven"."""

    number: int
    what: str


Found: TypeAlias = tuple[Location, str]
"""Where a rule does not hold, and the message."""
Finds: TypeAlias = Callable[..., Iterable[Found | Tally]]


@dataclass(frozen=True)
class Rule:
    """One rule."""

    name: str  #: what is wrong when it does not hold; stands at the end of the line an author sees
    scope: Scope  #: what it looks at
    demands: str  #: what must hold, in an author's words
    finds: Finds  #: gives each place where it does not hold, with the message
    needs_all: bool = False  #: it judges what is missing: only when every file could be read

    def __call__(self, *subject: Any) -> list[Problem | Tally]:
        """The problems of one subject of its scope, and what was looked at."""
        return [
            found if isinstance(found, Tally) else self.problem(*found)
            for found in self.finds(*subject)
        ]

    def problem(self, where: Location, message: str) -> Problem:
        """The rule broken at that place."""
        return Problem(where, message, self.name)


def rule(name: str, scope: Scope, *, needs_all: bool = False) -> Callable[[Finds], Rule]:
    """Make a rule of a function; what it demands is the function's docstring."""

    def made(finds: Finds) -> Rule:
        return Rule(name, scope, " ".join((finds.__doc__ or "").split()), finds, needs_all)

    return made


def reading_rule(name: str, demands: str) -> Rule:
    """A rule that whoever reads the files holds and tells by itself."""
    return Rule(name, Scope.FILE, demands, lambda: ())
