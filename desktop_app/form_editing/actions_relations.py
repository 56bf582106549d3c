"""How a row hangs together with others, by picking them: sums, rates, parts, equalities, bounds, differences.

Each works on a row of a table and, where that makes sense, on a figure of the prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.numbers import NotANumber, read_number
from desktop_app.form_editing.places import Done
from desktop_app.form_editing.records import (
    at_key,
    changed,
    figure_of,
    name_of,
    replaced_at,
    spot_of,
    with_row,
)
from desktop_app.form_editing.references import Row
from desktop_app.forms.derived_checks import as_relation
from desktop_app.forms.model import Figure, Indicator, Level, Relation
from desktop_app.forms.values import is_numeric
from desktop_app.forms.written import WrittenEdition

NO_NUMBER = ("text", "heading", "date", "prose", "choice", "yes_no")


def total_of(written: WrittenEdition, key: str, parts: Sequence[str]) -> Done:
    """The row is the sum of these; none: it is no sum any more."""
    row = _row(written, key)
    keys = _picked(written, key, parts)
    old = row.total_of
    total: Any = keys
    if keys and isinstance(old, Relation):
        total = msgspec.structs.replace(old, of=keys)
    fields: dict[str, Any] = {"total_of": total}
    if isinstance(row, Indicator) and keys:
        fields |= {"rate_of": None, "formula": ""}
    return _put(written, row, "Đặt dòng tổng", **fields)


def rate_of(written: WrittenEdition, key: str, part: str, whole: str) -> Done:
    """The row is the share that the part has of the whole, in per cent; both "": it is no rate any more."""
    row = _indicator(written, key)
    if not part and not whole:
        return _put(written, row, "Bỏ tỷ lệ", rate_of=None)
    keys = _picked(written, key, (part, whole))
    if len(keys) != 2:
        raise UserFault("Tử số và mẫu số phải là hai dòng khác nhau; hãy chọn lại.")
    return _put(
        written, row, "Đặt tỷ lệ",
        rate_of=keys, total_of=(), formula="", kind="percent", unit=row.unit or "%",
    )  # fmt: skip


def part_of(written: WrittenEdition, key: str, wholes: Sequence[str]) -> Done:
    """The row is no larger than each of these; none: it may be."""
    row = _row(written, key)
    keys = _picked(written, key, wholes)
    return _put(written, row, "Đặt dòng bộ phận", part_of=_kept(row.part_of, [(each,) for each in keys]))


def same_as(written: WrittenEdition, key: str, others: Iterable[str | Sequence[str]]) -> Done:
    """The row says the same as each of these: another row, or the sum of several."""
    row = _row(written, key)
    groups = [_picked(written, key, (each,) if isinstance(each, str) else each) for each in others]
    return _put(
        written, row, "Đặt dòng bằng nhau", same_as=_kept(row.same_as, [keys for keys in groups if keys])
    )


def set_limits(written: WrittenEdition, key: str, least: str = "", most: str = "") -> Done:
    """Between which numbers the value lies, typed the Vietnamese way; "" for no limit."""
    row = _indicator(written, key)
    return _put(written, row, "Đặt giới hạn", least=_number(least), most=_number(most))


def difference_of(written: WrittenEdition, key: str, plus: Sequence[str], minus: Sequence[str]) -> Done:
    """The row is the sum of some rows less others, printed while nothing is typed; none: it is typed."""
    row = _indicator(written, key)
    first, less = _picked(written, key, plus), _picked(written, key, minus)
    if less and not first:
        raise UserFault("Chưa chọn dòng bị trừ; hãy chọn ít nhất một dòng để cộng.")
    text = " - ".join([_sum(first), *less]) if first else ""
    return _put(written, row, "Đặt cách tính", formula=text, total_of=(), rate_of=None)


def set_fill(written: WrittenEdition, key: str, fill: str) -> Done:
    """Whether the computed number is printed by itself ("auto"), or only proposed ("offer")."""
    return _put(written, _indicator(written, key), "Đặt cách ghi số tính", fill=fill)


def set_level(written: WrittenEdition, key: str, word: str, level: Level | None) -> Done:
    """How grave it is when the sum, a part or an equality of the row does not hold; None: as usual.

    word: "total_of", "part_of" or "same_as".
    """
    row = _row(written, key)
    if word == "total_of":
        if not row.total_of:
            raise UserFault("Dòng này không phải là dòng tổng; hãy chọn các dòng để cộng trước.")
        return _put(written, row, "Đặt mức báo", total_of=_graded(as_relation(row.total_of), level))
    words = tuple(_graded(as_relation(each), level) for each in getattr(row, word))
    return _put(written, row, "Đặt mức báo", **{word: words})


def _graded(word: Relation, level: Level | None) -> Relation:
    return msgspec.structs.replace(word, level=level)


def _kept(old: tuple[str | Relation, ...], groups: Sequence[tuple[str, ...]]) -> tuple[str | Relation, ...]:
    """The words for these groups of keys, each with what the row said of the same group before."""
    known = {as_relation(word).of: word for word in old}
    return tuple(known.get(keys) or (keys[0] if len(keys) == 1 else Relation(keys)) for keys in groups)


def _picked(written: WrittenEdition, key: str, others: Sequence[str]) -> tuple[str, ...]:
    """The rows picked, each once; raises UserFault for the row itself and for what is no number."""
    keys = tuple(dict.fromkeys(each for each in others if each))
    for other in keys:
        if other == key:
            raise UserFault("Không tính một dòng từ chính nó được; hãy chọn dòng khác.")
        if not is_numeric(_row(written, other).kind):
            name = name_of(written, other)
            raise UserFault(f"{name[:1].upper()}{name[1:]} không phải là dòng số; hãy chọn dòng khác.")
    return keys


def _row(written: WrittenEdition, key: str) -> Row:
    return figure_of(written, key) or spot_of(written, key).row


def _indicator(written: WrittenEdition, key: str) -> Indicator:
    return spot_of(written, key).row


def _put(written: WrittenEdition, row: Row, name: str, **fields: Any) -> Done:
    """The form with the row so changed; raises UserFault where it holds no number at all."""
    kind = fields.get("kind", row.kind)
    if kind in NO_NUMBER and any(fields.values()):
        raise UserFault("Dòng này không phải là dòng số; hãy đổi loại của dòng trước.")
    if isinstance(row, Figure):
        place = at_key(written.figures, row.key, "Số liệu")
        figures = replaced_at(written.figures, place, changed(row, **fields))
        return Done(msgspec.structs.replace(written, figures=figures), name, ("figure", row.key))
    return Done(with_row(written, spot_of(written, row.key), changed(row, **fields)), name, ("row", row.key))


def _sum(keys: tuple[str, ...]) -> str:
    return keys[0] if len(keys) == 1 else f"total({', '.join(keys)})"


def _number(text: str) -> str:
    """A typed number as an expression spells it; "" stays ""."""
    if not text.strip():
        return ""
    try:
        number = read_number(text)
    except NotANumber as fault:
        raise UserFault(f"{fault}; hãy ghi lại giới hạn.") from fault
    if number < 0:
        raise UserFault("Giới hạn phải từ 0 trở lên; hãy ghi lại.")
    return f"{number:f}"
