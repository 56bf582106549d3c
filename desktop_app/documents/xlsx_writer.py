"""Write sheets as a workbook: labels locked, figures open, totals as live formulas."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop_app.documents.sheets import HEAD_ROWS, Sheet, SheetCell

LINE_HEIGHT, MOST_HEIGHT = 16.0, 400.0
_NUMBER_FORMS = {"text": "@", "count": "#,##0", "decimal": "#,##0.##", "percent": "0.##%"}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_xlsx(sheets: tuple[Sheet, ...], title: str) -> bytes:
    """The file's bytes; typed text never becomes a formula, a number or a link."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
    formats = _Formats(book)
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return stream.getvalue()


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[object, ...], Format] = {}
        self.title = book.add_format({"bold": True, "font_name": "Times New Roman", "font_size": 13})
        self.head = book.add_format(
            {
                "bold": True, "font_name": "Times New Roman", "font_size": 12, "border": 1,
                "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#EEF2F6",
            }
        )  # fmt: skip

    def of(self, cell: SheetCell) -> Format:
        """The format of a cell."""
        known = (cell.form, cell.locked, cell.strong, cell.centred)
        if known not in self._made:
            align = "center" if cell.centred else "left" if cell.form == "text" else "right"
            self._made[known] = self._book.add_format(
                {
                    "font_name": "Times New Roman", "font_size": 12, "border": 1, "text_wrap": True,
                    "valign": "vcenter", "align": align, "bold": cell.strong, "locked": cell.locked,
                    "num_format": _NUMBER_FORMS[cell.form],
                }
            )  # fmt: skip
        return self._made[known]


def _write_sheet(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROWS - 1)
    page.freeze_panes(HEAD_ROWS, 0)
    page.protect(options={"format_columns": True, "format_rows": True})
    page.write_string(0, 0, sheet.title, formats.title)
    for column, (text, width) in enumerate(zip(sheet.head, sheet.widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(HEAD_ROWS - 1, column, text, formats.head)
    for row, cells in enumerate(sheet.rows, start=HEAD_ROWS):
        page.set_row(row, _height(cells, sheet.widths))
        for column, cell in enumerate(cells):
            _write_cell(page, row, column, cell, formats.of(cell))


def _height(cells: tuple[SheetCell, ...], widths: tuple[float, ...]) -> float:
    """Room for the cell with the most lines, in points; a workbook carries no heights of its own."""
    lines = 1
    for cell, width in zip(cells, widths, strict=True):
        parts = cell.text.split("\n")
        lines = max(lines, sum(1 + int(len(part) / width) for part in parts))
    return min(MOST_HEIGHT, lines * LINE_HEIGHT + 2)


def _write_cell(page: Worksheet, row: int, column: int, cell: SheetCell, form: Format) -> None:
    if cell.formula:
        shown = cell.text if cell.number is None else float(cell.number)
        page.write_formula(row, column, cell.formula, form, shown)
    elif cell.number is not None:
        page.write_number(row, column, float(cell.number), form)
    elif cell.text:
        page.write_string(row, column, cell.text, form)
    else:
        page.write_blank(row, column, None, form)
