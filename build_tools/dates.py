"""How a day is written out, and the day some months later."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta


def long_date(day: date) -> str:
    """6 August 2026"""
    return f"{day.day} {day:%B %Y}"


def months_on(day: date, months: int) -> date:
    """The day so many months later."""
    return day + relativedelta(months=months)
