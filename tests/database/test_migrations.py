"""From every older schema to today's: whole or not at all, and nothing of the reports is lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from database import migrations
from database.data_file import DataFile
from database.preferences import read_all
from database.reports import all_reports, entries_of
from database.schema import SCHEMA, check_wholly

OLDER = Path(__file__).parents[1] / "data" / "schema-1.db"
"""Written by the program as it was before it kept a log."""


def raw(path: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(statement).fetchall()


class Failing:
    """The real migrations, of which one statement fails halfway."""

    def __init__(self, words: str) -> None:
        self.words = words

    def wrap(self, connection: sqlite3.Connection):
        return migrations.wrap(connection)

    def migrate(self, db) -> None:
        def refuse(action: int, *places: object) -> int:
            return sqlite3.SQLITE_DENY if (action, places[0]) == self.words else sqlite3.SQLITE_OK

        db.conn.set_authorizer(refuse)
        try:
            migrations.migrate(db)
        finally:
            db.conn.set_authorizer(None)


def test_an_older_file_keeps_every_report_entry_and_preference(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    shutil.copy(OLDER, path)
    before = raw(path, "SELECT report_id, key, text FROM entries ORDER BY 1, 2")

    with closing(DataFile(path, lambda: migrations)) as file:
        reports = all_reports(file)
        after = sorted((r.id, e.key, e.text) for r in reports for e in entries_of(file, r))
        check_wholly(file.connection, path)

        assert len(reports) == 2
        assert after == before
        assert read_all(file) == {"export.folder": "x"}
    assert raw(path, "PRAGMA user_version") == [(SCHEMA,)]


def test_an_older_file_is_handed_over_for_a_copy_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    shutil.copy(OLDER, path)
    versions: list[list[tuple]] = []

    for _ in range(2):
        DataFile(path, lambda: migrations, lambda f: versions.append(f.rows("PRAGMA user_version"))).close()

    assert versions == [[(1,)]]


@pytest.mark.parametrize(
    "at",
    [
        (sqlite3.SQLITE_CREATE_TABLE, "history"),
        (sqlite3.SQLITE_ALTER_TABLE, "main"),
        (sqlite3.SQLITE_UPDATE, "entries"),
        (sqlite3.SQLITE_UPDATE, "preferences"),
        (sqlite3.SQLITE_PRAGMA, "user_version"),
        (sqlite3.SQLITE_INSERT, "_sqlite_migrations"),
    ],
)
def test_a_migration_that_fails_halfway_leaves_the_older_file_as_it_was(tmp_path: Path, at) -> None:
    path = tmp_path / "x.db"
    shutil.copy(OLDER, path)
    before = [raw(path, f"SELECT * FROM {table}") for table in ("reports", "entries", "preferences")]

    with pytest.raises(Exception, match=r"hỏng|not authorized|đọc ghi"):
        DataFile(path, lambda: Failing(at))

    assert [raw(path, f"SELECT * FROM {t}") for t in ("reports", "entries", "preferences")] == before
    assert raw(path, "PRAGMA user_version") == [(1,)]
    DataFile(path, lambda: migrations).close()
