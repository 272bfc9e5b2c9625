"""What can be wrong, and where: locations, problems, and the one error that carries them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

LONGEST_NAME = 90


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file: its path, the line (from 1; 0: not known) and, if known, the field."""

    path: PurePosixPath
    line: int = 1
    field: str = ""
    words: str = dataclasses.field(default="", compare=False, repr=False)  #: what is judged there

    def __str__(self) -> str:
        """The place as editors make it clickable: `causes/soft-tyre.yml:4`."""
        return f"{self.path}:{self.line}" if self.line else f"{self.path}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong. The message continues the field's name and says what must hold."""

    location: Location
    message: str
    rule: str

    def __str__(self) -> str:
        """The one line an author sees; editors make its start clickable."""
        field = f"{self.location.field}: " if self.location.field else ""
        return printable(f"{self.location}: {field}{self.message} [{self.rule}]")


class ContentError(Exception):
    """Every problem of one run; its text is all lines and the count."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        files = len({problem.location.path for problem in self.problems})
        count = f"{_counted(len(self.problems), 'problem')} in {_counted(files, 'file')}"
        return "\n".join([*map(str, self.problems), count])


def printable(text: str) -> str:
    """The text on one line: what a terminal or a log would act on is shown as its escape."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or the choices if they are few, as the end of a sentence."""
    choices = tuple(sorted(set(known)))
    if near := _nearest(word, choices):
        return f"; did you mean {near!r}?"
    if 0 < len(choices) <= 8:  # noqa: PLR2004  more would bury the message
        return f"; the choices are {', '.join(map(repr, choices))}"
    return ""


@lru_cache(maxsize=256)
def _nearest(word: str, choices: tuple[str, ...]) -> str:
    """The choice most like the word, or nothing; a very long word is like none."""
    if len(word) > LONGEST_NAME:
        return ""
    near = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=60)
    return near[0] if near else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
