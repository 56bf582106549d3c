"""Figures beside earlier ones: differences, per cents, and which jump; quiet on small counts and zeros."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.reports.trend import Past, change, compared, jumps, points
from desktop_app.services.trends import before_of, past_of
from tests.support.library import services_in
from tests.support.real import real_plan, sample_session

COUNT, RATE = "bm1.4.1", "bm3.3.1"


def row(key: str):
    return real_plan("2025").indicators[key]


@pytest.mark.parametrize(
    ("key", "now", "then", "difference", "percent"),
    [
        (COUNT, "186", "150", "+36", "+24%"),
        (COUNT, "150", "186", "-36", "-19,4%"),
        (COUNT, "5", "5", "0", "0%"),
        (COUNT, "5", "0", "+5", ""),
        (COUNT, "5", "", "", ""),
        (COUNT, "năm", "5", "", ""),
        (COUNT, "", "5", "", ""),
        (RATE, "99,10", "98,50", "+0,6", ""),
        (COUNT, "1.023", "1.000", "+23", "+2,3%"),
    ],
)
def test_a_change_is_a_difference_and_a_per_cent(
    key: str, now: str, then: str, difference: str, percent: str
) -> None:
    found = change(row(key), now, then)

    assert (found.shown, found.difference, found.percent) == (then, difference, percent)


@pytest.mark.parametrize(
    ("key", "now", "earlier", "jump"),
    [
        (COUNT, "1860", (186, 180, 190, 185), True),
        (COUNT, "18", (186, 180, 190, 185), True),
        (COUNT, "200", (186, 180, 190, 185), False),
        (COUNT, "300", (100, 400, 50, 350), False),
        (COUNT, "600", (150,), True),
        (COUNT, "200", (150,), False),
        (COUNT, "9", (1,), False),
        (COUNT, "12", (3, 4, 2, 5), False),
        (COUNT, "40", (0, 0, 0, 12), False),
        (COUNT, "0", (0, 0), False),
        (COUNT, "50", (), False),
        (COUNT, "", (150,), False),
        (RATE, "60", (99,), True),
        (RATE, "98", (99,), False),
    ],
)
def test_what_jumps(key: str, now: str, earlier: tuple[int, ...], jump: bool) -> None:
    assert jumps(row(key), now, [Decimal(one) for one in earlier]) is jump


def test_the_reports_of_the_agency_are_found_through_both_forms(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        library = services.library

        def made(period: str, edition: str, agency: str, **texts: str) -> str:
            report = library.create(period, edition)
            rows = {key.replace("__", "."): text for key, text in texts.items()}
            library.open(report).edit_many("Gõ", {"header.agency": agency} | rows)
            return report

        made("2025-Q1", "cchc-2022", "Sở A", pl1__8__1="100")
        made("2025-Q3", "cchc-2025", "Sở A", bm1__4__1="110")
        made("2025-Y", "cchc-2025", "Sở B", bm1__4__1="999")
        today = made("2026-Q1", "cchc-2025", "Sở A", bm1__4__1="120")
        made("2026-Q3", "cchc-2025", "Sở A", bm1__4__1="130")
        filled = library.read(today)
        past = past_of(library, filled)
        found = {one.key: one for one in compared(filled, before_of(library, filled), past)}

    assert [str(one.period) for one in past] == ["2025-Q1", "2025-Q3"]
    assert found[COUNT].last_year == ("100", "+20", "+20%")
    assert found[COUNT].before == ("", "", "")
    assert [(str(period), int(number)) for period, number in points(filled, past, COUNT)] == [
        ("2025-Q1", 100), ("2025-Q3", 110), ("2026-Q1", 120),
    ]  # fmt: skip


def test_a_report_without_a_past_has_nothing_to_compare_with(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        filled = services.library.read(services.library.create("2026-Q1"))

        assert compared(filled, None, []) == [] and past_of(services.library, filled) == []


def test_what_an_earlier_report_says_in_words_is_no_number() -> None:
    filled = sample_session("2026-q1").filled
    past = [Past(filled.report.period._replace(year=2025), {COUNT: "9 phòng ban"})]

    assert [period.year for period, _ in points(filled, past, COUNT)] == [2026]
