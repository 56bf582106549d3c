"""Why a row has its number: the formula in the clerk's words and the parts it came from."""

from __future__ import annotations

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.numbers import show_number
from desktop_app.checking.evaluate import Result
from desktop_app.checking.plan import Plan
from desktop_app.checking.run_checks import shown, shown_computed
from desktop_app.forms.columns import plain_title
from desktop_app.forms.expression import Arithmetic, Call, Key, Node, Number

_SIGNS = {"*": "×", "/": "/", "+": "+", "-": "−"}
EARLIER = "lũy kế đến hết kỳ trước"
"""What a column that adds up over the year begins with."""


class Part(msgspec.Struct, frozen=True):
    """One row that a computed number was made of."""

    key: str
    label: str
    text: str


class Derivation(msgspec.Struct, frozen=True):
    """formula: such as "2.2 / 2.1 × 100"; result: the computed number as shown, "" if blank."""

    formula: str
    parts: tuple[Part, ...]
    result: str


def derivation_of(plan: Plan, result: Result, key: str) -> Derivation | None:
    """Where the number of a computed row comes from; None for a row without a formula."""
    formula = plan.formula_of.get(key)
    if formula is None:
        return None
    computed = result.computed[key]
    parts = tuple(
        Part(part, plan.names.get(part, EARLIER), shown(plan, part, result.values, result.computed))
        for part in formula.reads
    )
    return Derivation(
        formula=_words(formula.expression, plan, key),
        parts=parts,
        result=shown_computed(plan, key, result.values, computed),
    )


def _words(node: Node, plan: Plan, of: str) -> str:
    """The expression in words; of: the cell that it computes, whose neighbours are told by their column."""
    match node:
        case Key(key=key):
            return _place(key, plan, of)
        case Number(value=value):
            return show_number(value)
        case Call(name="rate", arguments=(a, b)):
            return f"{_words(a, plan, of)} / {_words(b, plan, of)} × 100"
        case Call(name="total", arguments=parts):
            return " + ".join(_words(part, plan, of) for part in parts)
        case Call(name=name, arguments=parts):
            return f"{name}({'; '.join(_words(part, plan, of) for part in parts)})"
        case Arithmetic(sign=sign, left=left, right=right):
            return f"{_words(left, plan, of)} {_SIGNS[sign]} {_words(right, plan, of)}"
    return "…"


def _place(key: str, plan: Plan, of: str) -> str:
    """A number for rows that it finds, the column in the same row, else words."""
    row = plan.indicators.get(key)
    if known_keys.is_earlier(key):
        return EARLIER
    if row is None:
        return plan.names.get(key, key)
    if of in plan.cells and key.startswith(of.rpartition(".")[0]):
        return f"«{_title(key, plan)}»"
    name = plan.names[key]
    return row.number if row.number and not name.endswith("»") else name.rpartition(", dòng ")[2] or row.label


def _title(key: str, plan: Plan) -> str:
    """What is printed over the cell of a table that names its columns."""
    table = next(a for a in plan.edition.appendices if a.head.key == plan.tab_of[key])
    own = key.rpartition(".")[2] if key in plan.cells else ""
    found = (c for c in table.columns if (c.key == own if own else c.of == "figure"))
    return next((plain_title(column) for column in found), "Số liệu")
