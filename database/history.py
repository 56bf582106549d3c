"""The log of accepted edits: rows are added, read backwards, and never changed or removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from database.data_file import DataFile
from database.faults import damaged
from database.marks import fits, mark
from desktop_app.base.log_row import LogRow

_COLUMNS = ", ".join(("report_id", *LogRow._fields, "mark"))
_PLACES = ", ".join("?" * (len(LogRow._fields) + 2))
PAGE = 200
"""Rows read at a time, backwards."""


def append(
    connection: sqlite3.Connection, report_id: str, rows: Sequence[LogRow], last: Mapping[str, int]
) -> dict[str, int]:
    """Add rows, each chained to its key's last; returns the last number of every key among them.

    last: the number of every key's last row before these.
    """
    last = dict(last)
    for row in rows:
        stored = (report_id, *row._replace(prior=last[row.key]))
        connection.execute(f"INSERT INTO history ({_COLUMNS}) VALUES ({_PLACES})", (*stored, mark(*stored)))
        last[row.key] = row.number
    return last


def put_in(connection: sqlite3.Connection, report_id: str, rows: Iterable[LogRow]) -> None:
    """Add rows that are chained already, as the log of a report that has none."""
    stored = ((report_id, *row) for row in rows)
    connection.executemany(
        f"INSERT INTO history ({_COLUMNS}) VALUES ({_PLACES})", ((*row, mark(*row)) for row in stored)
    )


def backwards(file: DataFile, report_id: str, number: int) -> Iterator[LogRow]:
    """The rows of a report from this number down to the first; raises DamagedFile at a gap."""
    while number > 0:
        page = file.rows(
            f"SELECT {_COLUMNS} FROM history WHERE report_id = ? AND number <= ? "
            f"ORDER BY number DESC LIMIT {PAGE}",
            (report_id, number),
        )
        if not page:
            raise damaged(file.path)
        for stored in page:
            row = _read(file, stored)
            if row.number != number:
                raise damaged(file.path)
            yield row
            number -= 1


def of_key(file: DataFile, report_id: str, key: str, number: int) -> Iterator[LogRow]:
    """The rows of one key, from the one of this number back to its first."""
    while number > 0:
        found = file.rows(
            f"SELECT {_COLUMNS} FROM history WHERE report_id = ? AND number = ?", (report_id, number)
        )
        row = _read(file, found[0]) if found else None
        if row is None or row.key != key or row.prior >= number:
            raise damaged(file.path)
        yield row
        number = row.prior


def _read(file: DataFile, stored: tuple) -> LogRow:
    if not fits(stored):
        raise damaged(file.path)
    return LogRow(*stored[1:-1])
