"""What is inside a data file that is not open: its reports, and what can still be read of a damaged one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from database.addresses import read_only
from database.backup import opened
from database.marks import fits, mark
from database.reports import EntryRow, ReportRow
from database.schema import WITH_LOG, schema_of
from desktop_app.base.log_row import LogRow


class StoredReport(NamedTuple):
    """One report in a file: number of edits in its log, number of entries that are not blank."""

    id: str
    period: str
    agency: str
    changed_at: str
    edits: int
    entries: int


def reports_in(path: Path) -> list[StoredReport]:
    """The reports of a copy of any schema, the one changed last first; raises UserFault."""
    with opened(path) as copy:
        edits = "number" if schema_of(copy, path) >= WITH_LOG else "0"
        rows = copy.execute(
            f"SELECT id, period, agency, changed_at, {edits}, "
            "(SELECT count(*) FROM entries WHERE report_id = id AND text <> '') "
            "FROM reports ORDER BY changed_at DESC, id DESC"
        )
        return [StoredReport(*row) for row in rows]


def texts_in(path: Path) -> dict[str, dict[str, str]]:
    """Report -> key -> text of a copy of any schema; raises UserFault."""
    found: dict[str, dict[str, str]] = {}
    with opened(path) as copy:
        for report, key, text in copy.execute("SELECT report_id, key, text FROM entries"):
            found.setdefault(report, {})[key] = text
    return found


class Readable(NamedTuple):
    """What a damaged file still shows: rows whose marks fit, by report."""

    reports: dict[str, ReportRow]
    entries: dict[str, dict[str, EntryRow]]
    log: dict[str, dict[int, LogRow]]

    def has_all_entries(self, report: str) -> bool:
        """Whether every entry of the report can be read, as its sum of marks tells."""
        row, entries = self.reports.get(report), self.entries.get(report, {}).values()
        marks = (mark(report, e.key, e.text, int(e.carried), e.last_log_row) for e in entries)
        return row is not None and sum(marks) == row.entry_sum


def readable_in(path: Path, known: Mapping[str, int]) -> Readable:
    """Every row of a damaged file that can be read and whose mark fits; never raises for damage.

    known: report -> number of its last row of the log that is known anyway, and is not read again.
    """
    found = Readable({}, {}, {})
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(read_only(path.absolute(), immutable=True), uri=True)) as file,
    ):
        for row in _rows(file, "reports", "id"):
            found.reports[row[0]] = ReportRow(*row[:-1])
        for row in _rows(file, "entries", "report_id {way}, key"):
            report, key, text, carried, number, _ = row
            found.entries.setdefault(report, {})[key] = EntryRow(key, text, bool(carried), number)
        for report in {*found.reports, *found.entries, *known}:
            after = (report, known.get(report, 0))
            for row in _rows(file, "history WHERE report_id = ? AND number > ?", "number", after):
                found.log.setdefault(report, {})[row[1]] = LogRow(*row[1:-1])
    return found


def _rows(
    file: sqlite3.Connection, table: str, order: str, values: tuple[object, ...] = ()
) -> Iterator[tuple]:
    """The sound rows of a table, read from both ends, since reading stops at a damaged page."""
    for way in ("ASC", "DESC"):
        statement = f"SELECT * FROM {table} ORDER BY {order.format(way=way)} {way}"
        with suppress(sqlite3.Error, UnicodeDecodeError):
            yield from filter(fits, file.execute(statement, values))
