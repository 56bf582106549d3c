"""What is wrong with a check that a form writes out itself, tried on the rows that it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.checking.examples import example_faults
from desktop_app.checking.plan import Plan
from desktop_app.form_editing.lint_rows import Said
from desktop_app.forms.expression import keys_read
from desktop_app.forms.model import Appendix, Check, Edition, Indicator, ParsedCheck
from desktop_app.forms.written import BadEntry, WrittenEdition, parsed_check, parsed_formula

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def parsed_or_none(check: Check) -> ParsedCheck | None:
    """The check with its expressions; None for one that cannot be parsed."""
    try:
        return parsed_check(check)
    except BadEntry:
        return None


def read_by(check: ParsedCheck) -> tuple[str, ...]:
    """Every key that the check reads, once."""
    nodes = (check.expect, check.when, check.found, check.expected)
    return tuple(dict.fromkeys(key for node in nodes if node is not None for key in keys_read(node)))


def words_of(check: Check, read: Sequence[str]) -> Iterator[Said]:
    """What is wrong with its sentence and its examples."""
    named = {*read, "found", "expected"}
    if any(name not in named for name in _PLACEHOLDER.findall(check.message + check.advice)):
        yield "Câu báo của quy tắc nêu một số mà quy tắc không đọc; hãy sửa câu báo.", "error"
    if not check.message.rstrip().endswith((".", "?")):
        yield "Câu báo của quy tắc thiếu dấu chấm cuối câu.", "error"
    if not check.passes or not check.fails:
        yield "Quy tắc chưa có số liệu thử đúng và thử sai.", "error"
    elif not {*check.passes, *check.fails} <= {*read}:
        yield "Số liệu thử của quy tắc có dòng mà quy tắc không đọc.", "error"


def tried(written: WrittenEdition, check: ParsedCheck, tables: Sequence[Appendix]) -> Iterator[Said]:
    """What its own examples say of it; tables: those that hold the rows which it reads."""
    keys = set(read_by(check))
    small = tuple(msgspec.structs.replace(t, indicators=_rows(t, keys), scopes=()) for t in tables)
    figures = tuple(figure for figure in written.figures if figure.key in keys)
    try:
        formulas = tuple(f for t in small for row in t.indicators if (f := parsed_formula(row)))
        plan = Plan(
            Edition(
                written.head, written.periods, written.agency_kinds, written.fields, written.sections,
                figures, small, None, (check,), formulas,
            )
        )  # fmt: skip
        said = example_faults(plan)
    except (BadEntry, UserFault):
        yield "Quy tắc này không tính được; hãy xóa và đặt lại.", "error"
        return
    if said:
        yield "Quy tắc không báo đúng trên số liệu thử của nó; hãy xem lại các dòng mà nó so sánh.", "error"


def _rows(table: Appendix, keys: set[str]) -> tuple[Indicator, ...]:
    """The rows that are read, be it in a further column."""
    beside = tuple(f".{column.key}" for column in table.columns)
    read = keys | {key.rpartition(".")[0] for key in keys if beside and key.endswith(beside)}
    read |= {key.partition(".")[2] for key in read if key.startswith("earlier.")}
    return tuple(row for row in table.indicators if row.key in read)
