"""What every printed sheet carries: its language, its site, its version, its reviews."""

from __future__ import annotations

from datetime import date
from typing import Any

from build_tools.content.markup import plain
from build_tools.kinds.guide.entry import Guide
from build_tools.made import Unprinted
from build_tools.model import Catalog
from build_tools.words import fill, long_date, words_of


def footer(reviewed: date, catalog: Catalog) -> dict[str, Any]:
    """The data that the shared Typst page needs of any sheet, for one last reviewed on that day."""
    (guide,) = catalog.all(Guide)
    words = words_of(catalog)
    due = guide.review.due(reviewed)
    return {
        "lang": Unprinted(words.lang),
        "region": Unprinted(words.region),
        "date": [reviewed.year, reviewed.month, reviewed.day],
        "site": guide.title,
        "version": fill(words.sheet.version, version=guide.version),
        "reviewed": fill(words.page.reviewed, date=long_date(reviewed, words)),
        "due": fill(words.page.due, date=long_date(due, words)),
        "qr_words": Unprinted(words.sheet.qr),
        "statement": plain(guide.review.statement),
    }


def in_danger(catalog: Catalog) -> str:
    """The line with the emergency numbers, for a sheet that has no block of them; or nothing."""
    (guide,) = catalog.all(Guide)
    numbers = (f"{each.number} {each.country}" for each in guide.numbers)
    shown = ", ".join(number.replace(" ", "\u00a0") for number in numbers)
    return fill(words_of(catalog).page.in_danger, numbers=shown) if shown else ""
