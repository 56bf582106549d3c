"""Whose file it is, of which schema, and whether it is whole: asked before anything is read from it."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from zlib import crc32

from database.faults import damaged
from database.marks import fits
from desktop_app.base.errors import UserFault

APPLICATION_ID = 0x43434843  # "CCHC"
SCHEMA = 4
"""The schema number that this program writes; a file with a higher one is newer than we are."""
WITH_LOG = 2
"""The first schema with a log of edits and marks on its rows."""
WITH_STATES = 3
"""The first schema whose reports are like those of today."""
WITH_FORMS = 4
"""The first schema that holds the office's own editions."""
SCHEMA_MARK, MARK_WITHOUT_FORMS = 0x2CD2BA3A, 0x49875F65
"""What `_schema_mark` gives for our tables: a byte that changes in their definition is damage."""

OUR_TABLES = ("entries", "forms", "history", "preferences", "reports")
SMALL_PAGES = 1500
"""Up to here (6 MB) the whole file is looked through at the start, else all but the history."""
CHECK_SECONDS = 0.03
"""Longer the look at the start may not take; every backup looks through everything."""


def schema_of(connection: sqlite3.Connection, path: Path) -> int:
    """The schema number of our file, 0 for a new one; refuses foreign, newer and damaged files."""
    (ours,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if ours != APPLICATION_ID and (ours or tables) and "_sqlite_migrations" not in tables:
        raise UserFault(
            f"Tệp {path.name} là cơ sở dữ liệu của một chương trình khác; hãy chọn thư mục dữ liệu khác "
            "bằng --data-dir."
        )
    if version > SCHEMA:
        raise UserFault(
            f"Tệp {path.name} do một bản chương trình mới hơn ghi; hãy cập nhật chương trình rồi mở lại."
        )
    if "history" in tables and (version < WITH_LOG or ours != APPLICATION_ID):
        raise damaged(path)  # a number in the file's head has changed, not the file's schema
    return version


def check_at_start(connection: sqlite3.Connection, path: Path) -> None:
    """A look at the file within CHECK_SECONDS; raises DamagedFile for what it sees."""
    until = time.perf_counter() + CHECK_SECONDS
    connection.set_progress_handler(lambda: time.perf_counter() > until, 2000)
    try:
        _refuse_short(connection, path)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        whole = pages <= SMALL_PAGES
        for table in [""] if whole else [f"({name})" for name in OUR_TABLES if name != "history"]:
            answer = connection.execute(f"PRAGMA integrity_check{table}").fetchone()
            if answer != ("ok",):
                raise damaged(path)
        if _schema_mark(connection) != SCHEMA_MARK:
            raise damaged(path)
    except sqlite3.OperationalError as fault:
        if getattr(fault, "sqlite_errorcode", 0) != sqlite3.SQLITE_INTERRUPT:
            raise
    finally:
        connection.set_progress_handler(None, 0)


def _refuse_short(connection: sqlite3.Connection, path: Path) -> None:
    """SQLite reads what is missing at the end of a file as zeros."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size < pages * size:
        raise damaged(path)


def check_wholly(connection: sqlite3.Connection, path: Path) -> None:
    """Everything: pages, trees, tables, the mark of every row, no row missing; raises DamagedFile."""
    _refuse_short(connection, path)
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damaged(path)
    schema = schema_of(connection, path)
    if schema < WITH_LOG:
        return  # rows of older schemas have no marks
    if _schema_mark(connection) != (SCHEMA_MARK if schema >= WITH_FORMS else MARK_WITHOUT_FORMS):
        raise damaged(path)
    for table in OUR_TABLES if schema >= WITH_FORMS else [name for name in OUR_TABLES if name != "forms"]:
        recent = _RECENT if table == "history" else f"SELECT * FROM {table}"
        if not all(map(fits, connection.execute(recent))):
            raise damaged(path)
    (rows, numbers) = connection.execute(_COUNTS).fetchone()
    if rows != numbers:
        raise damaged(path)


_RECENT = (
    "SELECT history.* FROM history JOIN reports ON reports.id = report_id "
    "WHERE history.number > reports.number - 50000"
)
"""Old rows are read only when somebody asks for them, and then looked at; millions would take minutes."""
_COUNTS = "SELECT (SELECT count(*) FROM history), (SELECT coalesce(sum(number), 0) FROM reports)"


def _schema_mark(connection: sqlite3.Connection) -> int:
    """CRC-32 of what our tables are made of, not of the statements, whose spelling is SQLite's own.

    A trigger or view is none of ours: a file from a stick may bring one, to be run by our edits.
    """
    made: list[tuple] = []
    for table in OUR_TABLES:
        made += connection.execute(f"PRAGMA table_info({table})").fetchall()
        made += connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    made += connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    ).fetchall()
    return crc32(repr(made).encode())
