"""Run the passing and failing example of every check: an edition tests itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop_app.checking.evaluate import check_alone, read_entries
from desktop_app.checking.findings import Finding
from desktop_app.checking.plan import CompiledCheck, Plan


def example_faults(plan: Plan) -> list[str]:
    """Every example that does not do what it stands for, as one Vietnamese sentence."""
    order = {formula.key: place for place, formula in enumerate(plan.formulas)}
    return [fault for check in plan.checks for fault in _faults(plan, order, check)]


def _faults(plan: Plan, order: Mapping[str, int], check: CompiledCheck) -> list[str]:
    code = check.written.code
    passing = _said(plan, order, check, check.written.passes)
    failing = _said(plan, order, check, check.written.fails)
    faults: list[str] = []
    if passing:
        faults.append(f"Ví dụ đúng của {code} lại bị báo: {passing.message}")
    if failing is None:
        faults.append(f"Ví dụ sai của {code} không bị báo.")
    elif failing.broken:
        faults.append(f"Quy tắc {code} không tính được trên ví dụ sai của nó.")
    return faults


def _said(
    plan: Plan, order: Mapping[str, int], check: CompiledCheck, example: dict[str, str]
) -> Finding | None:
    """What the check says of the example values alone.

    Only the rows that it reaches are computed: all of a form of 10,000 rows, for each of its checks,
    would take minutes.
    """
    values = read_entries(plan, example)
    reached = _reached(plan, check.reads, values)
    return check_alone(plan, check, values, sorted(reached, key=order.__getitem__))


def _reached(plan: Plan, keys: Iterable[str], typed: Mapping[str, object]) -> set[str]:
    """The rows that compute themselves and that the check reads, be it through others."""
    found: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found and key not in typed and plan.fills_itself(key):
            found.add(key)
            waiting += plan.formula_of[key].reads
    return found
