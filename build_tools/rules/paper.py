"""Rules of printed texts, held before anything is typeset: every letter is in the sheets' font."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont

from build_tools.content.characters import named
from build_tools.content.fields import Loc
from build_tools.made import Pdf
from build_tools.model import Catalog
from build_tools.project import FONTS
from build_tools.rule import Found, Scope, rule

INVISIBLE = {"\u00ad", "\n"}


@rule("unknown-glyph", Scope.CATALOG, needs_all=True)
def printed_letters_are_in_the_font(catalog: Catalog) -> Iterator[Found]:
    """A text that is printed on a sheet uses letters that the sheets' font has."""
    known = _letters()
    try:
        printed = {text for pdf in catalog.made(Pdf) for text in texts_in(pdf.data)}
    except KeyError:
        return  # a link leads nowhere, and has its own line
    strange = {text for text in printed if {*text} - known}
    for raw in catalog.raw.values() if strange else ():
        for loc, text in _texts_of(raw.data, ()):
            missing = [letter for letter in dict.fromkeys(text) if letter not in known]
            if missing and any(" ".join(text.split()) in found for found in strange):
                message = (
                    f"must not hold {named(missing[0])}, which the font of the sheets lacks; "
                    "write it in other letters"
                )
                yield raw.at(*loc), message


@cache
def _letters() -> frozenset[str]:
    """Every letter that both faces of the sheets' font have."""
    faces = [TTFont(path).getBestCmap() for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset(map(chr, set.intersection(*map(set, faces)))) | INVISIBLE


def texts_in(data: Any) -> Iterator[str]:
    """Every text in plain data, however deep."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | Sequence):
        for item in data.values() if isinstance(data, Mapping) else data:
            yield from texts_in(item)


def _texts_of(data: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, str):
        yield loc, data
    elif isinstance(data, Mapping):
        for name, value in data.items():
            yield from _texts_of(value, (*loc, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts_of(value, (*loc, index))


PAPER_RULES = (printed_letters_are_in_the_font,)
