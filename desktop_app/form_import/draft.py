"""What was found in a file as the records of a draft edition, to be looked over in the editor."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal, NamedTuple

import msgspec

from desktop_app.base.text import clean, without_marks
from desktop_app.form_editing.actions_edition import new_edition
from desktop_app.form_editing.keys import TakenKeys, new_row_key, new_table_key, taken_keys
from desktop_app.form_import.found import FoundColumn, FoundForm, FoundRow, FoundTable, Offer
from desktop_app.form_import.kinds import kind_of
from desktop_app.form_import.sections import sections_of
from desktop_app.forms.heads import ANY_WIDTH, Annex, AppendixHead, Column, ColumnRange, Columns, Head
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.forms.written import WrittenEdition

MOST_TITLE, MOST_LABEL, MOST_SHORT, MOST_NAME = 300, 2000, 120, 60
_USUAL = ("number", "label", "unit", "figure", "note")
_LEAST_WIDTH, _WIDEST = 8.0, 250.0
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


class OfferedSum(NamedTuple):
    """A sum or rate that is offered: the row, those of which it is computed, and the offer in words."""

    kind: str
    key: str
    of: tuple[str, ...]
    sentence: str


class DraftForm(NamedTuple):
    """A draft of the file: its records, sentences about what was not understood, sums that are offered."""

    written: WrittenEdition
    doubts: tuple[str, ...]
    offers: tuple[OfferedSum, ...]


def draft_of(found: FoundForm, name: str, valid_from: str, taken: Collection[str]) -> DraftForm:
    """The draft of a form of this name; taken: the ids of the editions that are there."""
    blank = new_edition(name, valid_from, taken=taken)
    head = _words(blank.head, found)
    keys = taken_keys(blank)
    tables: list[Appendix] = []
    for number, table in enumerate(found.tables, 1):
        made = _table(head, table, number, keys)
        tables.append(made)
    annex = found.annex
    written = msgspec.structs.replace(
        blank, head=head, sections=sections_of(found, keys), appendices=tuple(tables),
        annex=Annex(clean(annex.word)[:MOST_TITLE], clean(annex.title)[:MOST_TITLE]) if annex else None,
    )  # fmt: skip
    doubts = (
        *found.doubts,
        "Kỳ báo cáo, loại cơ quan, phần đầu và phần ký lấy theo mẫu chung của chương trình; hãy xem lại.",
    )
    return DraftForm(written, doubts, tuple(_offered(head, tables, each) for each in found.offers))


def _words(head: Head, found: FoundForm) -> Head:
    """The head with the word by which most tables are called, "Biểu mẫu"."""
    words = [word for table in found.tables if (word := _word_of(table.name))]
    if not words:
        return head
    word = max(words, key=words.count)
    short = "".join(part[0] for part in without_marks(word).upper().split())
    return msgspec.structs.replace(head, appendix_word=word, tab_word=short[:4])


def _word_of(name: str) -> str:
    found = re.match(r"([^\W\d]+(?:\s+(?!số\b)[^\W\d]+)?)\s+(?:số\s+)?[\dIVXLC]", name)
    word = found[1] if found else ""
    return word[:1].upper() + word[1:].lower()


def _table(head: Head, table: FoundTable, number: int, taken: TakenKeys) -> Appendix:
    key = new_table_key(taken)
    taken.add(key)
    columns = _columns(table)
    usual = not table.repeats and _is_usual(table)
    title = clean(table.title)[:MOST_LABEL] or clean(table.name) or f"Bảng {number}"
    titles = {column.of: clean(column.title) for column in table.columns}
    made = AppendixHead(
        key=key, number=number, title=title, short=_short(title),
        label_head=titles.get("label", "") or "Nội dung", figure_head=titles.get("figure", "") or "Số liệu",
        number_head=titles.get("number", "STT"), unit_head=titles.get("unit", "Đơn vị tính"),
        note_head=titles.get("note", "Ghi chú"), result_head=_result_head(table) if usual else "",
        note=clean(table.note)[:MOST_LABEL], landscape=table.landscape, name=_own_name(head, table, number),
        tab=clean(table.tab)[:MOST_NAME], repeats=table.repeats, columns=_widths(table) if usual else None,
    )  # fmt: skip
    bare = Appendix(made, (), columns=() if usual else columns)
    return msgspec.structs.replace(bare, indicators=_rows(bare, table, taken))


def _own_name(head: Head, table: FoundTable, number: int) -> str:
    """The name of the table, "" where the form's word and its number make it."""
    name = clean(table.name)[:MOST_NAME]
    last = name.rpartition(" ")[2]
    called = name.lower() == f"{head.appendix_word} {last}".lower()
    return "" if called and (last == str(number) or _ROMAN.get(last) == number) else name


def _short(title: str) -> str:
    line = " ".join(title.split())
    if line.isupper():
        line = line[:1] + line[1:].lower()
    return line if len(line) <= MOST_SHORT else f"{line[: MOST_SHORT - 1].rstrip()}…"


def _is_usual(table: FoundTable) -> bool:
    """Whether the columns are those that every table has which names none."""
    if tuple(column.of for column in table.columns) != _USUAL:
        return False
    over = {column.of: column.over for column in table.columns}
    return over["unit"] == over["figure"] and not (over["number"] or over["label"] or over["note"])


def _result_head(table: FoundTable) -> str:
    return next((clean(column.over) for column in table.columns if column.of == "figure"), "")


def _range(width: float) -> ColumnRange:
    if width <= 0:
        return ANY_WIDTH
    return max(_LEAST_WIDTH, round(width * 0.7)), min(_WIDEST, max(_LEAST_WIDTH, round(width * 1.2)))


def _widths(table: FoundTable) -> Columns | None:
    if not any(column.width for column in table.columns):
        return None
    ranges = {column.of: _range(column.width) for column in table.columns}
    return Columns(
        number=ranges["number"], label=ranges["label"], unit=ranges["unit"], figure=ranges["figure"],
        note=ranges["note"],
    )  # fmt: skip


def _columns(table: FoundTable) -> tuple[Column, ...]:
    made: list[Column] = []
    for at, column in enumerate(table.columns, 1):
        of = column.of if not table.repeats or column.of == "number" else "value"
        key = of if of in _USUAL else f"{'cot' if of == 'value' else of}{at}"
        title = clean(column.title)[:MOST_TITLE] or f"Cột {at}"
        made.append(
            Column(
                key, of, title, clean(column.over)[:MOST_TITLE], _kind(table, column), _range(column.width)
            )
        )
    return tuple(made)


def _kind(table: FoundTable, column: FoundColumn) -> Literal["", "percent", "date", "count", "text"]:
    """The kind of a column of values by its words; that of the row where they do not say it."""
    if not table.repeats:
        words = without_marks(f"{column.over} {column.title}")
        return "percent" if column.of == "value" and re.search(r"%|\bty le\b", words) else ""
    plain = without_marks(column.title)
    if column.of == "number":
        return ""
    if re.search(r"\bngay\b", plain):
        return "date"
    counted = re.search(r"so luong|so tien|kinh phi|\btong\b|ty le|%", plain)
    kind, _ = kind_of(column.title, "")
    return ("percent" if kind == "percent" else "count") if counted else "text"


def _rows(table: Appendix, found: FoundTable, taken: TakenKeys) -> tuple[Indicator, ...]:
    made: list[Indicator] = []
    before = ""
    for row in found.rows:
        key = new_row_key(table, row.number, before, taken)
        taken.add(key)
        made.append(_row(key, row))
        before = key
    return tuple(made)


def _row(key: str, row: FoundRow) -> Indicator:
    return Indicator(
        key=key, number=clean(row.number)[:MOST_NAME], label=clean(row.label)[:MOST_LABEL], kind=row.kind,
        unit=clean(row.unit)[:MOST_LABEL], remark=clean(row.remark)[:MOST_LABEL], italic=row.italic,
        strong=row.strong, across=row.across, group=clean(row.group)[:MOST_LABEL], choices=row.choices,
        choice_rows=row.choice_rows, note=clean(row.note)[:MOST_LABEL],
    )  # fmt: skip


def _offered(head: Head, tables: list[Appendix], offer: Offer) -> OfferedSum:
    table = tables[offer.table]
    row, of = table.indicators[offer.row], [table.indicators[at] for at in offer.of]
    where = table.head.name or f"{head.appendix_word} {table.head.number}"
    names = [f"«{each.number or each.label[:40]}»" for each in of]
    this = f"dòng «{row.number or row.label[:40]}»"
    what = f"tỷ lệ của {names[0]} trên {names[1]}" if offer.kind == "rate" else f"tổng của {', '.join(names)}"
    return OfferedSum(
        offer.kind, row.key, tuple(each.key for each in of), f"{where}: {this} có thể là {what}."
    )
