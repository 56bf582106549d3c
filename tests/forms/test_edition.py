"""The edition that ships holds the whole form: every row, heading, kind of agency and check."""

from __future__ import annotations

import re

import pytest

from desktop_app.base.periods import read_period
from desktop_app.forms.model import Indicator
from desktop_app.forms.values import is_numeric
from desktop_app.forms.wording import period_words
from tests.support.real import DATA, REFERENCE, real_plan

ROWS = {1: 36, 2: 17, 3: 25, 4: 21, 5: 29, 6: 13, 7: 36}
"""Rows with a key of their own; appendix 7 prints three further lines of choices."""

PROSE = [
    "opening",
    "I.1",
    "I.2",
    "I.3",
    "II.1.a",
    "II.1.b",
    "II.1.c",
    "II.2",
    "II.3.a",
    "II.3.b",
    "II.3.c",
    "II.3.d",
    "II.4.a",
    "II.4.b",
    "II.4.c",
    "II.4.d",
    "II.4.đ",
    "II.4.g",
    "II.4.h",
    "II.4.i",
    "II.4.k",
    "II.5.a",
    "II.5.b",
    "II.6",
    "III.1",
    "III.2",
    "IV.1",
    "IV.2",
    "IV.3",
    "IV.4",
    "IV.5",
    "IV.6",
    "IV.7",
    "closing",
]

MENDED = (
    ("Thông kê", "Thống kê"),
    ("hợp trực tuyến", "họp trực tuyến"),
    ("Thực tuyến", "Trực tuyến"),
    ("được được", "được"),
)


def test_every_appendix_has_all_its_rows() -> None:
    appendices = real_plan().edition.appendices

    assert {a.head.number: len(a.indicators) for a in appendices} == ROWS


def test_the_printed_form_has_180_rows() -> None:
    further = sum(max(0, len(row.choices) - 1) for row in _rows() if row.key in ("pl7.1", "pl7.2"))

    assert sum(ROWS.values()) + further == 180


def test_the_places_for_prose_stand_in_the_order_of_print() -> None:
    assert [s.key for s in real_plan().edition.sections if s.prose] == PROSE


@pytest.mark.parametrize(
    ("period", "subject"),
    [
        ("2023-Q1", "Quý I, phương hướng nhiệm vụ Quý II năm 2023"),
        ("2023-6M", "6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2023"),
        ("2023-9M", "9 tháng đầu năm, phương hướng nhiệm vụ Quý IV năm 2023"),
        ("2023-Q4", "Quý IV năm 2023, phương hướng nhiệm vụ Quý I năm 2024"),
        ("2023-Y", "năm 2023, phương hướng nhiệm vụ năm 2024"),
    ],
)
def test_the_subject_names_both_periods(period: str, subject: str) -> None:
    words = period_words(real_plan().edition, read_period(period))

    assert words["subject"] == f"Kết quả thực hiện cải cách hành chính {subject}"


def test_every_kind_of_agency_is_known() -> None:
    kinds = [kind.key for kind in real_plan().edition.agency_kinds]

    assert kinds == ["department", "home_affairs", "provincial_office", "district"]


@pytest.mark.parametrize(
    ("key", "reports", "does_not"),
    [
        ("pl1.5.1", "home_affairs", "department"),
        ("pl1.8.1", "provincial_office", "home_affairs"),
        ("pl1.9", "district", "provincial_office"),
        ("pl1.10.2", "district", "department"),
    ],
)
def test_the_printed_note_decides_who_reports_a_row(key: str, reports: str, does_not: str) -> None:
    plan = real_plan()

    assert not plan.out_of_scope(key, reports)
    assert plan.out_of_scope(key, does_not)


def test_rows_with_a_percent_unit_hold_percents() -> None:
    for row in _rows():
        assert (row.unit == "%") <= (row.kind == "percent"), row.key


def test_rows_that_can_be_computed_are_figures() -> None:
    for row in _rows():
        assert not row.formula or is_numeric(row.kind), row.key


def test_every_row_of_the_official_form_is_in_the_edition() -> None:
    known = {(row.number, _words(_printed(row)), _words(row.unit)) for row in _rows()}
    missing = [row for row in _official_rows() if row not in known]

    assert missing == []


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference report is not beside us")
def test_the_official_rows_are_those_of_a_real_report() -> None:
    assert _official_rows() == _reference_rows()


def _official_rows() -> list[tuple[str, str, str]]:
    """Number, label and unit of the rows that the form prints on one line."""
    lines = (DATA / "form-2022-rows.tsv").read_text("utf-8").splitlines()
    rows = [(number, label, unit) for number, label, unit in (line.split("\t") for line in lines)]
    assert len(rows) > 165
    return rows


def _rows() -> tuple[Indicator, ...]:
    return real_plan().edition.indicators


def _printed(row: Indicator) -> str:
    return f"{row.label} ({row.remark})" if row.remark else row.label


def _words(text: str) -> str:
    for wrong, right in MENDED:
        text = text.replace(wrong, right)
    return " ".join(re.sub(r"</?i>", "", text).split())


def _reference_rows() -> list[tuple[str, str, str]]:
    """Number, label and unit of the reference's table rows, as far as they stand on one line."""
    text = REFERENCE.read_text("utf-8")
    lines = text[text.index("Phụ lục 1**") :].splitlines()
    rows: list[tuple[str, str, str]] = []
    appendix = 0
    for line in lines:
        appendix += line.startswith("Phụ lục ")
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 4 or not re.match(r"[\dIVX.]+\Z", cells[0]):
            continue
        label, unit = (cells[1], cells[3]) if appendix == 2 else (cells[1], cells[2])
        unit = "" if "= 0" in unit else unit.replace("100%", "%")
        rows.append((cells[0], _words(label), _words(unit)))
    assert len(rows) > 165
    return rows
