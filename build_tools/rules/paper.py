"""Rules of printed texts, held before anything is typeset: every letter is in the sheets' font."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import combining

from fontTools.ttLib import TTFont

from build_tools.content.characters import named
from build_tools.entry import texts_in
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
        printed = {text for pdf in catalog.made(Pdf) for _, text in texts_in(pdf.data)}
    except KeyError:
        return  # a link leads nowhere, and has its own line
    strange = {text for text in printed if {*text} - known}
    for raw in catalog.raw.values() if strange else ():
        for loc, text in raw.texts():
            missing = [letter for letter in dict.fromkeys(text) if letter not in known]
            if missing and any(" ".join(text.split()) in found for found in strange):
                message = (
                    f"must not hold {named(missing[0])}, which the font of the sheets lacks; "
                    "write it in other letters"
                )
                yield raw.at(*loc), message


@cache
def _letters() -> frozenset[str]:
    """Every letter that both faces of the sheets' font have, as one glyph with its accent."""
    faces = [TTFont(path).getBestCmap() for path in sorted(FONTS.glob("*.ttf"))]
    letters = frozenset(map(chr, set.intersection(*map(set, faces))))
    return letters - {letter for letter in letters if combining(letter)} | INVISIBLE


PAPER_RULES = (printed_letters_are_in_the_font,)
