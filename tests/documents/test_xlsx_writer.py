"""The workbook of the appendices, opened again: every row, numbers as numbers, text never a formula."""

from __future__ import annotations

import io

import openpyxl
from openpyxl.workbook import Workbook

from desktop_app.composing.sheets import compose_sheets
from desktop_app.documents.xlsx_writer import write_xlsx
from tests.support.real import real_plan, sample_session


def workbook(name: str = "2023-q1", **changed: str) -> Workbook:
    return openpyxl.load_workbook(
        io.BytesIO(write_xlsx(compose_sheets(sample_session(name, **changed).filled), "x"))
    )


def cell(book: Workbook, key: str):
    """The figure cell of a key."""
    appendix = real_plan().appendix_of[key]
    row = [r.key for r in appendix.indicators].index(key) + 3
    return book[f"PL{appendix.head.number}"].cell(row, 4)


def test_every_row_is_there_with_number_label_and_unit() -> None:
    book = workbook()
    for appendix in real_plan().edition.appendices:
        sheet = book[f"PL{appendix.head.number}"]
        written = [(r[0].value or "", r[1].value.split(" (")[0]) for r in sheet.iter_rows(min_row=3)]
        assert written == [(row.number, row.label.split(" (")[0]) for row in appendix.indicators]


def test_figures_are_numbers_with_their_formats() -> None:
    book = workbook()

    assert (cell(book, "pl1.7.2").value, cell(book, "pl1.7.2").number_format) == (82, "#,##0")
    assert (cell(book, "pl4.II.5").value, cell(book, "pl4.II.5").number_format) == (0.1, "0.##%")
    assert cell(book, "pl1.3.1").value == "9 phòng ban, đơn vị"


def test_totals_are_live_and_overruled_rates_are_what_was_typed() -> None:
    book = workbook()

    assert cell(book, "pl1.7.1").value == '=IF(COUNT(D25,D26,D27)=0,"",SUM(D25,D26,D27))'
    assert cell(book, "pl1.2").value == 1
    assert cell(workbook(pl1__2=""), "pl1.2").value.endswith('IF(D5=0,"-",D6/D5))')


def test_labels_are_locked_and_figures_open() -> None:
    book = workbook()
    sheet = book["PL1"]

    assert sheet.protection.sheet
    assert sheet["B5"].protection.locked
    assert not cell(book, "pl1.7.2").protection.locked


def test_typed_text_never_becomes_a_formula() -> None:
    book = workbook(pl1__7__2="=1+1", note__pl1__7__2='=HYPERLINK("x")', pl1__6__6="@SUM(A1)")

    assert cell(book, "pl1.7.2").data_type == "s"
    assert cell(book, "pl1.7.2").value == "=1+1"
    assert cell(book, "pl1.7.2").offset(0, 1).data_type == "s"
    assert cell(book, "pl1.6.6").data_type == "s"


def test_the_same_report_gives_the_same_bytes() -> None:
    sheets = compose_sheets(sample_session().filled)

    assert write_xlsx(sheets, "x") == write_xlsx(sheets, "x")
