"""The library of reports in the data file: list, open, create, carry on, delete, save."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from database import history as log_rows
from database import reports as rows
from database.data_file import DataFile
from desktop_app.base import known_keys
from desktop_app.base.errors import DamagedFile, UserFault
from desktop_app.base.periods import Period, read_period
from desktop_app.checking.findings import Count
from desktop_app.checking.plans import Plans
from desktop_app.forms.catalogue import Catalogue, serves
from desktop_app.reports.carry_over import carry_over
from desktop_app.reports.draft import Draft
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.history import Step, recall
from desktop_app.reports.log import Version, rows_of, steps_of, versions_of
from desktop_app.reports.report import NOTHING, Entry, Report, Status, Summary
from desktop_app.reports.session import Session


def now() -> datetime:
    """The clock of this computer, which may go back."""
    return datetime.now(UTC)


class Library:
    """All reports of this computer. It is also the store that open sessions save to.

    plans: the compiled forms. who: names the user of this computer for the log of edits.
    """

    def __init__(
        self, file: DataFile, catalogue: Catalogue, read_sample: Callable[[str, Plans], Draft],
        who: Callable[[], str] = str, clock: Callable[[], datetime] = now,
    ) -> None:  # fmt: skip
        self._file = file
        self._catalogue = catalogue
        self.plans = Plans(catalogue)
        self._read_sample = read_sample
        self._who = who
        self._clock = clock

    # -- reading --

    def summaries(self) -> list[Summary]:
        """One line for each report, the one changed last first."""
        return [_summary(row) for row in rows.all_reports(self._file)]

    def summary(self, report_id: str) -> Summary:
        """The line of one report; raises UserFault when there is none of this id."""
        return _summary(self._row(report_id))

    def read(self, report_id: str) -> FilledReport:
        """The report as it stands; raises UserFault when there is none of this id."""
        row = self._row(report_id)
        return fill_in(_report(row), self.plans.plan(row.edition), self._entries(row))

    def open(self, report_id: str) -> Session:
        """The report, ready to be edited; raises UserFault when there is none of this id."""
        filled = self.read(report_id)
        log = log_rows.backwards(self._file, report_id, filled.report.last_log_row)
        return Session(filled, self, recall(steps_of(log, filled.entries)))

    def versions(self, report_id: str, key: str) -> Iterator[Version]:
        """Everything that ever stood under the key, the present one first, read as it is asked for."""
        entries = rows.entries_of(self._file, self._row(report_id))
        held = next((row for row in entries if row.key == key), None)
        if held is None:
            return versions_of((), NOTHING)
        log = log_rows.of_key(self._file, report_id, key, held.last_log_row)
        return versions_of(log, Entry(held.text, held.carried))

    def shown_before(self, filled: FilledReport) -> dict[str, str]:
        """What the linked report of the period before shows, by key; {} without one."""
        before = filled.report.previous_id
        if not before or rows.one_report(self._file, before) is None:
            return {}
        previous = self.read(before)
        return {key: previous.shown(key) for key in previous.plan.indicators}

    def proposed_period(self, period: Period) -> Period:
        """The period to propose for a new report: this one, or the last that a form serves."""
        return self._catalogue.nearest(period)

    # -- writing --

    def create(self, period_text: str, edition_id: str = "") -> str:
        """An empty report; returns its id. Refuses periods that do not exist or have no form."""
        period = read_period(period_text)
        return self._add(period, self.plans.edition_for(period, edition_id), {})

    def create_next(self, from_id: str, period_text: str = "") -> str:
        """The next period's report, begun with what carries over; returns its id."""
        before = self._row(from_id)
        period = read_period(period_text) if period_text else read_period(before.period).next()
        edition = self._catalogue.edition(before.edition)
        kept = carry_over(edition, self._entries(before))
        edition_id = self.plans.edition_for(period, before.edition if serves(edition, period) else "")
        fitting = {key: entry for key, entry in kept.items() if self.plans.plan(edition_id).is_key(key)}
        return self._add(period, edition_id, fitting, from_id)

    def create_sample(self, name: str = "2023-q1", previous_id: str = "") -> str:
        """A report filled with one of the samples that ship; returns its id."""
        return self.add_draft(self._read_sample(name, self.plans), previous_id)

    def create_samples(self) -> str:
        """Both samples, the second linked to the first; returns the id of the first."""
        first = self.create_sample("2023-q1")
        self.create_sample("2023-q2", first)
        return first

    def add_draft(self, draft: Draft, previous_id: str = "") -> str:
        """A new report of all of the draft; returns its id. Refuses unknown keys before it writes."""
        plan = self.plans.plan(draft.edition_id)
        entries = {plan.canonical(key): Entry(text) for key, text in draft.stored().items()}
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
        listing = rows.ListingUpdate(_stamp(moment), agency, **msgspec.structs.asdict(count))
        log = rows_of(steps, report.last_log_row, _stamp(moment), self._who())
        rows.save_edits(self._file, report.id, _rows(entries), log, listing)
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
        report = Report(self._free_id(str(period)), edition_id, str(period), previous_id=previous_id)
        filled = fill_in(report, self.plans.plan(edition_id), entries)
        now = _stamp(self._clock())
        row = rows.ReportRow(
            id=report.id, edition=edition_id, period=str(period), agency=filled.text(known_keys.AGENCY),
            status=report.status, previous_id=previous_id, created_at=now, changed_at=now,
            **msgspec.structs.asdict(filled.count()),
        )  # fmt: skip
        rows.add_report(self._file, row, _rows(entries))
        return report.id

    def _free_id(self, period: str) -> str:
        """The period itself, or with the first free number behind it."""
        taken = {row.id for row in rows.all_reports(self._file)}
        if period not in taken:
            return period
        return next(name for n in range(2, len(taken) + 3) if (name := f"{period}-{n}") not in taken)


def _summary(row: rows.ReportRow) -> Summary:
    return Summary(
        id=row.id, edition_id=row.edition, period_text=row.period, agency=row.agency, status=_status(row),
        previous_id=row.previous_id, changed_at=_moment(row),
        errors=row.errors, warnings=row.warnings, notes=row.notes,
    )  # fmt: skip


def _report(row: rows.ReportRow) -> Report:
    return Report(
        id=row.id, edition_id=row.edition, period_text=row.period, status=_status(row),
        previous_id=row.previous_id, changed_at=_moment(row), last_log_row=row.last_log_row,
    )  # fmt: skip


def _moment(row: rows.ReportRow) -> datetime:
    try:
        return datetime.fromisoformat(row.changed_at)
    except ValueError as fault:  # a file that was made to look like ours
        raise DamagedFile(f"Báo cáo {row.id[:60]} có ngày không đọc được; hãy phục hồi bản khác.") from fault


def _status(row: rows.ReportRow) -> Status:
    try:
        return msgspec.convert(row.status, Status)
    except msgspec.ValidationError as fault:  # of a later version, or made to look like ours
        raise DamagedFile(
            f"Báo cáo {row.id[:60]} có trạng thái mà phiên bản này không biết; hãy cập nhật chương trình "
            "hoặc phục hồi bản khác."
        ) from fault


def _rows(entries: Mapping[str, Entry]) -> list[rows.EntryRow]:
    return [rows.EntryRow(key, entry.text, entry.carried) for key, entry in entries.items()]


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
