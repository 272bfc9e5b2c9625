"""The day some months later."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta


def months_on(day: date, months: int) -> date:
    """The day so many months later."""
    return day + relativedelta(months=months)
