"""Which report is due today, in how many days, and the province's own day for it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desktop_app.base.periods import Period
from desktop_app.forms.calendar import Due, due_day, dues, following, wording_of
from desktop_app.forms.catalogue import Catalogue, Listed
from desktop_app.reports.report import Summary
from desktop_app.services.preferences import Preferences

OWN_DAY = "due.day"
STILL_ASKED_FOR = 30
"""So many days after its day a report that was never begun is still named."""


class DueReport(NamedTuple):
    """A report that is owed: how many days are left (below 0: late), and its report here, "" without one."""

    due: Due
    days: int
    report_id: str


class DueDates:
    """What the forms in force ask for, and when; the province may have named a day of its own."""

    def __init__(self, catalogue: Catalogue, preferences: Preferences) -> None:
        self._catalogue, self._preferences = catalogue, preferences

    @property
    def own_day(self) -> int:
        """The day of the month that the province has set; 0 when it is the form's own."""
        text = self._preferences.get(OWN_DAY)
        return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 31 else 0

    def set_own_day(self, day: int) -> None:
        """Remember the province's day, 1 to 31, or 0 for the form's own."""
        self._preferences.keep(OWN_DAY, str(day) if day else "")

    def next(self, today: date) -> Due | None:
        """The report that is due next; None where no form in force names a day."""
        return next((due for due in self._around(today.year) if due.day >= today), None)

    def proposed(self, today: date) -> Period | None:
        """The period of a new report on this day."""
        due = self.next(today)
        return due.period if due else None

    def after(self, period: Period) -> Period:
        """The period whose report comes after that of the period, by the form that is then in force."""
        form = self._form_of(period.next())
        return following(form.periods, period) if form else period.next()

    def day_of(self, edition_id: str, period: Period) -> date | None:
        """By when a report on this edition must be sent; None where nobody says."""
        periods = self._catalogue.edition(edition_id).periods
        wording = wording_of(periods, period)
        return due_day(wording, period, self.own_day) if wording else None

    def owed(self, today: date, reports: list[Summary]) -> list[DueReport]:
        """What is late and was never begun, then what is due next."""
        ids = {summary.period_text: summary.id for summary in reversed(reports)}
        found: list[DueReport] = []
        for due in self._around(today.year):
            report = DueReport(due, (due.day - today).days, ids.get(str(due.period), ""))
            if report.days >= 0:
                return [*found, report]
            if reports and not report.report_id and report.days >= -STILL_ASKED_FOR:
                found.append(report)
        return found

    def _around(self, year: int) -> list[Due]:
        """The owed reports of last year, this one and the next, each by the form that serves it."""
        found: list[Due] = []
        for each in (year - 1, year, year + 1):
            form = self._form_of(Period(each, "Y"))
            owed = dues(form.periods, each, self.own_day) if form else []
            found += [due for due in owed if form and form.serves(due.period)]
        return found

    def _form_of(self, period: Period) -> Listed | None:
        return next((one for one in self._catalogue.all() if one.sound and one.serves(period)), None)
