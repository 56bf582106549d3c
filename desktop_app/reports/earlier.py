"""What cells take over from earlier reports: the period before, the same of last year, the sum so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.base import known_keys
from desktop_app.base.periods import Period
from desktop_app.checking.plan import Plan
from desktop_app.forms.columns import cell_key
from desktop_app.forms.values import read_value
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.report import Entry
from desktop_app.reports.succession import shown_by

BROUGHT = "Lấy lại số kỳ trước"
"""The name of the step that brings them anew."""


class Earlier(NamedTuple):
    """The reports that cells look back to: of the period before, of the same period a year before."""

    before: FilledReport | None = None
    last_year: FilledReport | None = None


def earlier_entries(plan: Plan, period: Period, earlier: Earlier) -> dict[str, Entry]:
    """What these cells begin with, marked as carried; without those of which no earlier report says anything.

    A sum over the year goes on from that of the period before, where this one begins after its end:
    the figures of six months hold those of the first quarter already.
    """
    before = shown_by(plan, earlier.before)
    last_year = shown_by(plan, earlier.last_year)
    goes_on = earlier.before is not None and _goes_on(earlier.before.report.period, period)
    found: dict[str, str] = {}
    for appendix in plan.edition.appendices:
        for column in appendix.columns:
            for row in appendix.indicators if column.of in ("before", "last_year", "cumulative") else ():
                key = cell_key(row, column)
                if column.of == "cumulative" and goes_on:
                    found[known_keys.earlier_of(key)] = before.get(key, "")
                elif column.of == "before":
                    found[key] = before.get(row.key, "")
                elif column.of == "last_year":
                    found[key] = last_year.get(row.key, "")
    return {key: Entry(text, carried=True) for key, text in found.items() if _fits(plan, key, text)}


def _goes_on(before: Period, period: Period) -> bool:
    return before.year == period.year and before.last_month < period.first_month


def _fits(plan: Plan, key: str, text: str) -> bool:
    """Whether there is something that can stand in the cell: a word where a number belongs says nothing."""
    return bool(key and text) and read_value(plan.kind(key), text, plan.choices(key)).state != "unreadable"


def brought(now: Mapping[str, Entry], entries: Mapping[str, Entry]) -> dict[str, str]:
    """The texts that change when they are brought anew, also over what has been typed since."""
    return {key: entry.text for key, entry in entries.items() if now.get(key) != entry}
