"""What is wrong with a row or a figure by itself, and what it asks of the rest of the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from desktop_app.base.text import has_hidden
from desktop_app.form_editing.references import named_by, related_to
from desktop_app.forms.derived_checks import as_relation
from desktop_app.forms.expression import FUNCTIONS, BadExpression, keys_named, keys_read, parse
from desktop_app.forms.model import Figure, Indicator, Level
from desktop_app.forms.values import is_numeric
from desktop_app.forms.written import NAME

Row = Indicator | Figure
Said = tuple[str, Level]
MOST_PARTS = FUNCTIONS["total"][1]
_TEXTS = ("number", "label", "unit", "remark", "group", "note", "subject")
_WITHOUT_NUMBER = ("text", "heading", "date", "prose")
_ANSWERS = ("choice", "yes_no")


class RowFacts(NamedTuple):
    """What a row says of itself: its own faults, the rows that it names, what its number is computed from.

    asks: the keys that must hold an amount. uses: those of a formula, which may be an answer with a code.
    reads: what its number is computed from, None for a row that is typed.
    """

    said: tuple[Said, ...]
    asks: tuple[str, ...]
    uses: tuple[str, ...]
    reads: tuple[str, ...] | None


PLAIN = RowFacts((), (), (), None)
"""A row of which nothing is to be said."""


def facts_of(row: Row) -> RowFacts:
    """Everything about the row that it says alone."""
    said = (*_words(row), *_kind(row), *_relations(row))
    asks = tuple(dict.fromkeys(related_to(row)))
    uses: tuple[str, ...] = ()
    reads: tuple[str, ...] | None = None
    if isinstance(row, Indicator):
        if row.total_of:
            reads = as_relation(row.total_of).of
        elif row.rate_of:
            reads = row.rate_of
        elif row.formula:
            said = (*said, *_formula(row.formula))
            uses = reads = tuple(dict.fromkeys(keys_named(row.formula)))
    return RowFacts(said, asks, uses, reads) if said or asks or uses else PLAIN


def spelling(text: str) -> Iterator[Said]:
    """Two spaces, and letters that nobody can see."""
    if "  " in text.replace("\n", " ").strip() and "{" not in text:
        yield f"«{text[:50]}» có hai dấu cách liền nhau.", "error"
    if has_hidden(text):
        yield f"«{text[:50]}» có ký tự không nhìn thấy được; hãy gõ lại.", "error"


def _words(row: Row) -> Iterator[Said]:
    if not NAME.match(row.key):
        yield "Dòng này có mã không dùng được; hãy xóa dòng và thêm lại.", "error"
    if not row.label.strip():
        yield "Chưa có tên; hãy ghi tên.", "warning"
    for name in _TEXTS:
        text = getattr(row, name, "")
        if text and ("  " in text or not text.isprintable()):
            yield from spelling(text)


def _kind(row: Row) -> Iterator[Said]:
    if isinstance(row, Figure):
        return
    if row.kind == "choice":
        if not row.choices:
            yield "Chưa có lựa chọn nào; hãy thêm các câu trả lời.", "error"
        for code, times in Counter(choice.code for choice in row.choices).items():
            if times > 1:
                yield f"Mã {code} đứng {times} lần trong các lựa chọn; mỗi câu trả lời một mã.", "error"
        if any(not choice.word.strip() for choice in row.choices):
            yield "Có lựa chọn chưa ghi chữ.", "warning"
    if row.across and row.kind != "heading":
        yield "Chỉ dòng tiêu đề mới in trải hết các cột.", "warning"


def _relations(row: Row) -> Iterator[Said]:
    named = tuple(named_by(row))
    if row.key in named:
        yield "Dòng này được tính từ chính nó; hãy bỏ nó khỏi các dòng đã chọn.", "error"
    if named and row.kind in _WITHOUT_NUMBER:
        yield "Dòng này không phải là số nên không tính và không so được; hãy đổi loại.", "error"
    if named and row.kind in _ANSWERS:
        yield "Dòng lựa chọn không tính và không so được với dòng khác; hãy đổi loại.", "error"
    total = as_relation(row.total_of).of if row.total_of else ()
    if len(total) > MOST_PARTS:
        yield f"Tổng cộng nhiều hơn {MOST_PARTS} dòng; hãy cộng qua các dòng tổng trung gian.", "error"
    if any(times > 1 for times in Counter(total).values()):
        yield "Có dòng được cộng hai lần trong tổng này.", "warning"
    if isinstance(row, Indicator):
        yield from _rate(row)
        yield from _limits(row)


def _rate(row: Indicator) -> Iterator[Said]:
    if not row.rate_of:
        return
    if row.total_of:
        yield "Dòng này vừa là tổng vừa là tỷ lệ; hãy bỏ một trong hai.", "error"
    if row.kind != "percent":
        yield "Dòng tỷ lệ phải có loại là tỷ lệ phần trăm.", "error"
    if row.rate_of[0] == row.rate_of[1]:
        yield "Tử số và mẫu số của tỷ lệ là cùng một dòng; hãy chọn lại.", "error"


def _limits(row: Indicator) -> Iterator[Said]:
    bounds = [Decimal(bound) for bound in (row.least, row.most) if bound]
    if not bounds:
        return
    if not is_numeric(row.kind):
        yield "Chỉ dòng số mới có số nhỏ nhất và lớn nhất.", "error"
    if len(bounds) == 2 and bounds[0] > bounds[1]:
        yield "Số nhỏ nhất lớn hơn số lớn nhất.", "error"
    if row.kind == "count" and any(bound != bound.to_integral_value() for bound in bounds):
        yield "Dòng này đếm số nguyên nên số nhỏ nhất, lớn nhất cũng phải là số nguyên.", "error"
    if row.kind == "percent" and row.least and bounds[0] > 100:
        yield "Tỷ lệ không thể lớn hơn 100%; hãy sửa số nhỏ nhất.", "error"


def _formula(text: str) -> Iterator[Said]:
    try:
        list(keys_read(parse(text)))
    except BadExpression:
        yield "Công thức của dòng này viết sai; hãy chọn lại các dòng để tính.", "error"
