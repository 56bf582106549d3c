"""Rows of a table: insert, move, delete, change, renumber, and who fills them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.keys import new_row_key, taken_keys
from desktop_app.form_editing.places import Done
from desktop_app.form_editing.records import (
    Spot,
    changed,
    spot_of,
    table_at,
    with_row,
    with_table,
)
from desktop_app.form_editing.references import without
from desktop_app.form_editing.scopes import Filled, scopes_for, who_fills
from desktop_app.forms.model import Appendix, Choice, Indicator
from desktop_app.forms.written import WrittenEdition

LAST = "\0"
"""Behind the last row; "" is before the first."""
MOST_ROWS = 10_000
_DOTTED = re.compile(r"([0-9]+(?:\.[0-9]+)*)(\.?)\Z")
_ROMAN = re.compile(r"[IVXL]+(\.?)\Z")


def insert_row(
    written: WrittenEdition, table: str, label: str, number: str = "", after: str = LAST, **fields: Any
) -> Done:
    """A new row behind another; the other fields are those of `Indicator`."""
    return insert_rows(written, table, [{"label": label, "number": number, **fields}], after)


def insert_rows(
    written: WrittenEdition, table: str, rows: Sequence[dict[str, Any]], after: str = LAST
) -> Done:
    """Several new rows behind another, each by its fields; those of a list that was pasted."""
    place = table_at(written, table)
    home = written.appendices[place]
    if home.head.repeats:
        raise UserFault("Bảng này để người lập báo cáo tự thêm dòng nên không có dòng in sẵn; hãy thêm cột.")
    if len(home.indicators) + len(rows) > MOST_ROWS:
        raise UserFault(f"Một bảng có nhiều nhất {MOST_ROWS} dòng; hãy chia thành nhiều bảng.")
    at = _behind(home, after)
    before = home.indicators[at - 1].key if at else ""
    taken = taken_keys(written)
    made: list[Indicator] = []
    for fields in rows:
        key = new_row_key(home, str(fields.get("number", "")), before, taken)
        made.append(changed(Indicator(key=key, number="", label=""), **fields))
        taken.add(key)
        before = key
    all_rows = (*home.indicators[:at], *made, *home.indicators[at:])
    last = ("row", made[-1].key) if made else ("table", table)
    return Done(with_table(written, place, indicators=all_rows), "Thêm dòng", last)


def set_row(written: WrittenEdition, row: str, **fields: Any) -> Done:
    """Other words of a row: number, label, kind, unit, remark, note, group, italic, strong, across …"""
    spot = spot_of(written, row)
    return Done(with_row(written, spot, changed(spot.row, **fields)), "Sửa dòng", ("row", row))


def set_choices(written: WrittenEdition, row: str, choices: Sequence[tuple[int, str]]) -> Done:
    """The answers of a row, code and word, which makes it a row of choice."""
    spot = spot_of(written, row)
    old = {choice.code: choice.label for choice in spot.row.choices}
    made = tuple(changed(Choice(code, ""), word=word, label=old.get(code, "")) for code, word in choices)
    new = changed(spot.row, kind="choice", choices=made)
    return Done(with_row(written, spot, new), "Sửa các lựa chọn", ("row", row))


def move_rows(written: WrittenEdition, rows: Collection[str], after: str) -> Done:
    """Rows of one table to behind another of its rows; "" is before the first, LAST behind all."""
    spot = _first_of(written, rows)
    moving = [row for row in spot.table.indicators if row.key in rows]
    staying = [row for row in spot.table.indicators if row.key not in rows]
    if len(moving) != len(set(rows)):
        raise UserFault("Chỉ chuyển được các dòng của cùng một bảng; hãy chọn lại.")
    behind = _last_staying(spot.table, after, rows)
    at = 1 + [row.key for row in staying].index(behind) if behind else 0
    order = (*staying[:at], *moving, *staying[at:])
    return Done(with_table(written, spot.of_table, indicators=order), "Chuyển dòng", ("row", moving[0].key))


def delete_rows(written: WrittenEdition, rows: Collection[str]) -> Done:
    """Rows of one table taken out, and out of every sum, rate, check and scope that named them."""
    spot = _first_of(written, rows)
    filled = who_fills(spot.table)
    gone = [row for row in spot.table.indicators if row.key in rows]
    left, told = without(written, [row.key for row in gone])
    stay = tuple(row for row in left.appendices[spot.of_table].indicators if row.key not in rows)
    left = with_table(left, spot.of_table, indicators=stay, scopes=_scopes(spot, stay, filled))
    left = retire(left, (row.key for row in gone if row.key in row.was))
    return Done(left, "Xóa dòng", _near(spot, stay), told)


def renumber(written: WrittenEdition, table: str) -> Done:
    """Numbers of a table counted anew: 1, 1.1, 1.2, 2 … and I, II; what is no such number stays."""
    place = table_at(written, table)
    counts: list[int] = []
    roman = 0
    rows: list[Indicator] = []
    for row in written.appendices[place].indicators:
        number = row.number
        if found := _ROMAN.match(row.number):
            roman, counts = roman + 1, []
            number = to_roman(roman) + found[1]
        elif found := _DOTTED.match(row.number):
            depth = found[1].count(".") + 1
            counts = [*counts[:depth], *[0] * (depth - len(counts))]
            counts[-1] += 1
            number = ".".join(str(max(count, 1)) for count in counts) + found[2]
        rows.append(row if number == row.number else changed(row, number=number))
    return Done(with_table(written, place, indicators=tuple(rows)), "Đánh lại số thứ tự", ("table", table))


def set_scope(
    written: WrittenEdition, rows: Collection[str], agency_kinds: Sequence[str], reason: str = ""
) -> Done:
    """Which kinds of agency fill these rows of one table, and why the others do not; none: everybody."""
    spot = _first_of(written, rows)
    known = {kind.key for kind in written.agency_kinds}
    kinds = tuple(kind for kind in dict.fromkeys(agency_kinds) if kind in known)
    filled = who_fills(spot.table)
    names = ", ".join(kind.name for kind in written.agency_kinds if kind.key in kinds)
    why = reason or (f"{names} báo cáo" if kinds else "")
    filled |= dict.fromkeys(rows, Filled(kinds, why if kinds else ""))
    scopes = _scopes(spot, spot.table.indicators, filled)
    return Done(
        with_table(written, spot.of_table, scopes=scopes), "Đặt cơ quan báo cáo", ("row", spot.row.key)
    )


def retire(written: WrittenEdition, keys: Iterable[str]) -> WrittenEdition:
    """The form that never uses these keys again."""
    retired = tuple(dict.fromkeys((*written.head.retired, *keys)))
    if retired == written.head.retired:
        return written
    return msgspec.structs.replace(written, head=msgspec.structs.replace(written.head, retired=retired))


def follows(written: WrittenEdition) -> bool:
    """Whether the form follows another whose keys it kept: what is taken out of it was in use."""
    of_section = (section.key in section.was for section in written.sections)
    return any(of_section) or any(row.key in row.was for row in written.indicators)


def to_roman(number: int) -> str:
    """I, II, III, IV …"""
    text = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        text += letters * count
    return text


def _scopes(spot: Spot, rows: tuple[Indicator, ...], filled: dict[str, Filled]) -> tuple[Any, ...]:
    """The scopes of the table anew; as they were where they say the same."""
    same = who_fills(msgspec.structs.replace(spot.table, indicators=rows))
    kept = {key for scope in spot.table.scopes for key in scope.rows} <= {row.key for row in rows}
    if kept and all(same[row.key] == filled.get(row.key, Filled()) for row in rows):
        return spot.table.scopes
    return scopes_for(rows, filled)


def _first_of(written: WrittenEdition, rows: Collection[str]) -> Spot:
    if not rows:
        raise UserFault("Chưa chọn dòng nào; hãy chọn dòng trước.")
    return spot_of(written, next(iter(rows)))


def _behind(table: Appendix, after: str) -> int:
    if after == LAST:
        return len(table.indicators)
    if not after:
        return 0
    keys = [row.key for row in table.indicators]
    return keys.index(after) + 1 if after in keys else len(keys)


def _last_staying(table: Appendix, after: str, moving: Collection[str]) -> str:
    """The row that stays behind which the moved ones come; "" when they come first."""
    upto = [row.key for row in table.indicators[: _behind(table, after)]]
    return next((key for key in reversed(upto) if key not in moving), "")


def _near(spot: Spot, rows: tuple[Indicator, ...]) -> tuple[str, ...]:
    """Where the cursor goes when rows are gone: the next one, else the last, else the table."""
    if not rows:
        return ("table", spot.table.head.key)
    return ("row", rows[min(spot.of_row, len(rows) - 1)].key)
