"""An appendix: number, title, the line that ties it to the report, its table and note.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần III, Mục 1.
"""

from __future__ import annotations

from desktop_app.composing.appendix_rows import appendix_rows
from desktop_app.composing.text import Printed, titled
from desktop_app.composing.title_lines import in_lines
from desktop_app.documents.column_widths import fitted_widths
from desktop_app.documents.model import Block, Cell, PageSection, Row, Table, plain
from desktop_app.documents.settings import PrintSettings
from desktop_app.forms.heads import AppendixHead
from desktop_app.forms.model import Appendix

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def appendix_section(printed: Printed, appendix: Appendix, settings: PrintSettings) -> PageSection:
    """The pages of one appendix, numbered on their own."""
    head = appendix.head
    landscape = head.landscape or head.number in settings.landscape
    decree = settings.numbering == "decree"
    number = f"{printed.edition.head.appendix_word} {ROMAN[head.number] if decree else head.number}"
    width = settings.text_width(landscape)
    title = head.title.upper() if decree else head.title
    blocks: list[Block] = [
        plain("appendix_number", number, head.key),
        plain("appendix_title", in_lines("appendix_title", title, width)),
        _attached(printed, settings, width),
        _table(printed, appendix, width),
        *_end(printed, head, decree),
    ]
    return PageSection(tuple(blocks), f"{number}. {head.short}", landscape)


def all_appendices(printed: Printed, settings: PrintSettings) -> str:
    """How the body names the appendices: "từ I đến VII", or "từ 01-07" as the reference does."""
    last = max((a.head.number for a in printed.edition.appendices), default=1)
    return f"từ I đến {ROMAN[last]}" if settings.numbering == "decree" else f"từ 01-{last:02d}"


def _attached(printed: Printed, settings: PrintSettings, width: float) -> Block:
    """Number and date of the report; open in an electronic document (III.1.c)."""
    open_ = settings.medium == "electronic"
    words = {"number": printed.number(open_), "date": printed.date(open_)}
    return titled("attached", printed.fill(printed.edition.head.attached, words), width)


def _table(printed: Printed, appendix: Appendix, width: float) -> Table:
    grouped = any(row.group for row in appendix.indicators)
    rows, head = appendix_rows(printed, appendix, grouped), _head(appendix.head, grouped)
    columns = appendix.head.columns or printed.edition.head.columns
    group = (columns.group,) if grouped else ()
    ranges = (columns.number, *group, columns.label, columns.unit, columns.figure, columns.note)
    return Table(fitted_widths(head, rows, ranges, width), rows, head)


def _head(head: AppendixHead, grouped: bool) -> tuple[Row, ...]:
    """One storey, or two where "Kết quả" stands over unit and figure."""
    label = 2 if grouped else 1

    def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
        return Cell((plain("table_head", text),), columns, rows, top=False)

    if not head.result_head:
        texts = (head.unit_head, head.figure_head, head.note_head)
        row = (cell(head.number_head), cell(head.label_head, label), *map(cell, texts))
        return (Row(row),)
    upper = (
        cell(head.number_head, rows=2),
        cell(head.label_head, label, 2),
        cell(head.result_head, 2),
        cell(head.note_head, rows=2),
    )
    return Row(upper), Row((cell(head.unit_head), cell(head.figure_head)))


def _end(printed: Printed, head: AppendixHead, decree: bool) -> list[Block]:
    """The printed note, and the mark that ends an appendix in the decree's samples."""
    mark = printed.edition.head.end_mark if decree else ""
    if head.note:
        return [plain("table_note", head.note.rstrip(".") + (mark or "."))]
    return [plain("end_mark", mark)] if mark else []
