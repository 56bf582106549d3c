"""The sheet for the signing official: each warning with its reason, and nothing of it in the report."""

from __future__ import annotations

import io

import docx
import pytest

from desktop_app.composing.compose import compose
from desktop_app.composing.explanations import explanations_sheet
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.dump import dump, words
from desktop_app.documents.settings import PrintSettings
from tests.support.printed import docx_words, pdf, pdf_pages
from tests.support.real import sample_session

SAMPLES = ("2023-q1", "2025-q3")


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_warning_stands_on_the_sheet_with_its_reason(sample: str) -> None:
    session = sample_session(sample)
    warnings = [finding for finding in session.filled.findings() if finding.level == "warning"]
    session.give_explanation(warnings[0], "Đã đối chiếu với sổ theo dõi.")
    sheet = explanations_sheet(session.filled, PrintSettings())
    word = docx.Document(io.BytesIO(write_docx(sheet)))
    rows = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows][1:]

    assert [row[2] for row in rows] == [finding.message for finding in warnings]
    assert [row[3] for row in rows] == ["Đã đối chiếu với sổ theo dõi."] + ["(chưa giải trình)"] * (
        len(rows) - 1
    )
    assert docx_words(write_docx(sheet)) == words(sheet)
    assert "Đã đối chiếu" not in dump(compose(session.filled, PrintSettings()))


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_reason_whose_values_have_changed_says_so(sample: str) -> None:
    session = sample_session(sample)
    warning = next(
        f
        for f in session.filled.findings()
        if f.level == "warning" and f.keys[0] in session.filled.plan.indicators
    )
    session.give_explanation(warning, "Vì lý do này.")
    session.edit(f"note.{warning.keys[0]}", "không liên quan")
    assert "cần xem lại" not in dump(explanations_sheet(session.filled, PrintSettings()))
    stored = session.filled.text(warning.keys[0])
    session.edit(warning.keys[0], f"{stored} ")
    if any(f.identity == warning.identity for f in session.filled.findings()):
        assert "cần xem lại" in dump(explanations_sheet(session.filled, PrintSettings()))


def test_a_clean_report_says_that_there_is_nothing_to_explain() -> None:
    sheet = explanations_sheet(sample_session("2025-y").filled, PrintSettings())

    assert "không có cảnh báo nào" in dump(sheet)
    assert len(pdf_pages(pdf(sheet)[0])) == 1
