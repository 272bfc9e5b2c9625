from datetime import date

from build_tools.dates import long_date, months_on


def test_a_date_is_written_out():
    assert long_date(date(2026, 8, 6)) == "6 August 2026"


def test_months_end_where_the_month_ends():
    assert months_on(date(2026, 8, 31), 6) == date(2027, 2, 28)
