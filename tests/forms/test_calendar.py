"""Cut-off dates, days of sending and the next period, as the editions that ship say."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from desktop_app.base.periods import read_period
from desktop_app.checking.inspection import inspect
from desktop_app.forms.calendar import cut_off, due_day, dues, following, wording_of
from desktop_app.forms.heads import PeriodWording
from tests.support.real import FORMS


@cache
def periods(year: str) -> tuple[PeriodWording, ...]:
    edition = inspect(FORMS / "cchc" / year).edition
    assert edition
    return edition.periods


@pytest.mark.parametrize("form", ["2022", "2025"])
@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026-Q1", date(2025, 12, 15), date(2026, 3, 14)),
        ("2026-Q2", date(2026, 3, 15), date(2026, 6, 14)),
        ("2026-6M", date(2025, 12, 15), date(2026, 6, 14)),
        ("2026-Q3", date(2026, 6, 15), date(2026, 9, 14)),
        ("2026-9M", date(2025, 12, 15), date(2026, 9, 14)),
        ("2026-Q4", date(2026, 9, 15), date(2026, 12, 14)),
        ("2026-Y", date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_figures_run_from_day_15_to_day_14(form: str, period: str, first: date, last: date) -> None:
    read = read_period(period)
    wording = wording_of(periods(form), read)

    assert wording and cut_off(wording, read) == (first, last)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026-M1", date(2025, 12, 15), date(2026, 1, 14)),
        ("2026-M8", date(2026, 7, 15), date(2026, 8, 14)),
    ],
)
def test_a_month_runs_from_day_15_of_the_one_before(period: str, first: date, last: date) -> None:
    read = read_period(period)
    wording = wording_of(periods("2025"), read)

    assert wording and cut_off(wording, read) == (first, last)


def test_four_reports_a_year_are_owed_each_by_day_20_or_the_provinces_own() -> None:
    by_form = [(str(due.period), due.day) for due in dues(periods("2025"), 2026)]
    by_province = [due.day for due in dues(periods("2025"), 2026, 17)]

    assert by_form == [
        ("2026-Q1", date(2026, 3, 20)), ("2026-6M", date(2026, 6, 20)),
        ("2026-Q3", date(2026, 9, 20)), ("2026-Y", date(2026, 12, 20)),
    ]  # fmt: skip
    assert by_province == [date(2026, month, 17) for month in (3, 6, 9, 12)]


def test_a_day_that_the_month_lacks_is_its_last() -> None:
    wording = wording_of(periods("2025"), read_period("2026-6M"))

    assert wording and due_day(wording, read_period("2026-6M"), 31) == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("form", "period", "after"),
    [
        ("2025", "2026-Q1", "2026-6M"), ("2025", "2026-6M", "2026-Q3"), ("2025", "2026-Q3", "2026-Y"),
        ("2025", "2026-Y", "2027-Q1"), ("2025", "2026-Q2", "2026-Q3"), ("2025", "2026-M12", "2027-M1"),
        ("2022", "2023-Q1", "2023-Q2"), ("2022", "2023-Q4", "2024-Q1"),
    ],
)  # fmt: skip
def test_the_next_period_is_the_next_that_is_owed(form: str, period: str, after: str) -> None:
    assert str(following(periods(form), read_period(period))) == after
