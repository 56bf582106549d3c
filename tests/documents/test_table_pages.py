"""Real pages of real reports: none with a title alone, two rows or the end of a note; none half empty."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.table import Table as WordTable

from desktop_app.composing.compose import compose
from desktop_app.documents.column_widths import fitted_widths
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.model import Cell, Document, PageSection, Row, Table, plain
from desktop_app.documents.settings import PrintSettings
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.report import Entry, Report
from tests.support.measured import MM, measured
from tests.support.printed import letters, pdf, pdf_drawn, pdf_pages
from tests.support.real import real_plan, sample_session

TOP, BOTTOM = 20.0, 277.0
HEAD, TWO_LINES = 20.0, 11.0
SENTENCE = "Số liệu tính đến hết ngày 14 tháng 3 năm 2023, gồm cả cấp huyện và cấp xã. "


def noted(note: str, every: int, sample: str = "2023-q1") -> FilledReport:
    """The sample with every n-th row noted, and a figure in each."""
    filled = sample_session(sample).filled
    texts = filled.texts()
    for number, row in enumerate(filled.plan.edition.indicators):
        if row.kind != "heading":
            texts.setdefault(row.key, "123")
        if number % every == 0:
            texts[f"note.{row.key}"] = f"{number}. {note}"  # the same over neighbours is printed once
    return fill_in(filled.report, filled.plan, {key: Entry(text) for key, text in texts.items()})


REPORTS = {
    "sample of the first quarter": lambda: sample_session().filled,
    "sample of the second quarter": lambda: sample_session("2023-q2").filled,
    "nothing typed": lambda: fill_in(Report("r", "cchc-2022", "2024-Q3"), real_plan(), {}),
    "year on the form in force": lambda: sample_session("2025-y").filled,
    "quarter on the form in force": lambda: sample_session("2026-q1").filled,
    "nothing typed on the form in force": lambda: fill_in(
        Report("r", "cchc-2025", "2026-Q1"), real_plan("2025"), {}
    ),
    "three sentences in each row of the form in force": lambda: noted(SENTENCE * 3, 1, "2025-y"),
    "a page in every seventh row of the form in force": lambda: noted(SENTENCE * 25, 7, "2025-y"),
    "a note of three sentences in each row": lambda: noted(SENTENCE * 3, 1),
    "a note of a page in every seventh row": lambda: noted(SENTENCE * 25, 7),
    "a note of a third of a page in every second row": lambda: noted(SENTENCE * 12, 2),
}


@cache
def document(name: str) -> Document:
    return compose(REPORTS[name](), PrintSettings())


class TablePage(NamedTuple):
    """A page after the body: whether a table begins on it, its inked and its free height in mm, its rows."""

    begins: bool
    inked: float
    free: float
    rows: int

    @property
    def quarter(self) -> float:
        """Of the height between the margins, which a page that lies across has less of."""
        return (self.inked + self.free) / 4


@cache
def pages(name: str) -> list[TablePage]:
    content, places = pdf(document(name))
    texts, lines = measured(content)
    with pypdfium2.PdfDocument(content) as file:
        heights = [page.get_height() * MM for page in file]
    tables = [a.head.key for a in REPORTS[name]().plan.edition.appendices]
    begin = {places.of(key).page for key in tables}
    found: list[TablePage] = []
    for page in range(min(begin), len(heights)):
        last = max(d.bottom for d in (*texts, *lines) if d.page == page)
        here = {p.source.removeprefix("note.") for p in places.all if p.page == page}
        rows = len([key for key in here if key.split(".")[0] in tables])
        found.append(TablePage(page in begin, last - TOP, heights[page] - TOP - last, rows))
    return found


@pytest.mark.parametrize("name", REPORTS)
def test_no_page_of_an_appendix_has_next_to_nothing(name: str) -> None:
    for page in pages(name):
        title = 1 if page.begins else 0  # the number of the appendix is a place as well
        assert page.rows - title >= 3 or page.inked - HEAD >= page.quarter - TWO_LINES, page


@pytest.mark.parametrize("name", REPORTS)
def test_no_page_stays_blank_for_more_than_a_quarter_so_that_a_row_stays_whole(name: str) -> None:
    """Three rows that keep the last page company may leave a little more on the page before."""
    here = pages(name)
    following = [*(page.begins for page in here[1:]), True]
    for number, (page, ends) in enumerate(zip(here, following, strict=True)):
        before_the_last = ends or following[number + 1]
        assert before_the_last or page.free <= page.quarter + 1, number


def test_the_pages_of_an_empty_report_begin_below_the_head() -> None:
    first = pdf_pages(pdf(document("nothing typed"))[0])[0]

    assert "II. KẾT QUẢ THỰC HIỆN" in first


@pytest.mark.parametrize("note", [SENTENCE * 45, SENTENCE * 130])
def test_two_hundred_rows_with_notes_of_pages_lose_nothing(note: str) -> None:
    rows = tuple(
        Row(
            (
                Cell((plain("cell_center", f"{n}"),)),
                Cell((plain("cell", f"Dòng {n}"),)),
                Cell((plain("cell", note),)),
            )
        )
        for n in range(200)
    )
    widths = fitted_widths((), rows, ((10, 20), (45, 130), (16, 80)), 165)
    content = pdf(Document("Thử", (PageSection((Table(widths, rows),)),), PrintSettings()))[0]

    drawn = re.sub(r"\d", "", pdf_drawn(content))  # a page number may stand within
    assert drawn.count(letters(["cấp xã."])) == 200 * note.count("cấp xã.")
    texts, lines = measured(content)
    last = max(t.page for t in texts)
    bottoms = {page: max(d.bottom for d in (*texts, *lines) if d.page == page) for page in range(0, last, 20)}
    assert all(bottom > BOTTOM - TWO_LINES for bottom in bottoms.values())


def word_tables(name: str) -> list[WordTable]:
    word = docx.Document(io.BytesIO(write_docx(document(name))))
    return [table for table in word.tables if table.style.name == "CCHCRuled"]


def test_the_word_file_splits_tall_rows_alone_and_repeats_the_head() -> None:
    tall = whole = 0
    for table in word_tables("a note of a page in every seventh row"):
        for number, row in enumerate(table.rows):
            splits = row._tr.find(f".//{qn('w:cantSplit')}") is None
            most = max(len(cell.text) for cell in row.cells)
            assert splits or most < 1600, most
            assert not splits or most > 400, most
            tall, whole = tall + splits, whole + (not splits)
            assert number or row._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert tall > 15 and whole > 100


def test_the_last_three_rows_of_a_word_table_stay_with_its_end() -> None:
    for table in word_tables("sample of the second quarter"):
        kept = [row._tr.find(f".//{qn('w:keepNext')}") is not None for row in table.rows]

        assert kept[-3:] == [True] * 3
        assert not all(kept)


def test_headings_without_prose_are_not_all_kept_together_in_the_word_file() -> None:
    word = docx.Document(io.BytesIO(write_docx(document("nothing typed"))))
    headings = [p for p in word.paragraphs if p.style.style_id.startswith("Heading")]
    free = [p for p in headings if p.paragraph_format.keep_with_next is False]

    assert len(free) > 10


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", REPORTS)
def test_libreoffice_makes_as_many_pages_of_the_word_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "r.docx").write_bytes(write_docx(document(name)))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "r.docx"],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    theirs, ours = (tmp_path / "r.pdf").read_bytes(), pdf(document(name))[0]

    assert abs(len(pdf_pages(theirs)) - len(pdf_pages(ours))) <= 1
