"""Dates as an office types and prints them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.base.dates import long_date, read_date, short_date


@pytest.mark.parametrize(
    "text", ["15/3/2023", "15/03/2023", " 15-3-2023", "15.3.2023", "ngày 15 tháng 3 năm 2023"]
)
def test_dates_are_read_in_the_ways_they_are_typed(text: str) -> None:
    assert read_date(text) == date(2023, 3, 15)


@pytest.mark.parametrize("text", ["", "31/2/2023", "15/3", "15/3/23", "mai", "2023-03-15"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_days_below_ten_and_the_first_two_months_take_a_zero() -> None:
    assert long_date(date(2020, 1, 5)) == "ngày 05 tháng 01 năm 2020"
    assert long_date(date(2019, 6, 29)) == "ngày 29 tháng 6 năm 2019"
    assert short_date(date(2023, 2, 7)) == "07/02/2023"
