"""Rows of reports and their entries, in and out, as plain tuples and mappings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from database.data_file import DataFile


class ReportRow(NamedTuple):
    """One row of the table of reports; times are ISO 8601 with their offset."""

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


class EntryRow(NamedTuple):
    """One entry of a report: key, text as typed, and whether it came from the period before."""

    key: str
    text: str
    carried: bool


_COLUMNS = ", ".join(ReportRow._fields)


def all_reports(file: DataFile) -> list[ReportRow]:
    """Every report, the one changed last first."""
    rows = file.rows(f"SELECT {_COLUMNS} FROM reports ORDER BY changed_at DESC, id DESC")
    return [ReportRow(*row) for row in rows]


def one_report(file: DataFile, report_id: str) -> ReportRow | None:
    """The report of this id, or None."""
    rows = file.rows(f"SELECT {_COLUMNS} FROM reports WHERE id = ?", (report_id,))
    return ReportRow(*rows[0]) if rows else None


def entries_of(file: DataFile, report_id: str) -> list[EntryRow]:
    """Every entry of the report."""
    rows = file.rows("SELECT key, text, carried FROM entries WHERE report_id = ?", (report_id,))
    return [EntryRow(key, text, bool(carried)) for key, text, carried in rows]


def add_report(file: DataFile, row: ReportRow, entries: Iterable[EntryRow]) -> None:
    """Write a new report with its entries, at once."""
    places = ", ".join("?" * len(row))
    with file.atomic() as connection:
        connection.execute(f"INSERT INTO reports ({_COLUMNS}) VALUES ({places})", row)
        _write(connection, row.id, entries)


class Standing(NamedTuple):
    """What the list shows of a report and an edit may change."""

    changed_at: str
    agency: str | None  # None leaves it as it is
    errors: int
    warnings: int
    notes: int


def save_entries(file: DataFile, report_id: str, entries: Iterable[EntryRow], standing: Standing) -> None:
    """Write entries and the report's line in the list in one durable transaction."""
    with file.atomic() as connection:
        _write(connection, report_id, entries)
        connection.execute(
            "UPDATE reports SET changed_at = ?, agency = coalesce(?, agency), errors = ?, "
            "warnings = ?, notes = ? WHERE id = ?",
            (*standing, report_id),
        )


def delete_report(file: DataFile, report_id: str) -> None:
    """Remove the report with all its entries."""
    with file.atomic() as connection:
        connection.execute("DELETE FROM reports WHERE id = ?", (report_id,))


def _write(connection: sqlite3.Connection, report_id: str, entries: Iterable[EntryRow]) -> None:
    connection.executemany(
        "INSERT INTO entries (report_id, key, text, carried) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (report_id, key) DO UPDATE SET text = excluded.text, carried = excluded.carried",
        [(report_id, entry.key, entry.text, int(entry.carried)) for entry in entries],
    )
