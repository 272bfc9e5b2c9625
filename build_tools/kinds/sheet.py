"""What every printed sheet carries: its language, its version, its reviews."""

from __future__ import annotations

from datetime import date
from typing import Any

from build_tools.dates import long_date, months_on
from build_tools.kinds.guide.entry import Guide
from build_tools.model import Catalog


def footer(reviewed: date, catalog: Catalog) -> dict[str, Any]:
    """The data that the shared Typst page needs of any sheet, for one last reviewed on that day."""
    (guide,) = catalog.all(Guide)
    return {
        "lang": "en",
        "region": "gb",
        "date": [reviewed.year, reviewed.month, reviewed.day],
        "version": guide.version,
        "reviewed": long_date(reviewed),
        "due": long_date(months_on(reviewed, guide.review.months)),
        "statement": guide.review.statement,
    }
