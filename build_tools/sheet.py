"""What every printed sheet carries: its language, its version, its reviews; and how a day is written."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from build_tools.model import Catalog


def footer(reviewed: date, catalog: Catalog) -> dict[str, Any]:
    """The data that the shared Typst page needs of any sheet, for one last reviewed on that day."""
    (site,) = catalog.of_kind("site")
    return {
        "lang": "en",
        "region": "gb",
        "date": [reviewed.year, reviewed.month, reviewed.day],
        "version": site.version,
        "reviewed": long_date(reviewed),
        "due": long_date(months_on(reviewed, site.review.months)),
        "statement": site.review.statement,
    }


def long_date(day: date) -> str:
    """6 August 2026"""
    return f"{day.day} {day:%B %Y}"


def months_on(day: date, months: int) -> date:
    """The day so many months later."""
    return day + relativedelta(months=months)
