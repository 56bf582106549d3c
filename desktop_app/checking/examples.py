"""Run the passing and failing example of every check: an edition tests itself."""

from __future__ import annotations

from desktop_app.checking.evaluate import Result, after_edit, evaluate, read_entries
from desktop_app.checking.findings import Finding
from desktop_app.checking.plan import CompiledCheck, Plan


def example_faults(plan: Plan) -> list[str]:
    """Every example that does not do what it stands for, as one Vietnamese sentence."""
    blank = evaluate(plan, {})
    return [fault for check in plan.checks for fault in _faults(plan, blank, check)]


def _faults(plan: Plan, blank: Result, check: CompiledCheck) -> list[str]:
    code = check.written.code
    passing = _said(plan, blank, code, check.written.passes)
    failing = _said(plan, blank, code, check.written.fails)
    faults: list[str] = []
    if passing:
        faults.append(f"Ví dụ đúng của {code} lại bị báo: {passing.message}")
    if failing is None:
        faults.append(f"Ví dụ sai của {code} không bị báo.")
    elif failing.broken:
        faults.append(f"Quy tắc {code} không tính được trên ví dụ sai của nó.")
    return faults


def _said(plan: Plan, blank: Result, code: str, example: dict[str, str]) -> Finding | None:
    """What the check of this code says of the example values alone, as edits of a blank report.

    Each is tried on the checks that it reaches: on all of them a form of 10,000 rows would take minutes.
    """
    result = after_edit(plan, blank, read_entries(plan, example))
    return next((f for f in result.findings.values() if f.code == code), None)
