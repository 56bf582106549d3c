"""The heads of a form: what an edition is and prints all over it, its periods, agencies, appendix heads."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

NEWEST = 2
"""What this program can read: 1 are the fields of the forms that first shipped, 2 columns, lines, drafts …"""

Millimetres = Annotated[float, msgspec.Meta(ge=8, le=250)]
"""The width of a column, of which none may be left with nothing."""
ColumnRange = tuple[Millimetres, Millimetres]
"""Least and most of a column; between them it follows what stands in it."""
ANY_WIDTH: ColumnRange = (10, 250)
DayOfYear = Annotated[
    str, msgspec.Meta(pattern=r"^(-?(0?[1-9]|[12]\d|3[01])(/(0?[1-9]|1[0-2]))?)?$", max_length=6)
]
"""15/6; -15/12 in the year before; for months a day alone."""
Short = Annotated[str, msgspec.Meta(max_length=60)]
Sentence = Annotated[str, msgspec.Meta(max_length=300)]
"""Words that are put into other words, which must not grow without end."""


class FormRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every record of a file: a field that is not declared is refused by the loader."""


class AgencyKind(FormRecord, frozen=True):
    """A kind of agency (sở/ngành, Sở Nội vụ, Văn phòng UBND tỉnh, UBND huyện/thành phố)."""

    key: str
    name: str


class PeriodWording(FormRecord, frozen=True):
    """What the form says for one kind of period (Q1, 6M, 9M, Y …)."""

    kind: str  # as in base.periods, or MONTH for all twelve
    label: Short  # "Quý I"
    coming: Short  # what the next period is called in the title, "Quý II"
    subject: Sentence  # trích yếu, with {label} {coming} {year} {coming_year}
    short: Short = ""  # "Quý I/{year}" for lists and window titles
    cut_off: tuple[DayOfYear, DayOfYear] = ("", "")  # first and last day of the figures
    deadline: DayOfYear = ""  # the day by which the report is due
    optional: bool = False  # none of the reports that everybody owes


class Columns(FormRecord, frozen=True):
    """How wide the printed columns of an appendix may be; where nothing is said, as wide as needed."""

    number: ColumnRange = ANY_WIDTH
    group: ColumnRange = ANY_WIDTH
    label: ColumnRange = ANY_WIDTH
    unit: ColumnRange = ANY_WIDTH
    figure: ColumnRange = ANY_WIDTH
    note: ColumnRange = ANY_WIDTH


ColumnSource = Literal[
    "number", "label", "unit", "figure", "note", "value", "before", "last_year", "cumulative", "formula"
]
"""What stands in a column: a word of the row, its figure, its note, or a further value of its own."""


class Column(FormRecord, frozen=True):
    """One printed column of a table, where the table names its columns itself.

    title: with {label} {year} {from_day} {to_day} … of the period. over: words that stand over this
    column and its neighbours of the same words. kind: of a column of values, "" for that of the row.
    formula: over the keys of columns in the same row, such as "figure + province".
    """

    key: str
    of: ColumnSource
    title: Sentence
    over: Sentence = ""
    kind: Literal["", "count", "decimal", "money", "percent", "text", "choice", "yes_no", "date"] = ""
    width: ColumnRange = ANY_WIDTH
    formula: str = ""


class AppendixHead(FormRecord, frozen=True):
    """Title, column heads and printed note of one appendix."""

    key: str  # "pl1"
    number: Annotated[int, msgspec.Meta(ge=1, le=400)]
    title: str
    short: str  # for the tab and the list of findings
    label_head: str  # "Chỉ tiêu", "Nhiệm vụ/tiêu chí" …
    figure_head: str  # "Số liệu của kỳ báo cáo" …
    number_head: str = "STT"
    unit_head: str = "Đơn vị tính"
    note_head: str = "Ghi chú"
    result_head: str = ""  # "Kết quả" over unit and figure: a two-storey head
    note: str = ""  # printed under the table
    landscape: bool = False
    name: Short = ""  # how the table is called; "" for the word of the form with its number
    tab: Short = ""  # the same in short, on its tab and its sheet
    repeats: bool = False  # a table of lines that the clerk adds, without rows of the form
    required: bool = False  # of a table that repeats: nobody signs a report without a line in it
    columns: Columns | None = None  # where they differ from those of the edition


class Annex(FormRecord, frozen=True):
    """One annex that holds all tables of the form, its head printed once above the first of them."""

    word: str  # "PHỤ LỤC"
    title: Sentence  # with {label_upper}, {agency_upper} …; a line each


class HeadWords(FormRecord, frozen=True, kw_only=True):
    """Words that a form prints all over it."""

    kind_of_document: str  # "Báo cáo"
    national_name: str
    motto: str
    attached: str  # "(Kèm theo … )" line of the appendices, with {number} {date} {agency}
    number_word: str = "Số:"
    addressee_word: str = "Kính gửi:"
    recipients_word: str = "Nơi nhận:"
    appendix_word: str = "Phụ lục"
    tab_word: Short = "PL"  # before the number of a table, on its tab and its sheet
    merged_notes: bool = False  # a note that stands in neighbouring rows is printed once, over them all
    percent_sign: bool = True  # print "100%" in the cell of a rate; else its unit says it
    same_as_above: str = "- Như trên;"  # first recipient when there is an addressee
    day_words: str = "ngày {day} tháng {month} năm {year}"
    end_mark: str = "./."


class Head(HeadWords, frozen=True, kw_only=True):
    """What an edition is: its identity, the periods it serves, and its words."""

    id: str
    name: str
    valid_from: str  # first period, "2022-Q1"
    valid_to: str  # last period, "2025-6M"; "" while the edition is in force
    needs: Annotated[int, msgspec.Meta(ge=1, le=9999)] = 1  # how new a program must be to read it
    columns: Columns = Columns()
    draft: bool = False  # still being written: no period gets it
    retired: tuple[str, ...] = ()


def table_name(words: HeadWords, table: AppendixHead) -> str:
    """ "Phụ lục 1", "Biểu mẫu 1": how a table is called on the screen."""
    return table.name or f"{words.appendix_word} {table.number}"


def tab_name(words: HeadWords, table: AppendixHead) -> str:
    """ "PL1", "BM1": on the tab and on the sheet of a table."""
    return table.tab or f"{words.tab_word}{table.number}"
