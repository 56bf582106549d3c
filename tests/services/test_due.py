"""What is owed on a day, in how many days, and the province's own day, over the forms that ship."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.base.periods import read_period
from desktop_app.services.services import Services
from tests.support.library import services_in

TODAY = date(2026, 11, 25)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("today", "period", "day"),
    [
        (TODAY, "2026-Y", date(2026, 12, 20)),
        (date(2026, 12, 20), "2026-Y", date(2026, 12, 20)),
        (date(2026, 12, 21), "2027-Q1", date(2027, 3, 20)),
        (date(2025, 7, 2), "2025-Q3", date(2025, 9, 20)),
        (date(2026, 3, 21), "2026-6M", date(2026, 6, 20)),
    ],
)
def test_the_report_that_is_due_next_is_proposed(services: Services, today, period: str, day: date) -> None:
    due = services.due.next(today)

    assert due and (str(due.period), due.day) == (period, day)
    assert str(services.due.proposed(today)) == period


def test_the_days_left_are_counted_and_the_report_is_found(services: Services) -> None:
    (before,) = services.due.owed(TODAY, services.library.summaries())
    made = services.library.create("2026-Y")
    (after,) = services.due.owed(TODAY, services.library.summaries())

    assert (before.days, before.report_id) == (25, "")
    assert (after.days, after.report_id) == (25, made)


def test_a_late_report_is_named_first_unless_it_is_there(services: Services) -> None:
    services.library.create("2026-6M")
    late, coming = services.due.owed(date(2026, 9, 25), services.library.summaries())
    services.library.create("2026-Q3")
    alone = services.due.owed(date(2026, 9, 25), services.library.summaries())

    assert (str(late.due.period), late.days) == ("2026-Q3", -5)
    assert [str(report.due.period) for report in alone] == [str(coming.due.period)] == ["2026-Y"]


def test_whoever_begins_here_is_not_told_of_the_past(services: Services) -> None:
    assert [str(report.due.period) for report in services.due.owed(date(2026, 9, 25), [])] == ["2026-Y"]


def test_the_provinces_day_is_kept_and_moves_every_report(tmp_path: Path) -> None:
    with services_in(tmp_path / "data") as services:
        services.due.set_own_day(17)
        due = services.due.next(TODAY)
        made = services.library.create("2026-Y")
        own = services.library.open(made).filled.text("header.deadline")
    with services_in(tmp_path / "data") as later:
        kept = later.due.own_day

    assert due and due.day == date(2026, 12, 17)
    assert (own, kept) == ("17/12/2026", 17)


def test_a_spoilt_day_is_none(services: Services) -> None:
    services.preferences.keep("due.day", "99")

    assert services.due.own_day == 0


@pytest.mark.parametrize(
    ("period", "after"),
    [("2025-6M", "2025-Q3"), ("2023-Q1", "2023-Q2"), ("2026-Q1", "2026-6M"), ("2025-Q2", "2025-Q3")],
)
def test_the_period_after_is_asked_of_the_form_then_in_force(
    services: Services, period: str, after: str
) -> None:
    assert str(services.due.after(read_period(period))) == after


def test_the_older_form_can_still_be_chosen_for_a_later_period(services: Services) -> None:
    newest = services.library.create("2026-Q1")
    older = services.library.create("2026-Q1", "cchc-2022")

    assert services.library.summary(newest).edition_id == "cchc-2025"
    assert services.library.summary(older).edition_id == "cchc-2022"
