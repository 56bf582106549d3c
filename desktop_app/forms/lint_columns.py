"""Faults of the columns that a table names itself: too many, too few, two of one name, not of its kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from desktop_app.forms.columns import cells_of, is_entered
from desktop_app.forms.heads import ColumnSource, table_name
from desktop_app.forms.model import Appendix, Edition

_NAME = re.compile(r"[^\W\d]\w{0,29}\Z")
_ONCE: dict[ColumnSource, str] = {
    "number": "số thứ tự", "label": "chỉ tiêu", "unit": "đơn vị tính", "figure": "số liệu", "note": "ghi chú",
}  # fmt: skip
_OF_A_LINE = frozenset({"number", "value"})


def column_faults(edition: Edition) -> Iterator[str]:
    """Each fault as one sentence that names the table."""
    rows = {row.key for row in edition.indicators}
    for appendix in edition.appendices:
        table = table_name(edition.head, appendix.head)
        found = _of_lines(appendix) if appendix.head.repeats else _of_rows(appendix)
        yield from (f"{table}: {fault}." for fault in (*_names(appendix), *found))
        for cell in cells_of(appendix) if appendix.columns else ():
            if cell.key in rows:
                yield f"{table}: một cột và một dòng cùng có khóa «{cell.key}»; hãy đổi khóa của cột."


def _names(appendix: Appendix) -> Iterator[str]:
    for key, times in Counter(column.key for column in appendix.columns).items():
        if not _NAME.match(key):
            yield f"khóa cột «{key[:40]}» viết sai; khóa chỉ gồm chữ và số, bắt đầu bằng chữ"
        if times > 1:
            yield f"khóa cột «{key[:40]}» đứng {times} lần; mỗi cột một khóa riêng"
    for column in appendix.columns:
        if (column.of == "formula") != bool(column.formula):
            yield f"cột «{column.title[:40]}» phải có công thức khi và chỉ khi là cột tính"
        if column.width[0] > column.width[1]:
            yield f"cột «{column.title[:40]}» có độ rộng ít nhất lớn hơn nhiều nhất"


def _of_rows(appendix: Appendix) -> Iterator[str]:
    times = Counter(column.of for column in appendix.columns)
    for of, name in _ONCE.items():
        if times[of] > 1:
            yield f"có {times[of]} cột {name}; chỉ được một"
    if appendix.columns and not times["label"]:
        yield "chưa có cột chỉ tiêu"
    if appendix.columns and not times["figure"]:
        yield "chưa có cột số liệu"


def _of_lines(appendix: Appendix) -> Iterator[str]:
    if appendix.indicators:
        yield "bảng thêm dòng không được có dòng in sẵn"
    if not any(is_entered(column) for column in appendix.columns):
        yield "bảng thêm dòng chưa có cột nào để nhập"
    for column in appendix.columns:
        if column.of not in _OF_A_LINE:
            yield f"cột «{column.title[:40]}» không dùng được trong bảng thêm dòng"
        if column.kind in ("choice", "yes_no"):
            yield f"cột «{column.title[:40]}» không được là lựa chọn trong bảng thêm dòng"
