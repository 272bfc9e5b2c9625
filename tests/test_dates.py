from datetime import date

from build_tools.dates import months_on


def test_months_end_where_the_month_ends():
    assert months_on(date(2026, 8, 31), 6) == date(2027, 2, 28)
