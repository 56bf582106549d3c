"""Why a row has its number: the formula in the clerk's words and the parts it came from."""

from __future__ import annotations

import msgspec

from desktop_app.base.numbers import show_number
from desktop_app.checking.evaluate import Result
from desktop_app.checking.plan import Plan
from desktop_app.checking.run_checks import shown, shown_computed
from desktop_app.forms.expression import Arithmetic, Call, Key, Node, Number

_SIGNS = {"*": "×", "/": "/", "+": "+", "-": "−"}


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
        Part(part, plan.names.get(part, part), shown(plan, part, result.values, result.computed))
        for part in formula.reads
    )
    return Derivation(
        formula=_words(formula.expression, plan),
        parts=parts,
        result=shown_computed(plan, key, result.values, computed),
    )


def _words(node: Node, plan: Plan) -> str:
    match node:
        case Key(key=key):
            row = plan.indicators.get(key)
            return row.number or row.label if row else plan.names.get(key, key)
        case Number(value=value):
            return show_number(value)
        case Call(name="rate", arguments=(a, b)):
            return f"{_words(a, plan)} / {_words(b, plan)} × 100"
        case Call(name="total", arguments=parts):
            return " + ".join(_words(part, plan) for part in parts)
        case Call(name=name, arguments=parts):
            return f"{name}({'; '.join(_words(part, plan) for part in parts)})"
        case Arithmetic(sign=sign, left=left, right=right):
            return f"{_words(left, plan)} {_SIGNS[sign]} {_words(right, plan)}"
    return "…"
