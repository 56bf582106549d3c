"""An appendix: number, title, the line that ties it to the report, its table and note.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần III, Mục 1.
"""

from __future__ import annotations

from desktop_app.composing.appendix_rows import appendix_rows
from desktop_app.composing.small_type import table_that_fits
from desktop_app.composing.table_heads import column_ranges, printed_columns, table_head
from desktop_app.composing.text import Printed, titled
from desktop_app.composing.title_lines import in_lines
from desktop_app.documents.column_widths import fitted_widths
from desktop_app.documents.model import Block, PageSection, Table, plain
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
    own = _form_head(printed, head, number, width) if in_annex else _own_head(printed, head, number, settings)
    blocks: list[Block] = [
        *(_annex_head(printed, settings, width) if first else ()),
        *own,
        _table(printed, appendix, width),
        *_end(printed, appendix, decree=settings.numbering == "decree"),
    ]
    return PageSection(tuple(blocks), f"{number}. {head.short}", landscape, in_annex and not first)


def _number(printed: Printed, head: AppendixHead, settings: PrintSettings) -> str:
    """ "Phụ lục I", "Phụ lục 1"; the forms of one annex keep the number that they have, others their name.

    The decree numbers two appendices or more.
    """
    edition = printed.edition
    if head.name or settings.numbering != "decree" or edition.annex:
        return table_name(edition.head, head)
    if len(edition.appendices) == 1:
        return edition.head.appendix_word
    return f"{edition.head.appendix_word} {as_roman(head.number)}"


def _own_head(printed: Printed, head: AppendixHead, number: str, settings: PrintSettings) -> list[Block]:
    """Number, title and tie of an appendix that stands for itself."""
    width = settings.text_width(settings.is_landscape(head.key, head.landscape))
    title = printed.fill(head.title)
    title = title.upper() if settings.numbering == "decree" else title
    return [
        plain("appendix_number", number, head.key),
        *_titled("appendix_title" if printed.edition.head.attached else "form_title", title, width),
        *_attached(printed, settings, width),
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
        *_attached(printed, settings, width),
    ]


def _form_head(printed: Printed, head: AppendixHead, number: str, width: float) -> list[Block]:
    """Number and title of one form in the annex."""
    title = printed.fill(head.title)
    return [plain("form_number", number, head.key), *_titled("form_title", title, width)]


def _titled(style: str, title: str, width: float) -> list[Block]:
    """The title in lines of about one length; nothing for a table that has none.

    The one of forms keeps a little room to the table, where no tie stands between them.
    """
    return [plain(style, in_lines(style, title, width))] if title.strip() else []


def as_roman(number: int) -> str:
    """ "IV" for 4."""
    values = (
        (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
        (4, "IV"), (1, "I"),
    )  # fmt: skip
    text = ""
    for value, letters in values:
        text += letters * (number // value)
        number %= value
    return text


def all_appendices(printed: Printed, settings: PrintSettings) -> str:
    """How the body names the appendices: "từ I đến VII", or "từ 01-07" as the reference; "" for one alone."""
    last = max((a.head.number for a in printed.edition.appendices), default=1)
    if len(printed.edition.appendices) == 1:
        return ""
    return f"từ I đến {as_roman(last)}" if settings.numbering == "decree" else f"từ 01-{last:02d}"


def _attached(printed: Printed, settings: PrintSettings, width: float) -> list[Block]:
    """Number and date of the report; open in an electronic document (III.1.c)."""
    if not printed.edition.head.attached.strip():
        return []
    open_ = settings.medium == "electronic"
    words = {"number": printed.number(open_), "date": printed.date(open_)}
    return [titled("attached", printed.fill(printed.edition.head.attached, words), width)]


def _table(printed: Printed, appendix: Appendix, width: float) -> Table:
    columns = printed_columns(printed, appendix)
    rows, head = appendix_rows(printed, appendix, columns), table_head(printed, columns)
    ranges = column_ranges(printed, appendix, columns)
    if appendix.columns:
        return table_that_fits(head, rows, ranges, width)
    return Table(fitted_widths(head, rows, ranges, width), rows, head)


def _end(printed: Printed, appendix: Appendix, *, decree: bool) -> list[Block]:
    """The printed note, and the mark that ends an appendix in the decree's samples."""
    head, edition = appendix.head, printed.edition
    ends = edition.annex is None or appendix is edition.appendices[-1]
    mark = edition.head.end_mark if decree and ends else ""
    if head.note:
        return [plain("table_note", head.note.rstrip(".") + (mark or "."))]
    return [plain("end_mark", mark)] if mark else []
