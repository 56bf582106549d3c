"""Columns follow what stands in them: within their ranges, no word broken, the table as low as can be."""

from __future__ import annotations

import io
import math
import operator
from functools import reduce

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.composing.compose import compose
from desktop_app.documents import column_widths, text_lines
from desktop_app.documents.column_widths import fitted_widths
from desktop_app.documents.model import Cell, Document, PageSection, Row, Table, plain
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.text_lines import measured, widest_word
from tests.support.printed import pdf, pdf_words, sample_document, sample_docx, sample_pdf
from tests.support.real import sample_session

RANGES = ((10.0, 20.0), (45.0, 130.0), (16.0, 80.0))
LONG = "Ghi chú dài của dòng này kể cả số liệu của các đơn vị trực thuộc " * 4


def row(*texts: str) -> Row:
    return Row(tuple(Cell((plain("cell", text),)) for text in texts))


def height(table: Table) -> float:
    return sum(measured(table, (), 10_000).heights)


def test_a_column_with_much_to_say_is_wide_and_one_with_nothing_is_narrow() -> None:
    label = "Tổng số văn bản quy phạm pháp luật chủ trì soạn thảo đã được ban hành " * 3
    much = fitted_widths((), [row("1", "Một", LONG), row("2", "Hai", LONG)], RANGES, 165)
    little = fitted_widths((), [row("1", label, ""), row("2", label, "ghi")], RANGES, 165)

    assert much[2] > 70 and much[1] < 80
    assert little[2] < 25 and little[1] > 115


def test_no_fitted_table_is_higher_than_one_of_even_columns() -> None:
    rows = (row("1", LONG, "186"), row("2", "Hai", LONG), row("3", LONG, LONG))
    widths = fitted_widths((), rows, RANGES, 165)

    assert height(Table(widths, rows)) <= min(
        height(Table(tuple(float(w) for w in other), rows))
        for other in ((20, 65, 80), (15, 80, 70), (15, 100, 50))
    )


def test_a_word_longer_than_its_range_keeps_whole() -> None:
    word = "x" * 45
    widths = fitted_widths((), [row("1", "Một", word)], RANGES, 165)

    assert widths[2] >= widest_word(Cell((plain("cell", word),)))


def test_words_wider_than_the_page_share_it() -> None:
    widths = fitted_widths((), [row("1" * 90, "x" * 300, "y" * 300)], RANGES, 165)

    assert sum(widths) == pytest.approx(165, abs=0.05)
    assert min(widths) > 15


def test_a_word_of_thousands_of_letters_leaves_every_column_its_least() -> None:
    widths = fitted_widths((), [row("1", "Một", "Ỹ" * 3000)], RANGES, 165)

    assert all(width >= low for width, (low, _) in zip(widths, RANGES, strict=True))
    assert sum(widths) == pytest.approx(165, abs=0.05)


TEXTS = st.text("ab cdễ\n", max_size=120)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=8), st.floats(130, 252))
def test_any_table_fills_its_width(texts: list[tuple[str, str, str]], width: float) -> None:
    widths = fitted_widths((), [row(*line) for line in texts], RANGES, width)

    assert sum(widths) == pytest.approx(width, abs=0.05)
    assert all(low <= part for part, (low, _) in zip(widths, RANGES, strict=True))


def test_both_files_have_the_same_columns() -> None:
    tables = [b for s in sample_document().sections[1:] for b in s.blocks if isinstance(b, Table)]
    word = docx.Document(io.BytesIO(sample_docx()))
    grids = [
        [int(column.get(qn("w:w"))) / 1440 * 25.4 for column in table._tbl.tblGrid.iter(qn("w:gridCol"))]
        for table in word.tables
        if table.style.name == "CCHCRuled"
    ]

    assert len(grids) == len(tables) == 7
    for grid, table in zip(grids, tables, strict=True):
        assert grid == pytest.approx(table.widths, abs=0.05)


def test_no_word_of_a_table_is_broken_in_the_pdf() -> None:
    tables = [b for s in sample_document().sections[1:] for b in s.blocks if isinstance(b, Table)]
    cells = [c for table in tables for row in (*table.head, *table.rows) for c in row.cells]
    wanted = {word for cell in cells for part in cell.content for word in part.text.split()}

    assert not wanted - set(pdf_words(sample_pdf()[0]))


def test_a_head_over_two_columns_counts() -> None:
    head = (Row((Cell((plain("table_head", "STT"),)), Cell((plain("table_head", "Kết quả"),), columns=2))),)
    table = Table(fitted_widths(head, [row("1", "a", "b")], RANGES, 165), (row("1", "a", "b"),), head)

    assert pdf(Document("x", (PageSection((table,)),), PrintSettings()))[0]


@pytest.mark.parametrize("name", ["2023-q1", "2025-y"])
def test_columns_are_the_same_however_python_sums_fractions(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other as up to 3.11, or exactly, as nearly from 3.12 on: two columns may tie."""

    def widths() -> list[tuple[float, ...]]:
        for remembered in (column_widths._fitted, text_lines._height):
            remembered.cache_clear()
        document = compose(sample_session(name).filled, PrintSettings())
        return [part.widths for page in document.sections for part in page.blocks if isinstance(part, Table)]

    found = []
    for add in (lambda numbers: reduce(operator.add, numbers, 0), math.fsum):
        for module in (column_widths, text_lines):
            monkeypatch.setattr(module, "sum", add, raising=False)
        found.append(widths())
    column_widths._fitted.cache_clear()

    assert len(found[0]) > 6
    assert found[0] == found[1]
