"""Reports and entries to rows of the data file and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from database import reports as rows
from database.data_file import DataFile
from desktop_app.base.errors import DamagedFile
from desktop_app.reports.report import Entry, Report, Status, Summary


def summary_of(row: rows.ReportRow) -> Summary:
    """The line of a report in the list."""
    return Summary(
        id=row.id, edition_id=row.edition, period_text=row.period, agency=row.agency, status=_status(row),
        previous_id=row.previous_id, changed_at=_moment(row),
        errors=row.errors, warnings=row.warnings, notes=row.notes,
    )  # fmt: skip


def report_of(row: rows.ReportRow) -> Report:
    """What is stored of a report beside its entries."""
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


def entry_rows(entries: Mapping[str, Entry]) -> list[rows.EntryRow]:
    """The entries as rows."""
    return [rows.EntryRow(key, entry.text, entry.carried) for key, entry in entries.items()]


def free_id(file: DataFile, period: str) -> str:
    """An id for a new report: the period itself, or with the first free number behind it."""
    taken = {row.id for row in rows.all_reports(file)}
    if period not in taken:
        return period
    return next(name for n in range(2, len(taken) + 3) if (name := f"{period}-{n}") not in taken)


def stamp(moment: datetime) -> str:
    """The moment as the data file writes it."""
    return moment.isoformat(timespec="milliseconds")
