"""Empty forms as offices hand them out, in Word and Excel files of many shapes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table
from openpyxl import Workbook

Rows = Sequence[Sequence[str]]


class WordForm:
    """A Word file put together line by line and table by table."""

    def __init__(self, *, landscape: bool = False) -> None:
        self.document = Document()
        if landscape:
            section = self.document.sections[0]
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width

    def line(self, text: str, *, centred: bool = False, bold: bool = False) -> WordForm:
        paragraph = self.document.add_paragraph()
        paragraph.add_run(text).bold = bold
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return self

    def title(self, *lines: str) -> WordForm:
        for text in lines:
            self.line(text, centred=True, bold=True)
        return self

    def table(self, rows: Rows, *merged: tuple[int, int, int, int]) -> WordForm:
        """A table; merged: first row and column, last row and column of each merged cell."""
        made = self.document.add_table(rows=len(rows), cols=max(map(len, rows)))
        fill(made, rows)
        for top, left, bottom, right in merged:
            text = made.cell(top, left).text
            made.cell(top, left).merge(made.cell(bottom, right)).text = text
        return self

    def content(self) -> bytes:
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def write(self, path: Path) -> Path:
        path.write_bytes(self.content())
        return path


def fill(table: Table, rows: Rows) -> None:
    """Put the texts into the cells."""
    cells = table._cells
    width = len(table.columns)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            cells[at * width + column].text = text


def excel(*sheets: tuple[str, Rows, Sequence[str]]) -> bytes:
    """A workbook; of each sheet its name, its rows and its merged ranges."""
    book = Workbook()
    book.remove(book.active)
    for name, rows, merged in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([text or None for text in row])
        for place in merged:
            sheet.merge_cells(place)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
