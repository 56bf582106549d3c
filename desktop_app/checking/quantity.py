"""Numbers that may be blank, with the rounding their display hides: what expressions compute on."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from desktop_app.base.numbers import decimals
from desktop_app.forms.expression import (
    Arithmetic,
    Call,
    Comparison,
    Key,
    Logic,
    Node,
    Not,
    Number,
)
from desktop_app.forms.model import ValueKind
from desktop_app.forms.values import Value

ZERO = Decimal(0)
HUNDRED = Decimal(100)


class Quantity(NamedTuple):
    """A number or blank (None); `slack` is half of the last digit that its display shows.

    guess: what the words typed seem to mean; unreadable: words stand where a number should; settled:
    left blank where the clerk has called the entries complete, so that a sum counts it as nothing.
    """

    number: Decimal | None
    slack: Decimal = ZERO
    none_arisen: bool = False
    entered: bool = False
    guess: Decimal | None = None
    unreadable: bool = False
    settled: bool = False


BLANK = Quantity(None)
NOTHING = Quantity(None, settled=True)
Look = Callable[[str], Quantity]
Compute = Callable[[Look], Quantity]
Judge = Callable[[Look], bool | None]
"""True holds, False fails, None waits for a blank."""


class BrokenCheck(Exception):
    """The check itself cannot be computed: our fault, never disguised as the clerk's."""


def quantity_of(kind: ValueKind, value: Value) -> Quantity:
    """The entry as a quantity: "Không phát sinh" counts as 0, words and blanks as nothing."""
    if value.state == "blank":
        return BLANK
    if value.state == "none_arisen":
        return Quantity(ZERO, ZERO, none_arisen=True, entered=True)
    if value.number is None:
        unreadable = value.state == "unreadable"
        return Quantity(None, ZERO, entered=True, guess=value.suggestion, unreadable=unreadable)
    slack = ZERO
    if kind in ("percent", "decimal", "money"):
        slack = Decimal(5).scaleb(-decimals(value.number) - 1)
    return Quantity(value.number, slack, entered=True)


def compile_quantity(node: Node) -> Compute:
    """The node as a function from a look-up to a quantity; a condition where none fits raises."""
    match node:
        case Number(value=value):
            constant = Quantity(value)
            return lambda look: constant
        case Key(key=key):
            return lambda look: look(key)
        case Arithmetic(sign=sign, left=left, right=right):
            return _arithmetic(sign, compile_quantity(left), compile_quantity(right))
        case Call(name=name, arguments=arguments) if name in _QUANTITY_CALLS:
            parts = tuple(compile_quantity(argument) for argument in arguments)
            call = _QUANTITY_CALLS[name]
            return lambda look: call([part(look) for part in parts])
    raise BrokenCheck("có điều kiện đứng ở chỗ của con số")


def compile_condition(node: Node) -> Judge:
    """The node as a function from a look-up to holds / fails / waits."""
    match node:
        case Comparison(sign=sign, left=left, right=right):
            return _comparison(sign, compile_quantity(left), compile_quantity(right))
        case Logic(word="and", parts=parts):
            return _all(tuple(compile_condition(part) for part in parts))
        case Logic(parts=parts):
            return _any(tuple(compile_condition(part) for part in parts))
        case Not(part=part):
            judge = compile_condition(part)
            return lambda look: None if (held := judge(look)) is None else not held
        case Call(name=name, arguments=(argument,)) if name in _CONDITION_CALLS:
            compute, ask = compile_quantity(argument), _CONDITION_CALLS[name]
            return lambda look: ask(compute(look))
    raise BrokenCheck("có con số đứng ở chỗ của điều kiện")


def _arithmetic(sign: str, left: Compute, right: Compute) -> Compute:
    def compute(look: Look) -> Quantity:
        a, b = left(look), right(look)
        if a.number is None or b.number is None:
            return BLANK
        if sign == "+":
            return Quantity(a.number + b.number, a.slack + b.slack)
        if sign == "-":
            return Quantity(a.number - b.number, a.slack + b.slack)
        if sign == "*":
            slack = abs(a.number) * b.slack + abs(b.number) * a.slack
            return Quantity(a.number * b.number, slack)
        if not b.number:
            raise BrokenCheck("chia cho 0, quy tắc thiếu điều kiện `when`")
        return Quantity(a.number / b.number, a.slack / abs(b.number))

    return compute


def _comparison(sign: str, left: Compute, right: Compute) -> Judge:
    def judge(look: Look) -> bool | None:
        a, b = left(look), right(look)
        if a.number is None or b.number is None:
            return None
        return _COMPARE[sign](a.number - b.number, a.slack + b.slack)

    return judge


# Each takes left - right and the slack that the display of both sides allows.
_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "==": lambda gap, slack: abs(gap) <= slack,
    "!=": lambda gap, slack: abs(gap) > slack,
    "<=": lambda gap, slack: gap <= slack,
    "<": lambda gap, slack: gap < slack if slack else gap < 0,
    ">=": lambda gap, slack: gap >= -slack,
    ">": lambda gap, slack: gap > -slack if slack else gap > 0,
}


def _all(judges: tuple[Judge, ...]) -> Judge:
    def judge(look: Look) -> bool | None:
        held = [one(look) for one in judges]
        return False if False in held else None if None in held else True

    return judge


def _any(judges: tuple[Judge, ...]) -> Judge:
    def judge(look: Look) -> bool | None:
        held = [one(look) for one in judges]
        return True if True in held else None if None in held else False

    return judge


def _total(parts: list[Quantity]) -> Quantity:
    """The sum of what is entered; blank when every part is (blank is "not applicable", not 0).

    Where all are blank for good it is 0. Nothing is known of it while a part cannot be read.
    """
    if any(part.unreadable for part in parts):
        return Quantity(None, unreadable=True)
    known = [(part.number, part.slack) for part in parts if part.number is not None]
    if not known:
        return Quantity(ZERO) if all(part.settled for part in parts) else BLANK
    return Quantity(sum((number for number, _ in known), ZERO), sum((slack for _, slack in known), ZERO))


def _rate(parts: list[Quantity]) -> Quantity:
    """100 * a / b in percent; "Không phát sinh" when b is 0, since 0 of 0 is no rate."""
    a, b = parts
    if b.number is not None and not b.number:
        return Quantity(ZERO, ZERO, none_arisen=True)
    if a.number is None or b.number is None:
        return BLANK
    return Quantity(HUNDRED * a.number / b.number)


def _guess(parts: list[Quantity]) -> Quantity:
    (part,) = parts
    return part if part.number is not None or part.guess is None else Quantity(part.guess)


def _extreme(pick: Callable[[list[Decimal]], Decimal]) -> Callable[[list[Quantity]], Quantity]:
    def call(parts: list[Quantity]) -> Quantity:
        known = [part.number for part in parts if part.number is not None]
        return Quantity(pick(known)) if len(known) == len(parts) else BLANK

    return call


def _absolute(parts: list[Quantity]) -> Quantity:
    (part,) = parts
    return BLANK if part.number is None else Quantity(abs(part.number), part.slack)


_QUANTITY_CALLS: dict[str, Callable[[list[Quantity]], Quantity]] = {
    "total": _total,
    "rate": _rate,
    "guess": _guess,
    "abs": _absolute,
    "min": _extreme(min),
    "max": _extreme(max),
}
_CONDITION_CALLS: dict[str, Callable[[Quantity], bool | None]] = {
    "entered": lambda q: q.entered,
    "known": lambda q: q.entered or q.settled,
    "blank": lambda q: not q.entered,
    "none_arisen": lambda q: q.none_arisen,
    "whole": lambda q: None if q.number is None else q.number == q.number.to_integral_value(),
}
