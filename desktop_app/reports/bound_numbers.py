"""Numbers of the prose that follow a figure: what they are bound to, and what they show.

A run of prose is bound by a short text: an expression over keys in the language of the forms, and
after "|" how it is written. "bm1.4.1" is the figure of a row, "bm1.4.1|02" the same with the office's
leading zero, "rate(bm1.2.2, bm1.2.1)|%" a rate, "bm1.4.1 - before.bm1.4.1" the change since the period
before. A key that no row has (a figure of the prose, a number with a name) is stated by the run itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.numbers import show_number
from desktop_app.checking.quantity import BLANK, BrokenCheck, Compute, Quantity, compile_quantity, quantity_of
from desktop_app.forms.expression import BadExpression, Key, keys_read, parse, with_keys
from desktop_app.forms.values import MOST_DECIMALS, read_value
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import Prose, ProseRun

BEFORE = "before."
"""In front of a key: what the report of the period before shows there."""
ZERO_FIRST, PERCENT, ABSOLUTE = "02", "%", "abs"
"""How a number is written: 05; 83,33%; without its sign, for "giảm 4"."""
Before = Callable[[], Mapping[str, str]]


class Bound(NamedTuple):
    """What a run is bound to: the function of its expression, the keys that it reads, how it is written.

    key: the single key that the expression is; "" where it computes.
    """

    compute: Compute
    keys: frozenset[str]
    key: str
    styles: frozenset[str]


@lru_cache(maxsize=2048)
def read_bound(text: str) -> Bound | None:
    """What the text binds to; None for one that is no expression, as a foreign file may bring."""
    expression, *styles = text.split("|")
    try:
        node = parse(expression)
        compute = compile_quantity(node)
    except (BadExpression, BrokenCheck):
        return None
    key = node.key if isinstance(node, Key) else ""
    return Bound(compute, frozenset(keys_read(node)), key, frozenset(styles))


def bound_keys(prose: Prose) -> frozenset[str]:
    """The keys whose figures the prose shows."""
    found = (read_bound(run.bound) for paragraph in prose for run in paragraph.runs if run.bound)
    return frozenset(key for bound in found if bound for key in bound.keys)


def shown_number(filled: FilledReport, text: str, before: Before = dict) -> str:
    """What a run bound so shows now; "" while its figure is blank, unreadable or gone."""
    bound = read_bound(text)
    if bound is None:
        return ""
    if bound.key and not bound.key.startswith(BEFORE) and (typed := _as_printed(filled, bound)) is not None:
        return typed
    try:
        quantity = bound.compute(lambda key: _look(filled, key, before))
    except (BrokenCheck, ArithmeticError):
        return ""
    return "" if quantity.number is None else _written(quantity.number, bound.styles)


def follow(filled: FilledReport, prose: Prose, before: Before = dict) -> Prose:
    """The prose with every bound number as it is now; one whose figure is not there stays as it was."""
    return _each(prose, lambda run: run.with_text(shown_number(filled, run.bound, before) or run.text))


def detached(prose: Prose, gone: Callable[[ProseRun], bool]) -> Prose:
    """The prose with these runs as plain words."""
    return _each(prose, lambda run: run.with_bound("") if gone(run) else run)


def stated(prose: Prose) -> dict[str, str]:
    """What the prose itself states: keys of no row -> digits, as in the first run that is bound to each."""
    found: dict[str, str] = {}
    for run in (run for paragraph in prose for run in paragraph.runs if run.bound):
        bound = read_bound(run.bound)
        if bound and bound.key:
            found.setdefault(bound.key, run.text.strip())
    return found


def rebound(prose: Prose, moved: Callable[[str], str]) -> Prose:
    """The prose on another form: `moved` gives the new key of one that is read, "" where it has none.

    A number one of whose figures has no place there becomes plain words.
    """

    def bound_anew(run: ProseRun) -> ProseRun:
        bound = read_bound(run.bound)
        places = {key: moved(key.removeprefix(BEFORE)) for key in bound.keys} if bound else {}
        if not bound or not all(places.values()):
            return run.with_bound("")
        new = {key: f"{BEFORE}{p}" if key.startswith(BEFORE) else p for key, p in places.items()}
        return run.with_bound(with_keys(run.bound, new))

    return _each(prose, bound_anew)


def is_stated_in_prose(filled: FilledReport, key: str) -> bool:
    """Whether the figure has no cell of its own: a figure of the prose, or a number that was given a name."""
    return key in filled.plan.figures or known_keys.is_named_number(key)


def _each(prose: Prose, change: Callable[[ProseRun], ProseRun]) -> Prose:
    return tuple(
        msgspec.structs.replace(
            paragraph, runs=tuple(change(run) if run.bound else run for run in paragraph.runs)
        )
        for paragraph in prose
    )


def _as_printed(filled: FilledReport, bound: Bound) -> str | None:
    """A single key as the form prints it, with the sign of its unit; None where it must be computed."""
    plan, key = filled.plan, bound.key
    if not plan.is_key(key):
        return ""
    value = filled.result.value(key)
    if value.state == "unreadable":
        return ""
    if bound.styles & {ABSOLUTE, ZERO_FIRST} and value.number is not None:
        return _written(value.number, bound.styles, typed=filled.shown(key))
    text = filled.shown(key)
    percent = PERCENT in bound.styles and text and not text.endswith("%") and text[-1].isdigit()
    return f"{text}%" if percent else text


def _look(filled: FilledReport, key: str, before: Before) -> Quantity:
    plan = filled.plan
    if key.startswith(BEFORE):
        row = key.removeprefix(BEFORE)
        kind = plan.kind(row)
        return quantity_of(kind, read_value(kind, before().get(row, ""), plan.choices(row)))
    value = filled.result.values.get(key)
    if value is not None and value.state != "blank":
        return quantity_of(plan.kind(key), value)
    return filled.result.computed.get(key, BLANK) if plan.fills_itself(key) else BLANK


def _written(number: Decimal, styles: frozenset[str], typed: str = "") -> str:
    if ABSOLUTE in styles:
        number = abs(number)
    text = typed if typed and ABSOLUTE not in styles else show_number(number, MOST_DECIMALS)
    if ZERO_FIRST in styles and len(text) == 1 and text.isdigit() and text != "0":
        text = f"0{text}"
    return f"{text}%" if PERCENT in styles and not text.endswith("%") else text
