"""Forms of other shapes in print: every title, number and cell stands in both files."""

from __future__ import annotations

import io
import re

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.composing.compose import compose
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.dump import dump, words
from desktop_app.documents.grid import lay_out
from desktop_app.documents.model import Document, PageSection, Paragraph, Table
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.styles import STYLES
from desktop_app.documents.text_lines import widest_word
from desktop_app.forms.columns import columns_of
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.report import Report
from tests.support.editions import a_plan
from tests.support.printed import docx_words, letters, pdf, pdf_drawn, pdf_pages
from tests.support.shaped import FOLDER, full_report, report_on, shaped_plan

SPELLED = ("header.date",)
"""Printed in other words than typed."""
SHAPES = ("datasheet", "outline", "wide", "lists", "minimal")


def composed(filled: FilledReport, **settings: str) -> Document:
    return compose(filled, PrintSettings(**settings))


def table_of(section: PageSection) -> Table:
    return next(block for block in section.blocks if isinstance(block, Table))


def cells(table: Table) -> list[list[str]]:
    """The words of each row, head first; a paragraph a line."""
    return [
        ["\n".join(p.text for p in cell.content if isinstance(p, Paragraph)) for cell in row.cells]
        for row in (*table.head, *table.rows)
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_both_files_have_every_word(shape: str) -> None:
    document = composed(full_report(shape))

    assert docx_words(write_docx(document)) == words(document)
    assert pdf_drawn(pdf(document)[0]).count(letters(words(document))[:40]) == 1
    if shape != "outline":
        pages = letters(pdf_pages(pdf(document)[0]))
        assert all(letters([word]) in pages for word in words(document))


@pytest.mark.parametrize("shape", SHAPES)
def test_everything_that_was_entered_is_printed(shape: str) -> None:
    filled = full_report(shape)
    printed = letters(words(composed(filled)))
    asked = [k for k in filled.texts() if not k.startswith(("header.agency_kind", "header.parent"))]
    for key in asked:
        shown = filled.shown(key) if key in filled.plan.indicators else filled.text(key)
        for line in shown.split("\n") if not filled.plan.is_prose(key) else ():
            assert key in SPELLED or letters([line]).casefold() in printed.casefold(), key


@pytest.mark.parametrize("shape", SHAPES)
def test_every_title_and_number_of_the_form_is_printed(shape: str) -> None:
    filled = full_report(shape)
    document = composed(filled)
    printed = letters(words(document)).casefold()
    edition = filled.plan.edition
    for section in edition.sections:
        assert letters([section.number, section.title]).casefold() in printed, section.key
    for appendix, pages in zip(edition.appendices, document.sections[1:], strict=True):
        rows = cells(table_of(pages))
        assert letters([appendix.head.title]).casefold() in printed
        heads = letters([text for row in rows[:2] for text in row])
        for column in columns_of(appendix):
            assert letters([re.sub(r"\{.*", "", column.title)]) in heads, column.key
            assert letters([column.over]) in heads
        for row in appendix.indicators:
            label = f"{row.label} ({row.remark})" if row.remark else row.label
            assert any(label in line or f"{row.number} {label}".strip() in line for line in rows), row.key


@pytest.mark.parametrize("shape", [*SHAPES, "large"])
def test_an_empty_report_is_printed_too(shape: str) -> None:
    document = composed(report_on(shape))

    assert docx_words(write_docx(document)) == words(document)
    assert len(document.sections) == 1 + len(shaped_plan(shape).edition.appendices)


def test_the_title_of_a_column_is_filled_from_the_period() -> None:
    table = table_of(composed(full_report("datasheet")).sections[1])

    assert cells(table)[0] == ["TT", "Nội dung", "Năm 2025 (tính từ 01/7/2025 đến 31/7/2025)"]
    assert [row[0] for row in cells(table)[1:]] == ["1", "-", "-", "+", "", "2", "3"]


def test_figures_stand_right_choices_in_the_middle_words_left() -> None:
    table = table_of(composed(full_report("datasheet")).sections[1])
    styles = [row.cells[-1].content[0].style for row in table.rows]

    assert styles == ["cell_right"] * 4 + ["cell", "cell_center", "cell_right"]


def test_two_storeys_and_headings_across() -> None:
    document = composed(full_report("wide"))
    section = document.sections[1]
    table = table_of(section)
    upper, lower = table.head

    assert section.landscape
    assert [(c.columns, c.rows) for c in upper.cells] == [
        (1, 2), (1, 2), (1, 2), (4, 1), (4, 1), (1, 2), (3, 1), (1, 2),
    ]  # fmt: skip
    assert len(lower.cells) == 11 and len(table.widths) == 16
    assert [(row.cells[0].columns, len(row.cells)) for row in table.rows if len(row.cells) == 1] == [
        (16, 1)
    ] * 2
    assert [p.style for p in table.rows[-1].cells[3].content] == ["cell_right_strong"]
    word = docx.Document(io.BytesIO(write_docx(document)))
    rows = word.tables[-1]._tbl.findall(qn("w:tr"))
    assert {sum(_columns(cell) for cell in row.findall(qn("w:tc"))) for row in rows} == {16}


def _columns(cell: BaseOxmlElement) -> int:
    span = cell.find(".//" + qn("w:gridSpan"))
    return 1 if span is None else int(span.get(qn("w:val")))


def test_a_list_without_a_line_has_one_to_write_in() -> None:
    empty, _, _ = (cells(table_of(s)) for s in composed(report_on("lists")).sections[1:])
    assert empty[1:] == [["1", "", "", "", ""]]

    filled = report_on("lists", d1__2__so="12/CT-UBND", d1__2__ngay="5/2/2026", d1__3__co_quan="UBND tỉnh")
    rows = cells(table_of(composed(filled).sections[1]))[1:]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert rows[1] == ["2", "12/CT-UBND", "5/2/2026", "", ""] and rows[2][4] == "UBND tỉnh"


def test_points_stand_in_the_outline_at_their_depth() -> None:
    document = composed(full_report("outline"))
    word = docx.Document(io.BytesIO(write_docx(document)))
    levels = {p.text: p.style.name.lower() for p in word.paragraphs}
    assert levels["- Hồ sơ tiếp nhận trực tiếp"] == "heading 4"
    assert levels["+ Hồ sơ của doanh nghiệp"] == "heading 5"
    assert levels["Hồ sơ của hộ kinh doanh"] == "heading 9"
    with pypdfium2.PdfDocument(pdf(document)[0]) as file:
        titles = {mark.get_title() for mark in file.get_toc()}
    assert {"- Hồ sơ tiếp nhận trực tiếp", "Hồ sơ của hộ kinh doanh"} <= titles
    assert "b) Đoạn văn số 2 của báo cáo, viết cho mục này." in [p.text for p in word.paragraphs]


def test_one_table_alone_has_no_number() -> None:
    text = dump(composed(full_report("minimal")))
    assert "[appendix_number] <b> Phụ lục\n" in text
    assert "[attached]" not in text


def test_a_table_of_many_columns_is_smaller_and_breaks_no_word() -> None:
    text = (FOLDER / "wide/b1.toml").read_text("utf-8")
    more = "".join(
        f'[[column]]\nkey = "them{n}"\nof = "value"\ntitle = "Chuyên ngành {n}"\nover = "Chia theo ngành"\n\n'
        for n in range(6)
    )
    plan = a_plan(
        (FOLDER / "wide/edition.toml").read_text("utf-8"),
        text.replace("[[indicator]]", more + "[[indicator]]", 1),
    )
    filled = fill_in(Report("r", "form-wide", "2026-Q1"), plan, {})
    section = composed(filled).sections[1]
    table = table_of(section)

    assert len(table.widths) == 22
    assert sum(table.widths) == pytest.approx(PrintSettings().text_width(section.landscape))
    (style,) = {p.style for row in table.head for c in row.cells for p in c.content}
    assert STYLES[style].size in (9, 10, 11)
    assert table.blank == f"cell_{STYLES[style].size}"
    for line in (*lay_out(table.head, 22), *lay_out(table.rows, 22)):
        for place in line:
            if place.cell and place.cell.columns == 1:
                assert widest_word(place.cell) <= table.widths[place.column] + 0.01
