"""Rows of reports and their entries, in and out, as plain tuples and mappings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from database.data_file import DataFile
from database.faults import damaged, faults_said
from database.history import append
from database.marks import fits, mark
from database.schema import WITH_FORMS, WITH_LOG
from desktop_app.base.errors import EnvironmentFault
from desktop_app.base.log_row import LogRow


class ReportRow(NamedTuple):
    """One row of the table of reports; times are ISO 8601 with their offset.

    last_log_row: its number in the log of edits; 0 before the first. entry_sum: of the marks of its
    entries.
    """

    id: str
    edition: str
    period: str
    agency: str
    status: str
    previous_id: str
    created_at: str
    changed_at: str
    errors: int
    warnings: int
    notes: int
    last_log_row: int = 0
    entry_sum: int = 0


class EntryRow(NamedTuple):
    """One entry of a report: key, text as typed, whether it came from the period before.

    last_log_row: number of the key's last row in the log; 0 while it has none.
    """

    key: str
    text: str
    carried: bool
    last_log_row: int = 0


class ListingUpdate(NamedTuple):
    """What the list shows of a report and an edit may change."""

    changed_at: str
    agency: str | None  # None leaves it as it is
    errors: int
    warnings: int
    notes: int
    status: str = "draft"
    edition: str | None = None  # None leaves it as it is


_NAMES = tuple("number" if name == "last_log_row" else name for name in ReportRow._fields)
"""The columns of the table, in the order of the record."""
_COLUMNS = ", ".join((*_NAMES, "mark"))
_PLACES = ", ".join("?" * (len(ReportRow._fields) + 1))
_STATE = "SELECT count(*), sum(number), max(created_at) FROM reports"
_STATE_OF_FORMS = "SELECT count(*), sum(mark) FROM forms"
_CHANGED = ", ".join(f"{name} = ?" for name in (*_NAMES[1:], "mark"))


def all_reports(file: DataFile) -> list[ReportRow]:
    """Every report, the one changed last first."""
    rows = file.rows(f"SELECT {_COLUMNS} FROM reports ORDER BY changed_at DESC, id DESC")
    return [_read(file, row) for row in rows]


def reports_of(file: DataFile, period: str) -> list[ReportRow]:
    """Every report for one period, the one changed last first."""
    statement = f"SELECT {_COLUMNS} FROM reports WHERE period = ? ORDER BY changed_at DESC, id DESC"
    return [_read(file, row) for row in file.rows(statement, (period,))]


def one_report(file: DataFile, report_id: str) -> ReportRow | None:
    """The report of this id, or None."""
    rows = file.rows(f"SELECT {_COLUMNS} FROM reports WHERE id = ?", (report_id,))
    return _read(file, rows[0]) if rows else None


def entries_of(file: DataFile, report: ReportRow) -> list[EntryRow]:
    """Every entry of the report; raises DamagedFile when one is missing or another than was written."""
    rows = file.rows(
        "SELECT report_id, key, text, carried, number, mark FROM entries WHERE report_id = ?", (report.id,)
    )
    if not all(map(fits, rows)) or sum(row[-1] for row in rows) != report.entry_sum:
        raise damaged(file.path)
    return [EntryRow(key, text, bool(carried), number) for _, key, text, carried, number, _ in rows]


def add_report(file: DataFile, row: ReportRow, entries: Iterable[EntryRow]) -> None:
    """Write a new report with its entries, at once."""
    with file.atomic() as connection:
        put_report(connection, row, entries)


def put_report(connection: sqlite3.Connection, row: ReportRow, entries: Iterable[EntryRow]) -> None:
    """The same inside a transaction."""
    marked = _marked(row.id, entries)
    row = row._replace(entry_sum=sum(one[-1] for one in marked))
    connection.execute(f"INSERT INTO reports ({_COLUMNS}) VALUES ({_PLACES})", (*row, mark(*row)))
    connection.executemany(_PUT_ENTRY, marked)


def save_edits(
    file: DataFile, report_id: str, entries: Sequence[EntryRow], log: Sequence[LogRow], listing: ListingUpdate
) -> None:
    """Write entries, their rows in the log and the report's line in one durable transaction.

    Raises EnvironmentFault when the report in the file is not the one that the log goes on from.
    """
    with file.atomic() as connection:
        found = connection.execute(f"SELECT {_COLUMNS} FROM reports WHERE id = ?", (report_id,)).fetchone()
        row = _read(file, found) if found else None
        if row and log and row.last_log_row == log[-1].number and _is_there(connection, report_id, log[-1]):
            return  # committed when the folder went out of sight at just that moment
        if row is None or (log and row.last_log_row != log[0].number - 1):
            raise EnvironmentFault(
                f"Tệp {file.path.name} ở đó không còn là tệp đang mở (báo cáo {report_id} khác đi); hãy ghi "
                "báo cáo ra nơi khác rồi mở lại chương trình."
            )
        held = {entry.key: _held(connection, report_id, entry.key) for entry in entries}
        last = append(connection, report_id, log, {key: number for key, (number, _) in held.items()})
        marked = _marked(report_id, (entry._replace(last_log_row=last[entry.key]) for entry in entries))
        connection.executemany(_PUT_ENTRY, marked)
        kept = {name: getattr(row, name) for name, value in listing._asdict().items() if value is None}
        counts = listing._asdict() | kept
        moved = sum(one[-1] for one in marked) - sum(old for _, old in held.values())
        row = row._replace(
            **counts, last_log_row=row.last_log_row + len(log), entry_sum=row.entry_sum + moved
        )
        connection.execute(f"UPDATE reports SET {_CHANGED} WHERE id = ?", (*row[1:], mark(*row), report_id))


def _is_there(connection: sqlite3.Connection, report_id: str, row: LogRow) -> bool:
    """Whether the log holds this row, written by an earlier try."""
    found = connection.execute(
        "SELECT step, key, at, before, after FROM history WHERE report_id = ? AND number = ?",
        (report_id, row.number),
    ).fetchone()
    return found == (row.step, row.key, row.at, row.before, row.after)


def delete_report(file: DataFile, report_id: str) -> None:
    """Remove the report with all its entries and its log."""
    with file.atomic() as connection:
        connection.execute("DELETE FROM reports WHERE id = ?", (report_id,))


def state(file: DataFile) -> str:
    """A text that differs whenever a report or an own edition was edited, made or removed."""
    with faults_said(file.path):
        return state_of(file.connection)


def state_of(connection: sqlite3.Connection) -> str:
    """The same of a copy; "" when it is of a schema without a log."""
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if schema < WITH_LOG:
        return ""
    forms = connection.execute(_STATE_OF_FORMS).fetchone() if schema >= WITH_FORMS else ()
    return repr((*connection.execute(_STATE).fetchone(), *forms))


def _read(file: DataFile, row: tuple) -> ReportRow:
    if not fits(row):
        raise damaged(file.path)
    return ReportRow(*row[:-1])


def _held(connection: sqlite3.Connection, report_id: str, key: str) -> tuple[int, int]:
    """Number of the key's last row in the log, and mark of its entry; zeros without one."""
    found = connection.execute(
        "SELECT number, mark FROM entries WHERE report_id = ? AND key = ?", (report_id, key)
    ).fetchone()
    return found or (0, 0)


_PUT_ENTRY = (
    "INSERT INTO entries (report_id, key, text, carried, number, mark) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (report_id, key) DO UPDATE SET text = excluded.text, carried = excluded.carried, "
    "number = excluded.number, mark = excluded.mark"
)


def _marked(report_id: str, entries: Iterable[EntryRow]) -> list[tuple]:
    """The entries as rows for the table, their marks last."""
    rows = [(report_id, e.key, e.text, int(e.carried), e.last_log_row) for e in entries]
    return [(*row, mark(*row)) for row in rows]
