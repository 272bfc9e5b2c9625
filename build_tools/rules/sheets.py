"""Rules of finished sheets, read back from their PDFs: words, language, title, and ink."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2

from build_tools.content.characters import composed
from build_tools.made import Pdf
from build_tools.model import Catalog
from build_tools.problems import Location
from build_tools.rule import Found, Scope, rule
from build_tools.site.read import Site

EDGE = 14.0
"""How far from the edge of the paper every letter stays (points, 5 mm): no printer reaches it."""
TOUCH = 0.3
"""Which part of a letter another may cover before the two are printed one on the other."""


@rule("missing-sheet", Scope.SITE)
def every_sheet_is_there(site: Site, catalog: Catalog) -> Iterator[Found]:
    """Every sheet that can be printed has its PDF."""
    for pdf in catalog.made(Pdf):
        if pdf.path not in site.files:
            where = Location(site.display_path / pdf.path, 0)
            yield where, "must be there: it is a sheet to print"


@rule("missing-words", Scope.SITE)
def every_sheet_holds_its_lines(site: Site, catalog: Catalog) -> Iterator[Found]:
    """What must stand on a printed sheet is on it, word for word, as often as it must."""
    from pypdf import PdfReader  # noqa: PLC0415  slow to import, and only finished sheets need it

    for pdf in _sheets(site, catalog):
        pages = PdfReader(site.folder / pdf.path).pages
        text = _squeezed("".join(page.extract_text() for page in pages)).replace("\u00ad", "")
        for line, count in Counter(pdf.lines).items():
            parts = map(re.escape, _squeezed(line).split("\u00ad"))
            found = len(re.findall("-?".join(parts), text))
            if found < count:
                where = Location(site.display_path / pdf.path, 0, words=line)
                times = f" {count} times" if count > 1 else ""
                yield where, f"must hold {line!r}{times}, found {found or 'none'}"


@rule("wrong-record", Scope.SITE)
def every_sheet_says_its_language_and_title(site: Site, catalog: Catalog) -> Iterator[Found]:
    """A sheet's PDF says in what language it is, and is called by its title."""
    from pypdf import PdfReader  # noqa: PLC0415  as above

    for pdf in _sheets(site, catalog):
        reader = PdfReader(site.folder / pdf.path)
        language = f"{pdf.data['lang']}-{str(pdf.data['region']).upper()}"
        found = {
            "language": (language, reader.root_object.get("/Lang")),
            "title": (pdf.data["title"], reader.metadata.title if reader.metadata else None),
        }
        for what, (wanted, given) in found.items():
            if given != wanted:
                where = Location(site.display_path / pdf.path, 0)
                yield where, f"must have the {what} {wanted!r}, found {given!r}"


class Letter(NamedTuple):
    """A printed letter: the box around its ink (points, from the lower left corner)."""

    left: float
    bottom: float
    right: float
    top: float
    place: int  #: which letter of the page's text it is


@rule("bad-ink", Scope.SITE)
def every_letter_has_its_place(site: Site, catalog: Catalog) -> Iterator[Found]:
    """On a sheet no letter is beyond the edge that printers reach, and none on another one."""
    for pdf in _sheets(site, catalog):
        with pypdfium2.PdfDocument(site.folder / pdf.path) as document:
            for number, page in enumerate(document, 1):
                for words, fault in _faults(page):
                    where = Location(site.display_path / pdf.path, 0, words=words)
                    yield (
                        where,
                        f"must stay in its place, found {words!r} {fault}, on side {number}",
                    )


def _faults(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """The first word that runs off the page, and the first that runs into another."""
    width, height = page.get_size()
    text = page.get_textpage().get_text_range()
    letters = _letters(page, text)
    for letter in letters:
        inside = letter.left >= EDGE and letter.right <= width - EDGE
        if not inside or letter.bottom < EDGE or letter.top > height - EDGE:
            yield _word(text, letter.place), "over the edge"
            break
    for place, letter in enumerate(letters):
        if any(_touch(letter, other) for other in _overlapping(letters, place)):
            yield _word(text, letter.place), "on other words"
            break


def _overlapping(letters: list[Letter], place: int) -> Iterator[Letter]:
    """Those after a letter, on its line, that start before it ends; sorted by where they start."""
    letter = letters[place]
    for index in range(place + 1, len(letters)):
        other = letters[index]
        if other.left >= letter.right:
            break
        if other.bottom < letter.top and other.top > letter.bottom:
            yield other


def _letters(page: pypdfium2.PdfPage, text: str) -> list[Letter]:
    """Every letter of the page that can be seen, from left to right."""
    boxes = page.get_textpage()
    letters = []
    for place, letter in enumerate(text):
        if not letter.isspace():
            left, bottom, right, top = boxes.get_charbox(place)
            letters.append(Letter(left, bottom, right, top, place))
    return sorted(letters)


def _touch(one: Letter, other: Letter) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    along = min(one.top, other.top) - max(one.bottom, other.bottom)
    narrow = min(one.right - one.left, other.right - other.left)
    low = min(one.top - one.bottom, other.top - other.bottom)
    return across > max(TOUCH * narrow, TOUCH) and along > max(TOUCH * low, TOUCH)


def _word(text: str, place: int) -> str:
    """The word around a letter."""
    start = max(text.rfind(white, 0, place) for white in " \r\n") + 1
    return re.split(r"\s", text[start:], maxsplit=1)[0]


def _sheets(site: Site, catalog: Catalog) -> Iterator[Pdf]:
    return (pdf for pdf in catalog.made(Pdf) if pdf.path in site.files)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", composed(text))


SHEET_RULES = (
    every_sheet_is_there,
    every_sheet_holds_its_lines,
    every_sheet_says_its_language_and_title,
    every_letter_has_its_place,
)
