"""Records of a form found, changed and put back in their place; the actions are made of these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.text import clean
from desktop_app.forms.form_files import MOST_TEXT
from desktop_app.forms.heads import FormRecord, table_name
from desktop_app.forms.line_names import line_names
from desktop_app.forms.model import Appendix, Figure, Indicator
from desktop_app.forms.written import WrittenEdition

R = TypeVar("R", bound=FormRecord)

_WORDS = {
    "id": "mã mẫu", "name": "tên", "title": "tiêu đề", "label": "tên dòng", "number": "số thứ tự",
    "short": "tên ngắn", "unit": "đơn vị tính", "remark": "phần in nghiêng", "group": "khối",
    "note": "ghi chú", "width": "độ rộng cột", "over": "dòng chữ trên cột", "tab": "tên thẻ",
    "deadline": "hạn gửi", "cut_off": "ngày chốt số liệu", "coming": "tên kỳ tới", "subject": "trích yếu",
    "columns": "độ rộng cột", "hint": "lời gợi ý", "lines": "số dòng", "default": "chữ in sẵn",
    "options": "các lựa chọn", "choices": "các lựa chọn", "least": "số nhỏ nhất", "most": "số lớn nhất",
    "depth": "bậc của mục", "titles": "tiêu đề theo kỳ", "reason": "lý do", "word": "tên phụ lục",
    "tab_word": "chữ tắt của bảng", "level": "mức", "kind": "loại", "formula": "công thức",
}  # fmt: skip
"""How what cannot be taken is called to who writes the form."""


class Spot(NamedTuple):
    """Where a row stands: its table and its place in both."""

    table: Appendix
    of_table: int
    of_row: int

    @property
    def row(self) -> Indicator:
        """The row itself."""
        return self.table.indicators[self.of_row]


def changed(record: R, **fields: Any) -> R:
    """The record with other contents, its texts made uniform; raises UserFault for one it cannot hold."""
    return checked(msgspec.structs.replace(record, **{name: _clean(value) for name, value in fields.items()}))


def checked(record: R) -> R:
    """The record as it would be read from its file; raises UserFault naming what it cannot hold."""
    try:
        read = msgspec.convert(msgspec.to_builtins(record), type(record))
    except msgspec.ValidationError as fault:
        name = str(fault).rpartition("$.")[2].split("[")[0].split(".")[0].rstrip("`")
        raise UserFault(
            f"Chưa ghi được {_WORDS.get(name, 'ô này')}: dài quá hoặc ngoài giới hạn; hãy sửa lại."
        ) from fault
    for text in _texts(msgspec.to_builtins(record)):
        if len(text) > MOST_TEXT:
            raise UserFault(f"Câu «{text[:40]}…» dài quá {MOST_TEXT} ký tự; hãy viết ngắn lại.")
    return read


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return tuple(_clean(part) for part in value)
    if isinstance(value, dict):
        return {name: _clean(part) for name, part in value.items()}
    return value


def _texts(content: object) -> list[str]:
    if isinstance(content, str):
        return [content]
    parts = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    return [text for part in parts for text in _texts(part)]


def table_at(written: WrittenEdition, key: str) -> int:
    """The place of the table among the tables; raises UserFault when there is none of this key."""
    for place, table in enumerate(written.appendices):
        if table.head.key == key:
            return place
    raise UserFault("Bảng này không còn trong mẫu; hãy chọn bảng khác.")


def spot_of(written: WrittenEdition, key: str) -> Spot:
    """Where the row stands; raises UserFault when it is gone."""
    for of_table, table in enumerate(written.appendices):
        for of_row, row in enumerate(table.indicators):
            if row.key == key:
                return Spot(table, of_table, of_row)
    raise UserFault("Dòng này không còn trong mẫu; hãy chọn dòng khác.")


def at_key(records: Sequence[R], key: str, what: str, name: str = "key") -> int:
    """The place of the record of this key; raises UserFault when it is gone."""
    for place, record in enumerate(records):
        if getattr(record, name) == key:
            return place
    raise UserFault(f"{what} này không còn trong mẫu; hãy chọn chỗ khác.")


def replaced_at(records: tuple[R, ...], place: int, record: R) -> tuple[R, ...]:
    """The records with another one at the place."""
    return (*records[:place], record, *records[place + 1 :])


def moved_to(records: tuple[R, ...], place: int, to: int) -> tuple[R, ...]:
    """The records with the one at the place standing at another; beyond either end, at that end."""
    others = [*records[:place], *records[place + 1 :]]
    others.insert(max(0, min(to, len(others))), records[place])
    return tuple(others)


def with_table(written: WrittenEdition, place: int, **fields: Any) -> WrittenEdition:
    """The edition with another head, other rows, scopes or columns in one table."""
    table = msgspec.structs.replace(written.appendices[place], **fields)
    return msgspec.structs.replace(written, appendices=replaced_at(written.appendices, place, table))


def with_row(written: WrittenEdition, spot: Spot, row: Indicator) -> WrittenEdition:
    """The edition with another row at the spot."""
    return with_table(written, spot.of_table, indicators=replaced_at(spot.table.indicators, spot.of_row, row))


def with_each_row(written: WrittenEdition, change: Callable[[Indicator], Indicator]) -> WrittenEdition:
    """The edition with every row changed; a table none of whose rows is another stays the same one."""
    tables: list[Appendix] = []
    for table in written.appendices:
        rows = tuple(map(change, table.indicators))
        same = all(new is old for new, old in zip(rows, table.indicators, strict=True))
        tables.append(table if same else msgspec.structs.replace(table, indicators=rows))
    return msgspec.structs.replace(written, appendices=tuple(tables))


def figure_of(written: WrittenEdition, key: str) -> Figure | None:
    """The figure of the prose under the key; None for every other key."""
    return next((figure for figure in written.figures if figure.key == key), None)


def name_of(written: WrittenEdition, key: str) -> str:
    """How a row or a figure is called in a sentence: "Biểu mẫu 1, dòng 4.1"."""
    for table in written.appendices:
        if any(row.key == key for row in table.indicators):
            return f"{table_name(written.head, table.head)}, dòng {line_names(table)[key]}"
    figure = figure_of(written, key)
    return f"số liệu «{figure.label}»" if figure else f"«{key}»"
