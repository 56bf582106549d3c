"""Dates as an office types and prints them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.base.dates import day_and_month, days_of_month, read_date, short_date


@pytest.mark.parametrize(
    "text", ["15/3/2023", "15/03/2023", " 15-3-2023", "15.3.2023", "ngày 15 tháng 3 năm 2023"]
)
def test_dates_are_read_in_the_ways_they_are_typed(text: str) -> None:
    assert read_date(text) == date(2023, 3, 15)


@pytest.mark.parametrize("text", ["", "31/2/2023", "15/3", "15/3/23", "mai", "2023-03-15"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_days_below_ten_and_the_first_two_months_take_a_zero() -> None:
    assert day_and_month(date(2020, 1, 5)) == ("05", "01")
    assert day_and_month(date(2019, 6, 29)) == ("29", "6")
    assert short_date(date(2023, 2, 7)) == "07/02/2023"


@pytest.mark.parametrize(
    ("text", "days"),
    [("31/9/2024", 30), ("30/2/2023", 28), ("ngày 31 tháng 4 năm 2024", 30), ("1/13/2024", None),
     ("mai", None), ("", None), ("30/9/2024", None), ("1/1/0000", None)],
)  # fmt: skip
def test_a_day_that_its_month_has_not_is_told_by_the_days_of_the_month(text: str, days: int | None) -> None:
    assert days_of_month(text) == days
