"""Reporting periods: spelling, neighbours, cut-off dates."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period, read_period


@pytest.mark.parametrize("text", ["2023-Q1", "2023-6M", "2023-9M", "2023-Q3", "2023-Y", "2023-q2"])
def test_periods_are_read_and_spelled_back(text: str) -> None:
    assert str(read_period(text)) == text.upper()


@pytest.mark.parametrize("text", ["", "2023", "2023-Q5", "23-Q1", "2023-13M", "0001-Y", "２０２３-Q1"])
def test_a_period_that_does_not_exist_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UserFault, match="2023-Q1"):
        read_period(text)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2023-Q1", "2022-Y"), ("2023-6M", "2023-Q1"), ("2023-Q3", "2023-6M"),
        ("2023-9M", "2023-6M"), ("2023-Y", "2023-9M"), ("2023-Q2", "2023-Q1"),
        ("2023-Q4", "2023-Q3"),
    ],
)  # fmt: skip
def test_each_period_knows_the_one_before(period: str, before: str) -> None:
    assert str(read_period(period).previous()) == before


def test_quarters_follow_each_other_into_the_next_year() -> None:
    period = Period(2023, "Q1")

    following = [str(period := period.next()) for _ in range(4)]

    assert following == ["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1"]


def test_the_same_period_last_year() -> None:
    assert str(read_period("2023-6M").last_year()) == "2022-6M"


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023-Q1", date(2022, 12, 15), date(2023, 3, 14)),
        ("2023-Q2", date(2023, 3, 15), date(2023, 6, 14)),
        ("2023-6M", date(2022, 12, 15), date(2023, 6, 14)),
        ("2023-9M", date(2022, 12, 15), date(2023, 9, 14)),
        ("2023-Y", date(2022, 12, 15), date(2023, 12, 14)),
    ],
)
def test_figures_run_from_day_15_to_day_14(period: str, first: date, last: date) -> None:
    assert read_period(period).cut_off() == (first, last)
