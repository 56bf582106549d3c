"""The library of reports in the data file: list, open, create, carry on, delete, save."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import NamedTuple

import msgspec

from database import history as log_rows
from database import reports as rows
from database.data_file import DataFile
from desktop_app.base import known_keys
from desktop_app.base.dates import short_date
from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period, read_period
from desktop_app.checking.findings import Count
from desktop_app.checking.plan import Plan
from desktop_app.checking.plans import Plans
from desktop_app.forms.catalogue import Catalogue, serves
from desktop_app.forms.columns import shares_cells
from desktop_app.reports.binding import adopted
from desktop_app.reports.carry_over import carry_over
from desktop_app.reports.draft import Draft
from desktop_app.reports.earlier import earlier_entries
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.history import Step, recall
from desktop_app.reports.log import Version, rows_of, steps_of
from desktop_app.reports.prose import read_prose, write_prose
from desktop_app.reports.readiness import status_of, with_look
from desktop_app.reports.report import Entry, Report, Summary
from desktop_app.reports.session import Session
from desktop_app.reports.succession import shown_before, succeed
from desktop_app.searching.period_moving import moved_on
from desktop_app.services.earlier import earlier_reports
from desktop_app.services.report_rows import entry_rows, free_id, report_of, stamp, summary_of
from desktop_app.services.versions import versions

SAMPLES = ("2025-q3", "2025-y", "2026-q1")
"""Three periods of one province on the form in force: the first with faults, the others without."""


def now() -> datetime:
    """The clock of this computer, which may go back."""
    return datetime.now(UTC)


class Beginnings(NamedTuple):
    """What new reports begin with: the samples that ship, the day of sending, the form pinned as it is."""

    read_sample: Callable[[str, Plans], Draft]
    due_day: Callable[[str, Period], date | None] = lambda edition_id, period: None
    pin: Callable[[str, str], None] = lambda report_id, edition_id: None


class Library:
    """All reports of this computer. It is also the store that open sessions save to.

    plans: the compiled forms. who: names the user of this computer for the log of edits.
    """

    def __init__(
        self, file: DataFile, catalogue: Catalogue, begin: Beginnings,
        who: Callable[[], str] = str, clock: Callable[[], datetime] = now,
    ) -> None:  # fmt: skip
        self._file = file
        self._catalogue = catalogue
        self.plans = Plans(catalogue)
        self._begin = begin
        self._who = who
        self._clock = clock

    # -- reading --

    def summaries(self) -> list[Summary]:
        """One line for each report, the one changed last first."""
        return [summary_of(row) for row in rows.all_reports(self._file)]

    def summary(self, report_id: str) -> Summary:
        """The line of one report; raises UserFault when there is none of this id."""
        return summary_of(self._row(report_id))

    def read(self, report_id: str) -> FilledReport:
        """The report as it stands; raises UserFault when there is none of this id."""
        row = self._row(report_id)
        return fill_in(report_of(row), self.plans.plan(row.edition), self._entries(row))

    def others(self, filled: FilledReport) -> list[Summary]:
        """The reports for the same period, this one among them."""
        return [summary_of(row) for row in rows.reports_of(self._file, filled.report.period_text)]

    def open(self, report_id: str) -> Session:
        """The report, ready to be edited; raises UserFault when there is none of this id."""
        filled = self.read(report_id)
        log = log_rows.backwards(self._file, report_id, filled.report.last_log_row)
        before = cache(lambda: shown_before(filled, self.before(filled)))
        return Session(filled, self, recall(steps_of(log, filled.entries)), self.plans.plan, before)

    def versions(self, report_id: str, key: str) -> Iterator[Version]:
        """Everything that ever stood under the key, the present one first, read as it is asked for."""
        return versions(self._file, self.plans, self._row(report_id), key)

    def before(self, filled: FilledReport) -> FilledReport | None:
        """The linked report of the period before; None without one, or without its form."""
        previous_id = filled.report.previous_id
        if not previous_id or rows.one_report(self._file, previous_id) is None:
            return None
        try:
            return self.read(previous_id)
        except UserFault:
            return None

    # -- writing --

    def create(self, period_text: str, edition_id: str = "") -> str:
        """An empty report; returns its id. Refuses periods that do not exist or have no form."""
        period = read_period(period_text)
        edition_id = self.plans.edition_for(period, edition_id)
        return self._add(period, edition_id, self._begun(period, edition_id))

    def create_next(self, from_id: str, period_text: str = "", edition_id: str = "") -> str:
        """The next period's report, begun with what carries over; returns its id."""
        before = self._row(from_id)
        period = read_period(period_text) if period_text else read_period(before.period).next()
        edition = self._catalogue.edition(before.edition)
        kept = carry_over(edition, self._entries(before))
        unless_named = before.edition if serves(edition.head, edition.periods, period) else ""
        edition_id = self.plans.edition_for(period, edition_id or unless_named)
        old, new = self.plans.plan(before.edition), self.plans.plan(edition_id)
        entries = succeed(old, new, kept, carried=True).entries
        periods = (old.edition, read_period(before.period)), (new.edition, period)
        for key in filter(new.is_prose, entries):
            prose = moved_on(read_prose(entries[key].text), *periods)
            entries[key] = Entry(write_prose(prose), carried=True)
        entries |= self._earlier(new, period, entries, from_id) | self._begun(period, edition_id)
        return self._add(period, edition_id, entries, from_id)

    def create_sample(self, name: str, previous_id: str = "") -> str:
        """A report filled with one of the samples that ship; returns its id."""
        return self.add_draft(self._begin.read_sample(name, self.plans), previous_id)

    def create_samples(self, names: Sequence[str] = SAMPLES) -> list[str]:
        """Samples one after another, each linked to the one before; returns their ids."""
        made: list[str] = []
        for name in names:
            made.append(self.create_sample(name, made[-1] if made else ""))
        return made

    def add_draft(self, draft: Draft, previous_id: str = "") -> str:
        """A new report of all of the draft; returns its id. Refuses unknown keys before it writes."""
        plan = self.plans.plan(draft.edition_id)
        entries = {plan.canonical(key): Entry(text) for key, text in draft.stored().items()}
        filled = fill_in(Report("", draft.edition_id, str(draft.period)), plan, entries)
        entries |= {key: Entry(text) for key, text in adopted(filled).items()}
        return self._add(draft.period, draft.edition_id, entries, previous_id)

    def delete(self, report_id: str) -> None:
        """Remove a report for good."""
        self.summary(report_id)
        rows.delete_report(self._file, report_id)

    def save(
        self, report: Report, entries: Mapping[str, Entry], steps: Sequence[Step], count: Count
    ) -> datetime:
        """Commit entries and steps of an open session; see reports.session.Store."""
        moment = self._clock()
        agency = entries[known_keys.AGENCY].text if known_keys.AGENCY in entries else None
        form = entries[known_keys.FORM].text if known_keys.FORM in entries else None
        listing = rows.ListingUpdate(
            stamp(moment), agency, **msgspec.structs.asdict(count), status=report.status, edition=form
        )
        log = rows_of(steps, report.last_log_row, stamp(moment), self._who())
        rows.save_edits(self._file, report.id, entry_rows(entries), log, listing)
        if form:
            self._begin.pin(report.id, form)
        return moment

    # -- inside --

    def _row(self, report_id: str) -> rows.ReportRow:
        row = rows.one_report(self._file, report_id)
        if row is None:
            raise UserFault(f"Không có báo cáo «{report_id[:60]}»; xem danh sách báo cáo bằng lệnh list.")
        return row

    def _entries(self, report: rows.ReportRow) -> dict[str, Entry]:
        return {row.key: Entry(row.text, row.carried) for row in rows.entries_of(self._file, report)}

    def _add(
        self, period: Period, edition_id: str, entries: Mapping[str, Entry], previous_id: str = ""
    ) -> str:
        report = Report(free_id(self._file, str(period)), edition_id, str(period), previous_id=previous_id)
        filled, _ = with_look(fill_in(report, self.plans.plan(edition_id), entries))
        now = stamp(self._clock())
        row = rows.ReportRow(
            id=report.id, edition=edition_id, period=str(period), agency=filled.text(known_keys.AGENCY),
            status=status_of(filled), previous_id=previous_id, created_at=now, changed_at=now,
            **msgspec.structs.asdict(filled.count()),
        )  # fmt: skip
        rows.add_report(self._file, row, entry_rows(entries))
        self._begin.pin(report.id, edition_id)
        return report.id

    def _earlier(
        self, plan: Plan, period: Period, entries: Mapping[str, Entry], from_id: str
    ) -> dict[str, Entry]:
        """What cells of the new report look back to."""
        if not shares_cells(plan.edition):
            return {}
        begun = fill_in(Report("", plan.edition.head.id, str(period), previous_id=from_id), plan, entries)
        return earlier_entries(plan, period, earlier_reports(self, begun))

    def _begun(self, period: Period, edition_id: str) -> dict[str, Entry]:
        """What a new report has from the start: the day by which it must be sent."""
        day = self._begin.due_day(edition_id, period)
        known = self.plans.plan(edition_id).is_key(known_keys.DEADLINE)
        return {known_keys.DEADLINE: Entry(short_date(day))} if day and known else {}
