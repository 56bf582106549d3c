"""Tables of a form and their columns: add, move, delete, name, width, what stands in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_rows import LAST, follows, retire
from desktop_app.form_editing.keys import counted, new_table_key, taken_keys
from desktop_app.form_editing.places import Done
from desktop_app.form_editing.records import (
    at_key,
    changed,
    moved_to,
    replaced_at,
    table_at,
    with_table,
)
from desktop_app.form_editing.references import without
from desktop_app.forms.columns import columns_of
from desktop_app.forms.heads import AppendixHead, Column, ColumnSource
from desktop_app.forms.model import Appendix
from desktop_app.forms.written import WrittenEdition

MOST_TABLES = 400
LABEL_HEAD, FIGURE_HEAD = "Chỉ tiêu", "Số liệu"
_WORDS_OF_ROWS = ("number", "label", "unit", "figure", "note")
_USUAL: dict[ColumnSource, str] = {
    "number": "STT", "label": LABEL_HEAD, "unit": "Đơn vị tính", "figure": FIGURE_HEAD, "note": "Ghi chú",
    "value": "Số liệu", "before": "Kỳ trước", "last_year": "Cùng kỳ năm trước",
    "cumulative": "Lũy kế từ đầu năm", "formula": "Cộng",
}  # fmt: skip
"""What a new column is called until somebody says otherwise."""


def add_table(written: WrittenEdition, title: str, after: str = LAST, **fields: Any) -> Done:
    """A new table behind another ("" before the first); the other fields are those of `AppendixHead`."""
    if len(written.appendices) >= MOST_TABLES:
        raise UserFault(f"Một mẫu có nhiều nhất {MOST_TABLES} bảng; hãy xóa bớt trước.")
    taken = taken_keys(written)
    key = new_table_key(taken)
    short = fields.pop("short", title)
    head = AppendixHead(key, 1, "", "", LABEL_HEAD, FIGURE_HEAD)
    table = Appendix(changed(head, title=title, short=short, **fields), ())
    if table.head.repeats:
        columns = (
            Column("number", "number", _USUAL["number"]),
            Column("c1", "value", "Nội dung", kind="text"),
        )
        table = msgspec.structs.replace(table, columns=columns)
    at = len(written.appendices) if after == LAST else table_at(written, after) + 1 if after else 0
    tables = (*written.appendices[:at], table, *written.appendices[at:])
    return Done(_numbered(written, tables), "Thêm bảng", ("table", key))


def set_table(written: WrittenEdition, table: str, **fields: Any) -> Done:
    """Other words of a table: title, short, name, tab, heads of the usual columns, note, landscape …"""
    place = table_at(written, table)
    head = changed(written.appendices[place].head, **fields)
    if (head.key, head.number) != (table, written.appendices[place].head.number):
        raise UserFault("Thứ tự của bảng đổi bằng cách chuyển bảng lên hoặc xuống.")
    return Done(with_table(written, place, head=head), "Sửa bảng", ("table", table))


def move_table(written: WrittenEdition, table: str, to: int) -> Done:
    """A table to another place, counted from 0; all are numbered anew."""
    tables = moved_to(written.appendices, table_at(written, table), to)
    return Done(_numbered(written, tables), "Chuyển bảng", ("table", table))


def delete_table(written: WrittenEdition, table: str) -> Done:
    """A table with its rows taken out, and out of all that named them."""
    place = table_at(written, table)
    rows = written.appendices[place].indicators
    left, told = without(written, [row.key for row in rows])
    tables = (*left.appendices[:place], *left.appendices[place + 1 :])
    left = retire(_numbered(left, tables), (row.key for row in rows if row.key in row.was))
    left = retire(left, [table] if follows(written) else [])
    near = tables[min(place, len(tables) - 1)].head.key if tables else ""
    return Done(left, "Xóa bảng", ("table", near) if near else ("head",), told)


def own_columns(written: WrittenEdition, table: str) -> Done:
    """The usual columns of a table written out one by one, so that each can be changed."""
    place = table_at(written, table)
    columns = _written_out(written, written.appendices[place])
    return Done(with_table(written, place, columns=columns), "Đặt cột riêng", ("table", table))


def usual_columns(written: WrittenEdition, table: str) -> Done:
    """A table with the usual columns again; what its own columns held is gone."""
    place = table_at(written, table)
    left, told = _without_cells(written, place, written.appendices[place].columns)
    return Done(with_table(left, place, columns=()), "Dùng các cột thường", ("table", table), told)


def add_column(
    written: WrittenEdition, table: str, of: ColumnSource, title: str = "", after: str = LAST, **fields: Any
) -> Done:
    """A new column behind another ("" before the first); the other fields are those of `Column`."""
    place = table_at(written, table)
    home = written.appendices[place]
    columns = _written_out(written, home)
    key = of if of in _WORDS_OF_ROWS else counted("c", _column_keys(written, home))
    if any(column.key == key for column in columns):
        raise UserFault("Bảng đã có cột này; mỗi bảng chỉ có một cột loại này.")
    column = changed(Column(key, of, _USUAL[of]), **({"title": title} if title else {}), **fields)
    at = len(columns) if after == LAST else at_key(columns, after, "Cột") + 1 if after else 0
    new = (*columns[:at], column, *columns[at:])
    return Done(with_table(written, place, columns=new), "Thêm cột", ("column", table, key))


def set_column(written: WrittenEdition, table: str, column: str, **fields: Any) -> Done:
    """Other words of a column: title, over, kind, width, formula over its neighbours, what it holds."""
    place = table_at(written, table)
    columns = _written_out(written, written.appendices[place])
    at = at_key(columns, column, "Cột")
    new = changed(columns[at], **fields)
    columns = replaced_at(columns, at, new)
    return Done(with_table(written, place, columns=columns), "Sửa cột", ("column", table, new.key))


def move_column(written: WrittenEdition, table: str, column: str, to: int) -> Done:
    """A column to another place, counted from 0 at the left."""
    place = table_at(written, table)
    columns = _written_out(written, written.appendices[place])
    columns = moved_to(columns, at_key(columns, column, "Cột"), to)
    return Done(with_table(written, place, columns=columns), "Chuyển cột", ("column", table, column))


def delete_column(written: WrittenEdition, table: str, column: str) -> Done:
    """A column taken out, with what named its values."""
    place = table_at(written, table)
    columns = _written_out(written, written.appendices[place])
    at = at_key(columns, column, "Cột")
    left, told = _without_cells(written, place, columns[at : at + 1])
    readers = [each.title for each in columns if each.key != column and column in each.formula.split()]
    told = (*told, *(f"Cột «{title}» tính từ cột đã xóa; hãy chọn lại công thức." for title in readers))
    rest = (*columns[:at], *columns[at + 1 :])
    left = with_table(left, place, columns=rest)
    if columns[at].key not in _WORDS_OF_ROWS and follows(written):
        left = retire(left, [f"{table}.{column}"])
    return Done(left, "Xóa cột", ("table", table), told)


def _numbered(written: WrittenEdition, tables: Iterable[Appendix]) -> WrittenEdition:
    """The tables with the numbers of their order."""
    counted_anew = tuple(
        table
        if table.head.number == number
        else msgspec.structs.replace(table, head=msgspec.structs.replace(table.head, number=number))
        for number, table in enumerate(tables, 1)
    )
    return msgspec.structs.replace(written, appendices=counted_anew)


def _written_out(written: WrittenEdition, table: Appendix) -> tuple[Column, ...]:
    return () if table.head.repeats and not table.columns else columns_of(table, written.head.columns)


def _column_keys(written: WrittenEdition, table: Appendix) -> set[str]:
    """The keys of the columns that are there or were there."""
    home = f"{table.head.key}."
    gone = {key.removeprefix(home) for key in written.head.retired if key.startswith(home)}
    return gone | {column.key for column in table.columns}


def _without_cells(
    written: WrittenEdition, place: int, columns: Iterable[Column]
) -> tuple[WrittenEdition, tuple[str, ...]]:
    """The form in which nothing names the values of these columns."""
    names = [column.key for column in columns if column.of not in _WORDS_OF_ROWS]
    rows = written.appendices[place].indicators if names else ()
    return without(written, [f"{row.key}.{name}" for row in rows for name in names])
