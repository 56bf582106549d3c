"""Forms of other shapes back from Word and Excel: every cell and line under its key, edits found."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from desktop_app.checking.plan import Plan
from desktop_app.reports.filled_report import FilledReport
from desktop_app.services import press
from desktop_app.services.file_comparison import compare_with_file
from desktop_app.services.word_files import Wanted, read_word_content, read_workbook_content
from desktop_app.word_import.pieces import draft_of_reading
from tests.support.shaped import full_report, report_on

SHAPES = ("datasheet", "wide", "lists", "minimal", "twelve")
"""The last has twelve tables of the same labels, which only numbers and titles tell apart."""


class OnePlan:
    """The plan of one form alone."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def plan(self, edition_id: str) -> Plan:
        return self._plan

    def edition_for(self, period: object, edition_id: str = "") -> str:
        return edition_id


def read_back(filled: FilledReport, kind: str) -> dict[str, str]:
    """What the report's own file brings, by key."""
    plans, wanted = OnePlan(filled.plan), Wanted(filled.report.period_text, filled.report.edition_id)
    if kind == "xlsx":
        reading = read_workbook_content(press.xlsx(filled), "a.xlsx", plans, wanted)
    else:
        reading = read_word_content(press.docx(press.compose(filled)), "a.docx", plans, wanted)
    assert not [piece.words for piece in reading.pieces if piece.fate == "left"]
    return draft_of_reading(filled.plan, reading).stored()


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_cell_and_line_comes_back(shape: str, kind: str) -> None:
    filled = full_report(shape)
    plan = filled.plan
    brought = read_back(filled, kind)
    kinds = {key: row.kind for key, row in plan.indicators.items() if filled.shown(key)}
    shown = {key: filled.shown(key) for key, kind in kinds.items() if kind not in ("heading", "percent")}
    percents = {key for key, kind in kinds.items() if kind == "percent"}
    notes = {k: t for k, t in filled.texts().items() if k.startswith("note.")}

    assert {k: brought.get(k) for k in shown} == shown
    assert {k: brought.get(k) for k in notes} == notes
    assert {brought[key].removesuffix("%") for key in percents} <= {"97,5"}


@pytest.mark.parametrize("shape", ["lists", "wide"])
def test_an_empty_report_brings_nothing(shape: str) -> None:
    filled = report_on(shape)
    keys = filled.plan.indicators
    assert not {key for key in read_back(filled, "xlsx") if key in keys}
    assert not {key for key in read_back(filled, "docx") if key in keys}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("shape", SHAPES)
def test_an_untouched_file_differs_in_nothing(shape: str, kind: str, tmp_path: Path) -> None:
    filled = full_report(shape)
    file = tmp_path / f"a.{kind}"
    file.write_bytes(press.xlsx(filled) if kind == "xlsx" else press.docx(press.compose(filled)))

    assert compare_with_file(file, filled, OnePlan(filled.plan)).comparison.differences == []


def test_cells_and_lines_that_were_edited_in_the_workbook_are_found(tmp_path: Path) -> None:
    lists = full_report("lists")
    book = openpyxl.load_workbook(io.BytesIO(press.xlsx(lists)))
    book["DM1"].cell(4, 2).value = "99/QĐ-UBND"
    book["DM1"].cell(15, 4).value = "Văn bản thêm trong Excel"
    book.save(tmp_path / "a.xlsx")
    found = compare_with_file(tmp_path / "a.xlsx", lists, OnePlan(lists.plan)).comparison.differences
    assert [(one.key, one.theirs) for one in found] == [
        ("d1.2.so", "99/QĐ-UBND"), ("d1.13.trich_yeu", "Văn bản thêm trong Excel"),
    ]  # fmt: skip

    wide = full_report("wide")
    book = openpyxl.load_workbook(io.BytesIO(press.xlsx(wide)))
    book["01a"].cell(4, 5).value = 7777
    book.save(tmp_path / "b.xlsx")
    found = compare_with_file(tmp_path / "b.xlsx", wide, OnePlan(wide.plan)).comparison.differences
    assert [(one.key, one.theirs) for one in found] == [("b1.2.moi", "7.777")]
