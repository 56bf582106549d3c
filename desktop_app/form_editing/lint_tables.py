"""What is wrong inside one table, and what it asks of the rest of the form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from desktop_app.base import known_keys
from desktop_app.form_editing.lint_rows import RowFacts, Said, spelling
from desktop_app.form_editing.places import Place, PlacedFault
from desktop_app.forms.columns import cell_key, is_entered
from desktop_app.forms.expression import BadExpression, keys_read, parse
from desktop_app.forms.heads import Column, ColumnSource
from desktop_app.forms.model import Appendix, Indicator, ValueKind
from desktop_app.forms.values import is_numeric

_WORD = re.compile(r"(?<![\w.])[^\W\d]\w*(?![\w.]|\s*\()")
_ONCE = {
    "number": "số thứ tự",
    "label": "chỉ tiêu",
    "unit": "đơn vị tính",
    "figure": "số liệu",
    "note": "ghi chú",
}
_NEEDED: tuple[ColumnSource, ...] = ("label", "figure")
_CHECKED = ("choice", "yes_no")


class TableFacts(NamedTuple):
    """What a table says of itself; asks: of its rows, those that name others; reads: of its formulas.

    amounts: the rows that can be summed and compared; numeric: those and answers that have a code.
    """

    faults: tuple[PlacedFault, ...]
    keys: tuple[str, ...]
    numeric: frozenset[str]
    rows: Mapping[str, Indicator]
    amounts: frozenset[str]
    asks: tuple[tuple[str, RowFacts], ...]
    reads: Mapping[str, tuple[str, ...]]


def facts_of_table(table: Appendix, of_row: Callable[[Indicator], RowFacts]) -> TableFacts:
    """Everything about the table that it says alone; of_row: the facts of a row, which may be remembered."""
    facts = [of_row(row) for row in table.indicators]
    home: Place = ("table", table.head.key)
    faults = [PlacedFault(home, *said) for said in _of_head(table)]
    faults += _columns(table)
    asks: list[tuple[str, RowFacts]] = []
    reads: dict[str, tuple[str, ...]] = {}
    for row, fact in zip(table.indicators, facts, strict=True):
        if fact.said:
            faults += [PlacedFault(("row", row.key), *said) for said in fact.said]
        if fact.asks or fact.uses:
            asks.append((row.key, fact))
        if fact.reads is not None:
            reads[row.key] = fact.reads
    rows = {row.key: row for row in table.indicators}
    numeric = frozenset(row.key for row in table.indicators if holds_number(row.kind))
    amounts = frozenset(row.key for row in table.indicators if is_numeric(row.kind))
    names = {column.key for column in table.columns}
    if names and any(key.rpartition(".")[2] in names and cell_kind(table, rows, key) for key in rows):
        faults.append(PlacedFault(home, "Có một cột và một dòng trùng mã; hãy xóa cột rồi thêm lại."))
    keys = tuple(row.key for row in table.indicators)
    return TableFacts(tuple(faults), keys, numeric, rows, amounts, tuple(asks), reads)


def holds_number(kind: ValueKind) -> bool:
    """Whether an expression can compute on what is entered."""
    return is_numeric(kind) or kind in _CHECKED


def cell_kind(table: Appendix, rows: Mapping[str, Indicator], key: str) -> ValueKind | None:
    """What the cell of a further column holds, or what is kept of it from before; None for no cell."""
    row_key, _, name = key.removeprefix(known_keys.EARLIER).rpartition(".")
    row = rows.get(row_key)
    column = next((each for each in table.columns if each.key == name), None)
    if row is None or column is None or not is_entered(column) or not cell_key(row, column):
        return None
    return column.kind or row.kind


def _of_head(table: Appendix) -> Iterator[Said]:
    head = table.head
    if not (head.title.strip() or head.name.strip()):
        yield "Bảng chưa có tiêu đề.", "warning"
    for text in (head.title, head.short, head.note, head.label_head, head.figure_head, head.name, head.tab):
        yield from spelling(text)
    if head.repeats and table.indicators:
        yield "Bảng để người lập báo cáo tự thêm dòng thì không có dòng in sẵn; hãy xóa các dòng.", "error"
    if not head.repeats and not table.indicators:
        yield "Bảng chưa có dòng nào.", "warning"


def _columns(table: Appendix) -> Iterator[PlacedFault]:
    times = Counter(column.of for column in table.columns)
    keys = Counter(column.key for column in table.columns)
    home: Place = ("table", table.head.key)
    for missing in _missing_columns(table, times):
        yield PlacedFault(home, missing)
    for column in table.columns:
        place: Place = ("column", table.head.key, column.key)
        yield from (PlacedFault(place, *said) for said in spelling(column.title + column.over))
        if keys[column.key] > 1:
            yield PlacedFault(place, "Hai cột trùng mã; hãy xóa một cột rồi thêm lại.")
        if times[column.of] > 1 and column.of in _ONCE:
            yield PlacedFault(place, f"Bảng có {times[column.of]} cột {_ONCE[column.of]}; chỉ được một.")
        if column.width[0] > column.width[1]:
            yield PlacedFault(place, "Độ rộng ít nhất của cột lớn hơn độ rộng nhiều nhất.")
        yield from (PlacedFault(place, sentence) for sentence in _of_column(table, column))


def _missing_columns(table: Appendix, times: Mapping[ColumnSource, int]) -> Iterator[str]:
    if table.head.repeats:
        if not any(is_entered(column) for column in table.columns):
            yield "Bảng thêm dòng chưa có cột nào để nhập; hãy thêm cột."
    elif table.columns:
        yield from (f"Bảng chưa có cột {_ONCE[of]}; hãy thêm cột." for of in _NEEDED if not times[of])


def _of_column(table: Appendix, column: Column) -> Iterator[str]:
    if table.head.repeats:
        if column.of not in ("number", "value"):
            yield "Cột này không dùng được trong bảng thêm dòng; hãy đổi thành cột nhập."
        if column.kind in _CHECKED:
            yield "Cột của bảng thêm dòng không được là lựa chọn."
    elif column.of == "formula":
        yield from _of_formula(table, column)
    elif column.formula:
        yield "Cột này không phải là cột tính nên không có công thức."


def _of_formula(table: Appendix, column: Column) -> Iterator[str]:
    """The formula of a column over its neighbours."""
    others = {each.key: each for each in table.columns if is_entered(each)}
    names = _WORD.findall(column.formula)
    if not column.formula.strip() or not _parses(column.formula):
        yield "Cột tính chưa có công thức đúng; hãy chọn lại các cột để tính."
        return
    for name in names:
        if name == column.key:
            yield "Cột này được tính từ chính nó; hãy chọn cột khác."
        elif name != "figure" and name not in others:
            yield "Công thức dùng một cột không còn trong bảng; hãy chọn lại các cột."
        elif name in others and others[name].kind in ("text", "date", *_CHECKED):
            yield f"Công thức dùng cột «{others[name].title[:40]}» không phải là số; hãy chọn cột khác."
    if _runs_in_circle(column.key, others):
        yield "Các cột tính vòng tròn lẫn nhau; hãy sửa công thức."


def _parses(formula: str) -> bool:
    try:
        return bool(list(keys_read(parse(_WORD.sub(lambda found: f"x.{found.group()}", formula)))))
    except BadExpression:
        return False


def _runs_in_circle(key: str, columns: Mapping[str, Column]) -> bool:
    """Whether a column reaches itself over the formulas of others; one that reads itself is told apart."""
    seen: set[str] = set()
    waiting = [name for name in _WORD.findall(columns[key].formula) if name != key]
    while waiting:
        name = waiting.pop()
        if name == key:
            return True
        if name in columns and name not in seen:
            seen.add(name)
            waiting += [each for each in _WORD.findall(columns[name].formula) if each != name]
    return False
