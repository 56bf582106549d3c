"""Checks of a form that no word on a row can say: sums of rows compared, their level and their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.keys import counted
from desktop_app.form_editing.places import Done
from desktop_app.form_editing.records import (
    at_key,
    changed,
    figure_of,
    moved_to,
    name_of,
    replaced_at,
    spot_of,
)
from desktop_app.forms.expression import FUNCTIONS, MOST_LENGTH
from desktop_app.forms.model import Check, Level
from desktop_app.forms.values import is_numeric
from desktop_app.forms.written import WrittenEdition

Comparing = Literal["==", "<=", "<", ">=", ">", "!="]
MOST_CHECKS, MOST_COMPARED = 2000, FUNCTIONS["total"][1]
WORDS: dict[Comparing, str] = {
    "==": "phải bằng", "<=": "không được lớn hơn", "<": "phải nhỏ hơn", ">=": "không được nhỏ hơn",
    ">": "phải lớn hơn", "!=": "phải khác",
}  # fmt: skip
ADVICE = "Xem lại các dòng này."
_PASSING: dict[Comparing, int] = {"==": 0, "<=": 0, "<": -1, ">=": 0, ">": 1, "!=": 1}
_FAILING: dict[Comparing, int] = {"==": 1, "<=": 1, "<": 0, ">=": -1, ">": 0, "!=": 0}
"""By how much the left side is more than the right one in an example that passes, and in one that fails."""


def compare_rows(
    written: WrittenEdition, left: Sequence[str], comparing: Comparing, right: Sequence[str], level: Level
) -> Done:
    """A check that the sum of some rows compares so with the sum of others."""
    if len(written.checks) >= MOST_CHECKS:
        raise UserFault(f"Một mẫu có nhiều nhất {MOST_CHECKS} quy tắc riêng; hãy xóa bớt trước.")
    first, second = _numbers(written, left), _numbers(written, right)
    if not first or not second:
        raise UserFault("Quy tắc so hai bên; hãy chọn ít nhất một dòng ở mỗi bên.")
    if set(first) & set(second):
        raise UserFault("Một dòng không đứng ở cả hai bên của quy tắc được; hãy chọn lại.")
    expect = f"{_sum(first)} {comparing} {_sum(second)}"
    if len(expect) > MOST_LENGTH:
        raise UserFault("Quy tắc so quá nhiều dòng; hãy đặt dòng tổng cho từng bên rồi so hai dòng tổng.")
    one, other = _named(written, first), _named(written, second)
    check = Check(
        code=counted("Q", {each.code for each in written.checks}),
        level=level,
        expect=expect,
        message=f"{one[:1].upper()}{one[1:]} là {{found}}, {WORDS[comparing]} {other} là {{expected}}.",
        advice=ADVICE,
        source=f"{one[:1].upper()}{one[1:]}; {other}",
        passes=_example(first, second, _PASSING[comparing]),
        fails=_example(first, second, _FAILING[comparing]),
    )
    return _done(written, (*written.checks, changed(check)), "Thêm quy tắc", check.code)


def set_check(written: WrittenEdition, code: str, **fields: Any) -> Done:
    """Another level, message or advice of a check."""
    at = at_key(written.checks, code, "Quy tắc", "code")
    return _done(
        written, replaced_at(written.checks, at, changed(written.checks[at], **fields)), "Sửa quy tắc", code
    )


def move_check(written: WrittenEdition, code: str, to: int) -> Done:
    """A check to another place among all of them."""
    checks = moved_to(written.checks, at_key(written.checks, code, "Quy tắc", "code"), to)
    return _done(written, checks, "Chuyển quy tắc", code)


def delete_check(written: WrittenEdition, code: str) -> Done:
    """A check taken out."""
    at = at_key(written.checks, code, "Quy tắc", "code")
    return _done(written, (*written.checks[:at], *written.checks[at + 1 :]), "Xóa quy tắc", code)


def _done(written: WrittenEdition, checks: tuple[Check, ...], name: str, code: str) -> Done:
    return Done(msgspec.structs.replace(written, checks=checks), name, ("check", code))


def _numbers(written: WrittenEdition, keys: Sequence[str]) -> tuple[str, ...]:
    """The keys, each once; raises UserFault for one that holds no number."""
    picked = tuple(dict.fromkeys(keys))
    if len(picked) > MOST_COMPARED:
        raise UserFault(f"Một bên của quy tắc có nhiều nhất {MOST_COMPARED} dòng; hãy chọn ít hơn.")
    for key in picked:
        record = figure_of(written, key) or spot_of(written, key).row
        if not is_numeric(record.kind):
            name = name_of(written, key)
            raise UserFault(f"{name[:1].upper()}{name[1:]} không phải là dòng số; hãy chọn dòng khác.")
    return picked


def _named(written: WrittenEdition, keys: tuple[str, ...]) -> str:
    """ "tổng của Phụ lục 1, dòng 1 và Phụ lục 1, dòng 2"."""
    names = [name_of(written, key) for key in keys[:6]]
    more = [f"{len(keys) - 6} dòng khác"] if len(keys) > 6 else []
    listed = [*names, *more]
    return listed[0] if len(listed) == 1 else f"tổng của {', '.join(listed[:-1])} và {listed[-1]}"


def _sum(keys: tuple[str, ...]) -> str:
    return keys[0] if len(keys) == 1 else f"total({', '.join(keys)})"


def _example(left: tuple[str, ...], right: tuple[str, ...], more: int) -> dict[str, str]:
    """Values of which the left ones make so much more than the right ones together."""
    values = dict.fromkeys(left, len(right)) | dict.fromkeys(right, len(left))
    values[left[0]] += more
    return {key: str(value) for key, value in values.items()}
