"""The form in force since 2/7/2025 on paper and in the workbook, against its 123 official rows."""

from __future__ import annotations

import io
from functools import cache

import docx
import openpyxl
import pytest

from desktop_app.composing.compose import compose
from desktop_app.composing.sheets import compose_sheets
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.dump import words
from desktop_app.documents.model import Document, Paragraph
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.xlsx_writer import write_xlsx
from tests.support.printed import docx_words, letters, pdf, pdf_drawn, pdf_pages
from tests.support.real import DATA, sample_session

SAMPLES = ("2025-q3", "2025-y", "2026-q1")
ROWS = [line.split("\t") for line in (DATA / "form-2025-rows.tsv").read_text("utf-8").splitlines()]


@cache
def document(name: str) -> Document:
    return compose(sample_session(name).filled, PrintSettings())


@cache
def drawn(name: str) -> bytes:
    return pdf(document(name))[0]


def plain(text: str) -> str:
    """Without spaces and line ends, which a narrow column breaks as it must."""
    return letters([text.replace("\ufffe", "-")])


def test_the_edition_has_the_official_rows_in_their_order() -> None:
    rows = [
        (row.key, row.number, row.label, row.unit.replace("\n", " "))
        for row in sample_session("2025-y").filled.plan.edition.indicators
    ]

    assert rows == [tuple(row) for row in ROWS] and len(rows) == 123


@pytest.mark.parametrize("name", SAMPLES)
def test_word_and_pdf_have_exactly_the_words_of_the_report(name: str) -> None:
    wanted = words(document(name))

    assert docx_words(write_docx(document(name))) == wanted
    text = pdf_drawn(drawn(name))
    assert {
        word for word in wanted if word.strip(".,;:)") not in text
    } == set()  # a footnote's number between


def test_every_row_is_in_the_word_file_with_number_label_and_unit() -> None:
    word = docx.Document(io.BytesIO(write_docx(document("2025-y"))))
    written = [
        tuple(" ".join(cell.text.split()) for cell in row.cells[:3])
        for table in word.tables
        for row in table.rows
        if len(row.cells) == 5
    ]

    assert [row for row in written if row[0] not in ("STT",)] == [tuple(row[1:]) for row in ROWS]


def test_every_row_is_in_the_pdf_with_number_label_and_unit() -> None:
    text = plain(" ".join(pdf_pages(drawn("2025-y"))))
    place = 0
    for _, number, label, unit in ROWS:
        start = text.find(plain(number) + plain(label)[:30], place)
        assert start >= 0, label
        assert plain(unit.split(" ")[0]) in text[start : start + 400], label
        place = start


def test_every_row_is_in_the_workbook_with_number_label_and_unit() -> None:
    content = write_xlsx(compose_sheets(sample_session("2025-y").filled), "x")
    book = openpyxl.load_workbook(io.BytesIO(content))
    written = [
        tuple(" ".join(str(cell.value or "").split()) for cell in row[:3])
        for sheet in book
        for row in sheet.iter_rows(min_row=3)
    ]

    assert list(book.sheetnames) == [f"BM{number}" for number in range(1, 8)]
    assert written == [tuple(row[1:]) for row in ROWS]


def test_one_annex_head_stands_above_seven_forms() -> None:
    blocks = [block for section in document("2025-y").sections for block in section.blocks]
    text = [block.text for block in blocks if isinstance(block, Paragraph)]

    assert text.count("PHỤ LỤC") == 1
    assert [line for line in text if line.startswith("Biểu mẫu ")] == [f"Biểu mẫu {n}" for n in range(1, 8)]
    assert sum("Kèm theo Báo cáo số" in line for line in text) == 1


def test_figures_are_printed_as_typed_and_a_dash_stands_with_its_reason() -> None:
    filled = sample_session("2025-y").filled
    typed = filled.texts()
    zeros = [
        key for key in filled.plan.indicators if typed.get(key, "").startswith("0") and len(typed[key]) > 1
    ]
    dashes = [key for key in filled.plan.indicators if typed.get(key) == "-"]

    assert zeros and all(filled.shown(key) == typed[key] for key in zeros)
    assert dashes and all(filled.text(f"note.{key}") for key in dashes)
    assert not any("%" in filled.shown(key) for key in filled.plan.indicators)


def test_a_note_of_neighbouring_rows_is_printed_once_over_them_all() -> None:
    same = {f"note__bm6__2__{n}": "Cấp tỉnh và cấp xã" for n in (1, 2, 3)}
    noted = compose(sample_session("2025-y", **same).filled, PrintSettings())
    word = docx.Document(io.BytesIO(write_docx(noted)))
    rows = [row for table in word.tables for row in table.rows if len(row.cells) == 5]
    cells = [row.cells[4]._tc for row in rows if row.cells[0].text in ("2.1", "2.2", "2.3")]
    merged = [cell for cell in cells if "Cấp tỉnh và cấp xã" in "".join(cell.itertext())]

    assert words(noted).count("tỉnh") == words(document("2025-y")).count("tỉnh") + 1
    assert len(merged) == 3 and len({id(cell) for cell in merged}) == 1
    assert plain("Cấp tỉnh và cấp xã") in plain(" ".join(pdf_pages(pdf(noted)[0])))
