"""Lines that may end in citations, `You wobble. [@key:finding]`; all that an entry states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError, PydanticKnownError

from build_tools.content.fields import Line, Loc, Markdown, Model, Whole, marked
from build_tools.content.markup import CITATION, meant_mark, references
from build_tools.content.statements import Statement, statements

_AT_THE_END = re.compile(rf"(?:{CITATION.pattern})*$")


class Sourced(str):
    """The words of a line; its citations are beside them and no part of them."""

    __slots__ = ("cites", "written")
    cites: tuple[str, ...]  #: `key` or `key:finding`, as written
    written: str  #: the line as its author wrote it

    def __new__(cls, written: str) -> Self:
        """Part a line into words and citations."""
        line = super().__new__(cls, _AT_THE_END.sub("", written))
        line.written = written
        line.cites = tuple(
            ":".join(filter(None, (found.slug, found.part))) for found in references(written)
        )
        return line


@dataclass(frozen=True)
class EndsInCitations:
    """The field holds a `Sourced`: what its line rests on stands at its end."""


def _sourced(text: str) -> Sourced:
    line = Sourced(text)
    if not line:
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    if CITATION.search(line):
        raise PydanticCustomError("citation_inside", "citation inside")
    if mark := meant_mark(line):
        raise PydanticCustomError("forbidden_character", "forbidden character", {"character": mark})
    return line


SourcedText: TypeAlias = Annotated[Line, AfterValidator(_sourced), EndsInCitations()]
WholeSourced: TypeAlias = Annotated[SourcedText, Whole()]


def statements_in(entry: Model) -> Iterator[tuple[Loc, Statement]]:
    """Every sentence of prose in the entry, and every line that may end in citations."""
    for loc, prose, _ in marked(entry, Markdown):
        for statement in statements(prose):
            yield loc, statement
    for loc, line, _ in marked(entry, EndsInCitations):
        yield loc, Statement(0, str(line), line.cites, line.written)
