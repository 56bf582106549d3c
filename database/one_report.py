"""One report with its log out of a copy of the data file, into the one that is open; the forms of a copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from database.backup import opened
from database.data_file import DataFile
from database.faults import damaged
from database.forms import FormRow
from database.history import put_in
from database.marks import fits
from database.reports import EntryRow, ReportRow, put_report
from database.schema import WITH_FORMS, WITH_STATES, check_wholly, schema_of
from desktop_app.base.errors import UserFault
from desktop_app.base.log_row import LogRow


def take_in(file: DataFile, source: Path, report_id: str, new_id: str) -> None:
    """Write the report under `new_id`, which must be free; nothing else changes.

    Raises UserFault when the copy is damaged, older than our schema, or without this report.
    """
    with opened(source) as copy:
        if schema_of(copy, source) < WITH_STATES:
            raise UserFault(
                f"{source.name} do một bản chương trình cũ ghi nên không lấy riêng từng báo cáo được; hãy "
                "phục hồi cả bản."
            )
        check_wholly(copy, source)
        found = _rows(copy, source, "SELECT * FROM reports WHERE id = ?", report_id)
        row = next((ReportRow(*stored) for stored in found), None)
        if row is None:
            raise UserFault(f"{source.name} không có báo cáo «{report_id[:60]}».")
        of_it = "SELECT * FROM {} WHERE report_id = ? ORDER BY number"
        entries = [
            EntryRow(*stored[1:]) for stored in _rows(copy, source, of_it.format("entries"), report_id)
        ]
        log = (LogRow(*stored[1:]) for stored in _rows(copy, source, of_it.format("history"), report_id))
        with file.atomic() as connection:
            put_report(connection, row._replace(id=new_id), entries)
            put_in(connection, new_id, log)


def forms_in(path: Path) -> list[FormRow]:
    """Every edition that a copy of the data file brings along; none for an older copy."""
    with opened(path) as copy:
        if schema_of(copy, path) < WITH_FORMS:
            return []
        rows = copy.execute("SELECT folder, digest, origin, content, mark FROM forms").fetchall()
    return [FormRow(*row[:-1]) for row in rows if fits(row)]


def preference_in(source: Path, name: str) -> str:
    """A remembered choice of a copy; "" without one."""
    with opened(source) as copy:
        found = copy.execute("SELECT value FROM preferences WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""


def _rows(copy: sqlite3.Connection, source: Path, statement: str, report_id: str) -> Iterator[tuple]:
    """The rows without their marks, which must fit."""
    for row in copy.execute(statement, (report_id,)):
        if not fits(row):
            raise damaged(source)
        yield row[:-1]
