"""Values to computed rows and findings: all from scratch, or only what an edit touches.

`evaluate` is the definition; `after_edit` must always give the same answer with less work, and a
property test holds the two together. No clock, no database, no Qt; inputs are never changed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from heapq import heappop, heappush

import msgspec

from desktop_app.base import known_keys
from desktop_app.checking.findings import Finding, Identity, moved
from desktop_app.checking.plan import CompiledCheck, Plan
from desktop_app.checking.quantity import BLANK, NOTHING, BrokenCheck, Look, Quantity, quantity_of
from desktop_app.checking.run_checks import (
    VALUE_CODES,
    ShowKey,
    run_check,
    shown,
    value_findings,
    waits,
)
from desktop_app.forms.values import BLANK as BLANK_VALUE
from desktop_app.forms.values import Value, read_value

MOST_DIGITS = 25
"""A computed number with more digits cannot be shown exactly; no row of a report has one."""


class Result(msgspec.Struct, frozen=True):
    """All that follows from the values of one report; shared, so never changed in place.

    values: what was typed, read (blank keys left out). computed: every row with a formula.
    findings: by identity.
    """

    values: Mapping[str, Value]
    computed: Mapping[str, Quantity]
    findings: Mapping[Identity, Finding]

    def value(self, key: str) -> Value:
        """The entry under the key, blank when nothing was typed."""
        return self.values.get(key, BLANK_VALUE)


class Difference(msgspec.Struct, frozen=True):
    """What a screen must touch to go from one result to the next."""

    keys: frozenset[str]
    gone: tuple[Finding, ...] = ()
    come: tuple[Finding, ...] = ()


def read_entries(plan: Plan, texts: Mapping[str, str]) -> dict[str, Value]:
    """The typed texts read by the kinds of their keys; blank ones left out."""
    values: dict[str, Value] = {}
    for key, text in texts.items():
        value = read_value(plan.kind(key), text, plan.choices(key))
        if value.state != "blank":
            values[key] = value
    return values


def evaluate(plan: Plan, values: Mapping[str, Value]) -> Result:
    """Everything computed and checked from scratch."""
    computed: dict[str, Quantity] = {}
    look = _look(plan, values, computed)
    for formula in plan.formulas:
        computed[formula.key] = _compute(plan, formula.key, look)
    agency_kind = _agency_kind(values)
    found = [f for key, value in values.items() for f in value_findings(plan, key, value, agency_kind)]
    held, show = _held(plan, values, look), _show(plan, values, computed)
    found += (f for check in plan.checks if (f := run_check(plan, check, held, show)))
    return Result(values, computed, {finding.identity: finding for finding in found})


def check_alone(
    plan: Plan, check: CompiledCheck, values: Mapping[str, Value], formulas: Iterable[str]
) -> Finding | None:
    """What one check says of the values; formulas: the rows computed for it, each after those it reads."""
    computed: dict[str, Quantity] = {}
    look = _look(plan, values, computed)
    for key in formulas:
        computed[key] = _compute(plan, key, look)
    return run_check(plan, check, _held(plan, values, look), _show(plan, values, computed))


def after_edit(plan: Plan, before: Result, edits: Mapping[str, Value]) -> Result:
    """The result after some entries changed (a blank Value clears one)."""
    values = dict(before.values)
    for key, value in edits.items():
        if value.state == "blank":
            values.pop(key, None)
        else:
            values[key] = value
    if known_keys.AGENCY_KIND in edits:
        return evaluate(plan, values)
    computed = dict(before.computed)
    look = _look(plan, values, computed)
    touched = _recompute(plan, computed, look, edits)
    touched.update(_settled(plan, edits))
    findings = dict(before.findings)
    _recheck_values(plan, values, findings, edits)
    held, show = _held(plan, values, look), _show(plan, values, computed)
    for check in _checks_reading(plan, touched):
        _replace(findings, check, run_check(plan, check, held, show))
    return Result(values, computed, findings)


def difference(before: Result, after: Result, edited: Iterable[str] = ()) -> Difference:
    """The keys and findings that differ between two results of the same plan."""
    keys = set(edited)
    keys |= {k for k, q in after.computed.items() if before.computed.get(k) != q}
    gone, come = moved(before.findings, after.findings)
    for finding in (*gone, *come):
        keys.update(finding.keys)
    return Difference(frozenset(keys), gone, come)


def blanks_waited_for(plan: Plan, result: Result) -> list[list[str]]:
    """For each check that touches a blank, and so has said nothing yet: the keys that it waits for.

    A check whose blanks all stand on tabs that are complete waits for nothing more.
    """
    look = _look(plan, result.values, result.computed)
    held, complete = _held(plan, result.values, look), complete_tabs(plan, result.values)
    found: list[list[str]] = []
    for check in plan.checks:
        blanks = [k for k in check.reads if not look(k).entered and plan.tab_of.get(k) not in complete]
        if blanks and waits(check, held):
            found.append(blanks)
    return found


def looked_at_by_checks(plan: Plan, result: Result) -> Look:
    """Key -> quantity, as the checks see it."""
    return _held(plan, result.values, _look(plan, result.values, result.computed))


def complete_tabs(plan: Plan, values: Container[str]) -> frozenset[str]:
    """The tabs whose entries the clerk has called complete; values: what is entered, by key."""
    return frozenset(tab for tab, mark in plan.marks.items() if mark in values)


def _recompute(plan: Plan, computed: dict[str, Quantity], look: Look, edits: Mapping[str, Value]) -> set[str]:
    """Compute again, in order, the formulas that the edits reach; returns all touched keys.

    A formula stands after those that it reads, so that none is reached again once it is computed.
    """
    touched = set(edits)
    reached = {place for key in edits for place in plan.formula_readers.get(key, ())}
    waiting = sorted(reached)
    while waiting:
        key = plan.formulas[heappop(waiting)].key
        quantity = _compute(plan, key, look)
        if quantity == computed.get(key):
            continue
        computed[key] = quantity
        touched.add(key)
        for place in plan.formula_readers.get(key, ()):
            if place not in reached:
                reached.add(place)
                heappush(waiting, place)
    return touched


def _checks_reading(plan: Plan, touched: Iterable[str]) -> list[CompiledCheck]:
    places = {place for key in touched for place in plan.check_readers.get(key, ())}
    return [plan.checks[place] for place in sorted(places)]


def _recheck_values(
    plan: Plan,
    values: Mapping[str, Value],
    findings: dict[Identity, Finding],
    edits: Mapping[str, Value],
) -> None:
    agency_kind = _agency_kind(values)
    for key, value in edits.items():
        for code in VALUE_CODES:
            findings.pop(Identity("values", code, key), None)
        for finding in value_findings(plan, key, value, agency_kind):
            findings[finding.identity] = finding


def _replace(findings: dict[Identity, Finding], check: CompiledCheck, finding: Finding | None) -> None:
    """Put the check's finding, or its silence, in the place of what it said before."""
    findings.pop(Identity("figures", check.written.code, check.keys[0] if check.keys else ""), None)
    if finding:
        findings[finding.identity] = finding


def _agency_kind(values: Mapping[str, Value]) -> str:
    return values[known_keys.AGENCY_KIND].text if known_keys.AGENCY_KIND in values else ""


def _compute(plan: Plan, key: str, look: Look) -> Quantity:
    try:
        quantity = plan.formula_of[key].compute(look)
    except (BrokenCheck, ArithmeticError):
        return BLANK
    too_large = quantity.number is not None and quantity.number.adjusted() >= MOST_DIGITS
    return BLANK if too_large else quantity


def _look(plan: Plan, values: Mapping[str, Value], computed: Mapping[str, Quantity]) -> Look:
    """Key -> quantity: what was typed, else the computed number of a row that fills itself."""

    def look(key: str) -> Quantity:
        value = values.get(key)
        if value is not None:
            return quantity_of(plan.kind(key), value)
        return computed.get(key, BLANK) if plan.fills_itself(key) else BLANK

    return look


def _held(plan: Plan, values: Mapping[str, Value], look: Look) -> Look:
    """The same for checks: in a sum, what is blank on a tab that is complete counts as nothing."""
    complete = complete_tabs(plan, values)
    if not complete:
        return look

    def held(key: str) -> Quantity:
        if key not in values and plan.tab_of.get(key) in complete and plan.is_amount(key):
            return NOTHING
        return look(key)

    return held


def _settled(plan: Plan, edits: Iterable[str]) -> list[str]:
    """The rows whose blanks count otherwise once these tabs are, or are no longer, complete."""
    tabs = {known_keys.marked_tab(key) for key in edits if known_keys.is_mark(key)}
    return [row for row in plan.indicators if plan.tab_of[row] in tabs] if tabs else []


def _show(plan: Plan, values: Mapping[str, Value], computed: Mapping[str, Quantity]) -> ShowKey:
    return lambda key: shown(plan, key, values, computed)
