"""When the figures of a period close, when its report is due and which period comes next, by a form."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.base.periods import KINDS, Period
from desktop_app.forms.heads import PeriodWording

LAST_DAY = 31
"""The last day of a month, whichever that is."""


class Due(NamedTuple):
    """A report that everybody owes: first and last day of its figures, and the day it must be sent."""

    period: Period
    first: date
    last: date
    day: date


def wording_of(periods: Sequence[PeriodWording], period: Period) -> PeriodWording | None:
    """What a form says for this kind of period; None when it has no such kind."""
    return next((wording for wording in periods if wording.kind == period.group), None)


def cut_off(wording: PeriodWording, period: Period) -> tuple[date, date] | None:
    """First and last day of the figures; None when the form names none.

    A day is written "15/6", "-15/12" in the year before; for months a day alone, the first one
    in the month before (Nghị định 09/2019/NĐ-CP, Điều 12).
    """
    first, last = wording.cut_off
    if not first or not last:
        return None
    return _day(first, period, back=1), _day(last, period)


def calendar_days(period: Period) -> tuple[date, date]:
    """First and last day of the period itself."""
    return date(period.year, period.first_month, 1), _in_month(period.year, period.last_month, LAST_DAY)


def due_day(wording: PeriodWording, period: Period, own_day: int = 0) -> date | None:
    """The day by which the report must be sent; own_day: that of the province, in the same month.

    None where neither the form nor the province names one.
    """
    if wording.deadline:
        day = _day(wording.deadline, period)
        return _in_month(day.year, day.month, own_day) if own_day else day
    return _in_month(period.year, period.last_month, own_day) if own_day else None


def dues(periods: Sequence[PeriodWording], year: int, own_day: int = 0) -> list[Due]:
    """The reports of the year that everybody owes, in the order of their days."""
    found: list[Due] = []
    for wording in periods:
        if wording.optional or wording.kind not in KINDS:
            continue
        period = Period(year, wording.kind)
        figures = cut_off(wording, period)
        day = due_day(wording, period, own_day)
        if figures and day:
            found.append(Due(period, *figures, day))
    return sorted(found, key=lambda due: (due.day, due.period.rank()))


def following(periods: Sequence[PeriodWording], period: Period) -> Period:
    """The period after this one: in a form that names what everybody owes, the next of those."""
    owed = [each.kind for each in periods if not each.optional and each.kind in KINDS]
    if period.kind not in owed or len(owed) == len(periods):
        return period.next()
    later = [each for kind in owed if (each := Period(period.year, kind)).rank() > period.rank()]
    first = [Period(period.year + 1, kind) for kind in owed]
    return min(later or first, key=Period.rank)


def _day(text: str, period: Period, back: int = 0) -> date:
    """ "15/6", "-15/12", or "15" in the month of the period or `back` months before it."""
    year = period.year - text.startswith("-")
    day, _, month = text.lstrip("-").partition("/")
    if month:
        return _in_month(year, int(month), int(day))
    months = year * 12 + period.last_month - 1 - back
    return _in_month(months // 12, months % 12 + 1, int(day))


def _in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
