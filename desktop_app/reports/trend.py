"""Figures over the periods: against the one before and the same of last year, and which deserve a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from desktop_app.base.numbers import show_number
from desktop_app.base.periods import Period
from desktop_app.forms.columns import values_of
from desktop_app.forms.model import Indicator, ValueKind
from desktop_app.forms.values import is_numeric, read_value
from desktop_app.reports.filled_report import FilledReport

SMALL = Decimal(10)
"""Counts below this jump about by themselves."""
TIMES, ALONE_TIMES = Decimal(2), Decimal(3)
"""So many times as much as usual is a jump; with a single number to compare with, so many."""
POINTS = Decimal(25)
"""Percentage points by which a rate jumps."""
SPREADS = Decimal(4)
"""Median deviations away from the median."""
ENOUGH = 4
"""Past figures from which on the usual spread is known."""
HUNDRED = Decimal(100)


class Past(NamedTuple):
    """What an earlier report shows in the rows of today's form."""

    period: Period
    shown: Mapping[str, str]


class Change(NamedTuple):
    """One figure beside an earlier one: that one as shown, the difference, the per cent; "" where none."""

    shown: str = ""
    difference: str = ""
    percent: str = ""


class Compared(NamedTuple):
    """One row: now, against the period before, against the same period of last year, worth a look."""

    key: str
    place: str
    label: str
    now: str
    before: Change
    last_year: Change
    jumps: bool


def compared(filled: FilledReport, before: Past | None, past: Sequence[Past]) -> list[Compared]:
    """Every row with a figure now or then. before: the linked report; past: all earlier, oldest first."""
    today = filled.report.period
    alike = [one for one in past if _span(one.period) == _span(today)]
    same = next((one for one in past if one.period == Period(today.year - 1, today.kind)), None)
    found: list[Compared] = []
    for row in _compared_rows(filled):
        now = filled.shown(row.key)
        then, last = (_shown(one, row.key) for one in (before, same))
        if now or then or last:
            shown = (_number(row.kind, _shown(one, row.key)) for one in alike)
            earlier = [number for number in shown if number is not None]
            found.append(
                Compared(
                    row.key,
                    filled.plan.names[row.key],
                    row.label,
                    now,
                    change(row, now, then),
                    change(row, now, last),
                    jumps(row, now, earlier),
                )  # fmt: skip
            )
    return found


def _compared_rows(filled: FilledReport) -> Iterator[Indicator]:
    """Rows and cells with figures of this period; not those that show an earlier one themselves."""
    for appendix in filled.plan.edition.appendices:
        shows_earlier = {column.key for column in appendix.columns if column.of in ("before", "last_year")}
        for row in values_of(appendix):
            column = row.key.rpartition(".")[2] if row.key in filled.plan.cells else ""
            if is_numeric(row.kind) and column not in shows_earlier:
                yield row


def _span(period: Period) -> str:
    """What periods must share for their counts to be alike: a quarter is no year."""
    return period.kind[0] if period.kind[0] in "QM" else period.kind


def change(row: Indicator, now: str, then: str) -> Change:
    """The difference (points for a rate) and the per cent of what it was; "" where one is no number."""
    new, old = _number(row.kind, now), _number(row.kind, then)
    if new is None or old is None:
        return Change(then)
    gap = new - old
    sign = "+" if gap > 0 else ""
    percent = "" if not old or row.kind == "percent" else _signed(HUNDRED * gap / old)
    return Change(then, f"{sign}{show_number(gap, 2)}", percent)


def jumps(row: Indicator, now: str, earlier: Sequence[Decimal]) -> bool:
    """Whether the figure is far from what it used to be: quiet on small counts and where zeros abound."""
    new = _number(row.kind, now)
    if new is None or not earlier or sum(not one for one in earlier) * 2 >= len(earlier) + 1:
        return False
    usual = median(earlier)
    gap = abs(new - usual)
    if row.kind == "percent":
        return gap >= POINTS
    if gap < SMALL or max(new, usual) < 2 * SMALL:
        return False
    if len(earlier) >= ENOUGH:
        spread = max(median(abs(one - usual) for one in earlier), usual / HUNDRED * 5)
        return gap > SPREADS * spread and _times(new, usual) >= TIMES
    return _times(new, usual) >= ALONE_TIMES


def _times(one: Decimal, other: Decimal) -> Decimal:
    low, high = sorted((abs(one), abs(other)))
    return high / low if low else ALONE_TIMES


def points(filled: FilledReport, past: Sequence[Past], key: str) -> list[tuple[Period, Decimal]]:
    """The figures of a row over the periods, today's last; those that are no numbers left out."""
    kind = filled.plan.kind(key)
    shown = [(one.period, _shown(one, key)) for one in past]
    shown.append((filled.report.period, filled.shown(key)))
    numbers = [(period, _number(kind, text)) for period, text in shown]
    return [(period, number) for period, number in numbers if number is not None]


def _shown(past: Past | None, key: str) -> str:
    return past.shown.get(key, "") if past else ""


def _number(kind: ValueKind, text: str) -> Decimal | None:
    return read_value(kind, text).number if text else None


def _signed(number: Decimal) -> str:
    return f"{'+' if number > 0 else ''}{show_number(number, 1)}%"
