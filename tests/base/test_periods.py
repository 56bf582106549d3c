"""Reporting periods: spelling, names, order and neighbours."""

from __future__ import annotations

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import KINDS, Period, period_name, read_period


@pytest.mark.parametrize(
    "text", ["2023-Q1", "2023-6M", "2023-9M", "2023-Q3", "2023-Y", "2023-q2", "2025-m7", "2025-M12"]
)
def test_periods_are_read_and_spelled_back(text: str) -> None:
    assert str(read_period(text)) == text.upper()


@pytest.mark.parametrize(
    "text", ["", "2023", "2023-Q5", "23-Q1", "2023-13M", "0001-Y", "２０２３-Q1", "2023-M13", "2023-M07"]
)
def test_a_period_that_does_not_exist_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UserFault, match="2023-Q1"):
        read_period(text)


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2023-Q1", "Quý I/2023"), ("2023-Q4", "Quý IV/2023"), ("2025-6M", "6 tháng đầu năm 2025"),
        ("2025-9M", "9 tháng đầu năm 2025"), ("2025-Y", "Năm 2025"), ("2025-M7", "Tháng 7/2025"),
    ],
)  # fmt: skip
def test_a_period_is_called_as_a_clerk_calls_it(period: str, name: str) -> None:
    assert period_name(read_period(period)) == name


def test_a_year_meets_the_ends_of_its_periods_in_their_order() -> None:
    ends = [Period(2025, kind).last_month for kind in KINDS]

    assert ends == sorted(ends)
    assert len(KINDS) == len(set(KINDS)) == 19


@pytest.mark.parametrize(
    ("period", "months"),
    [("2025-Q3", (7, 9)), ("2025-6M", (1, 6)), ("2025-Y", (1, 12)), ("2025-M8", (8, 8)), ("2025-9M", (1, 9))],
)
def test_a_period_knows_its_months(period: str, months: tuple[int, int]) -> None:
    read = read_period(period)

    assert (read.first_month, read.last_month) == months


def test_quarters_and_months_follow_each_other_into_the_next_year() -> None:
    quarter, month = Period(2023, "Q1"), Period(2023, "M11")

    assert [str(quarter := quarter.next()) for _ in range(4)] == ["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1"]
    assert [str(month := month.next()) for _ in range(2)] == ["2023-M12", "2024-M1"]
