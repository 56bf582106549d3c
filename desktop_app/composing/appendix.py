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
from desktop_app.forms.heads import AppendixHead, table_name
from desktop_app.forms.model import Appendix


def appendix_section(printed: Printed, appendix: Appendix, settings: PrintSettings) -> PageSection:
    """The pages of one appendix, numbered on their own."""
    head = appendix.head
    landscape = settings.is_landscape(head.key, head.landscape)
    width = settings.text_width(landscape)
    number = _number(printed, head, settings)
    in_annex = printed.edition.annex is not None
    first = appendix is printed.edition.appendices[0]
    blocks: list[Block] = [
        *(_annex_head(printed, settings, width) if first else ()),
        *(_form_head(head, number, width) if in_annex else _own_head(printed, head, number, settings, width)),
        _table(printed, appendix, width),
        *_end(printed, appendix, decree=settings.numbering == "decree"),
    ]
    return PageSection(tuple(blocks), f"{number}. {head.short}", landscape, in_annex and not first)


def _number(printed: Printed, head: AppendixHead, settings: PrintSettings) -> str:
    """ "Phụ lục I", "Phụ lục 1"; the forms of one annex keep the number that they have."""
    if settings.numbering == "decree" and printed.edition.annex is None:
        return f"{printed.edition.head.appendix_word} {as_roman(head.number)}"
    return table_name(printed.edition.head, head)


def _own_head(
    printed: Printed, head: AppendixHead, number: str, settings: PrintSettings, width: float
) -> list[Block]:
    """Number, title and tie of an appendix that stands for itself."""
    title = head.title.upper() if settings.numbering == "decree" else head.title
    return [
        plain("appendix_number", number, head.key),
        plain("appendix_title", in_lines("appendix_title", title, width)),
        _attached(printed, settings, width),
    ]


def _annex_head(printed: Printed, settings: PrintSettings, width: float) -> list[Block]:
    """The head of the annex that holds all forms, once above the first of them."""
    annex = printed.edition.annex
    if annex is None:
        return []
    lines = [line.strip() for line in printed.fill(annex.title).split("\n")]
    title = "\n".join(in_lines("appendix_title", line, width) for line in lines if line)
    return [
        plain("appendix_number", annex.word),
        plain("appendix_title", title),
        _attached(printed, settings, width),
    ]


def _form_head(head: AppendixHead, number: str, width: float) -> list[Block]:
    """Number and title of one form in the annex."""
    return [
        plain("form_number", number, head.key),
        plain("form_title", in_lines("form_title", head.title, width)),
    ]


def as_roman(number: int) -> str:
    """ "IV" for 4."""
    values = (
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    )  # fmt: skip
    text = ""
    for value, letters in values:
        text += letters * (number // value)
        number %= value
    return text


def all_appendices(printed: Printed, settings: PrintSettings) -> str:
    """How the body names the appendices: "từ I đến VII", or "từ 01-07" as the reference does."""
    last = max((a.head.number for a in printed.edition.appendices), default=1)
    return f"từ I đến {as_roman(last)}" if settings.numbering == "decree" else f"từ 01-{last:02d}"


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


def _end(printed: Printed, appendix: Appendix, *, decree: bool) -> list[Block]:
    """The printed note, and the mark that ends an appendix in the decree's samples."""
    head, edition = appendix.head, printed.edition
    ends = edition.annex is None or appendix is edition.appendices[-1]
    mark = edition.head.end_mark if decree and ends else ""
    if head.note:
        return [plain("table_note", head.note.rstrip(".") + (mark or "."))]
    return [plain("end_mark", mark)] if mark else []
