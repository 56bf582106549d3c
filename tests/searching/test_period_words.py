"""Names of other periods in a report, on both forms: the sure ones, and those that may well be right."""

from __future__ import annotations

import pytest

from desktop_app.base.periods import read_period
from desktop_app.searching.hits import search
from desktop_app.searching.period_words import (
    CITED,
    COMPARED,
    COVERED,
    DATED,
    PLANNED,
    other_periods,
    own_periods,
)
from tests.support.real import sample_session

SAMPLE_OF = {"2022": "2023-q1", "2025": "2025-y"}


def found(edition: str, period: str, text: str) -> dict[str, str]:
    """The words found -> the doubt."""
    form = sample_session(SAMPLE_OF[edition]).filled.plan.edition
    own = own_periods(form, read_period(period))
    return {text[start:end]: doubt for start, end, doubt in other_periods(own, read_period(period))(text)}


@pytest.mark.parametrize(
    ("edition", "period", "own"),
    [
        ("2022", "2024-Q3", "Quý III/2024; quý III năm 2024; Quý 3; quý IV năm 2024; năm 2024; QUÝ III"),
        ("2022", "2023-Q4", "Quý IV; năm 2023; Quý I năm 2024; năm 2024"),
        ("2022", "2023-6M", "6 tháng đầu năm 2023; sáu tháng đầu năm; 06 tháng cuối năm 2023"),
        (
            "2025",
            "2026-Q1",
            "quý I năm 2026, quý II năm 2026; ngày 14/3/2026; ngày 14 tháng 3 năm 2026; tháng 3",
        ),
        ("2025", "2025-Y", "năm 2025; năm 2026; số 12/2025/QĐ-UBND"),
        ("2025", "2025-M12", "tháng 12 năm 2025; tháng 1 năm 2026; tháng 12/2025"),
        ("2025", "2025-9M", "9 tháng đầu năm 2025; quý IV năm 2025; chín tháng đầu năm"),
    ],
)
def test_the_reports_own_period_and_the_one_to_come_are_no_finding(
    edition: str, period: str, own: str
) -> None:
    assert found(edition, period, own) == {}


@pytest.mark.parametrize(
    ("edition", "period", "text", "words"),
    [
        ("2022", "2024-Q3", "Trong Quý I, UBND tỉnh đã ban hành", "Quý I"),
        ("2022", "2024-Q3", "kết quả quý II/2024 đạt", "quý II/2024"),
        ("2022", "2024-Q3", "Quý III năm 2023 đã", "Quý III năm 2023"),
        ("2022", "2024-Q3", "trong 6 tháng đầu năm 2024,", "6 tháng đầu năm 2024"),
        ("2022", "2024-Q3", "Kết quả năm 2023:", "năm 2023"),
        ("2022", "2024-Q3", "quí 2 này", "quí 2"),
        ("2025", "2025-Y", "9 tháng đầu năm, tỉnh đã", "9 tháng đầu năm"),
        ("2025", "2026-Q1", "báo cáo quý II năm 2025", "quý II năm 2025"),
        ("2025", "2025-M7", "Trong tháng 6, Sở", "tháng 6"),
        ("2025", "2025-6M", "trong 3 tháng đầu năm", "3 tháng đầu năm"),
    ],
)
def test_another_period_is_found(edition: str, period: str, text: str, words: str) -> None:
    assert found(edition, period, text) == {words: ""}


@pytest.mark.parametrize(
    ("text", "words", "doubt"),
    [
        ("tăng 5% so với Quý II năm 2024", "Quý II năm 2024", COMPARED),
        ("so với cùng kỳ năm 2023", "năm 2023", COMPARED),
        ("chuyển từ quý II", "quý II", COMPARED),
        ("Quyết định số 25/2021/QĐ-UBND", "25/2021/QĐ-UBND", CITED),
        ("Kế hoạch số 12/KH-UBND ngày 15/3/2022", "ngày 15/3/2022", CITED),
        ("Chỉ số cải cách hành chính năm 2023", "năm 2023", CITED),
        ("Luật Đất đai năm 2013", "năm 2013", CITED),
        ("họp ngày 15/3/2022", "ngày 15/3/2022", DATED),
        ("họp ngày 15 tháng 3 năm 2022", "ngày 15 tháng 3 năm 2022", DATED),
        ("hoàn thành năm 2030", "năm 2030", PLANNED),
        ("hoàn thành vào quý I năm 2025", "quý I năm 2025", PLANNED),
        ("từ tháng 12/2023", "tháng 12/2023", COMPARED),
        ("Tháng 12/2023 có", "Tháng 12/2023", COVERED),
    ],
)
def test_what_may_be_right_is_found_with_the_reason_to_doubt(text: str, words: str, doubt: str) -> None:
    assert found("2022", "2024-Q3", text) == {words: doubt}


def test_a_comparison_in_the_sentence_before_excuses_nothing() -> None:
    assert found("2022", "2024-Q3", "Tăng so với trước. Trong Quý I đã làm") == {"Quý I": ""}


def test_words_that_only_look_like_a_period_are_left_alone() -> None:
    text = "quý IV; quý khách; quý vị; năm 20245; năm học; 12 tháng; tháng 13; 1.2024; 99/2023; hòm thư năm"
    assert found("2022", "2024-Q3", text) == {}


@pytest.mark.parametrize(
    ("name", "sure"), [("2025-q3", ["quý II năm 2025"]), ("2025-y", []), ("2026-q1", [])]
)
def test_the_samples_hold_what_was_planted_in_them_and_nothing_else(name: str, sure: list[str]) -> None:
    filled = sample_session(name).filled
    look = other_periods(own_periods(filled.plan.edition, filled.report.period), filled.report.period)
    found_ones = [hit for some in search(filled, look) for hit in some if not hit.doubt]

    assert [filled.prose(hit.key)[hit.paragraph].text[hit.start : hit.end] for hit in found_ones] == sure
