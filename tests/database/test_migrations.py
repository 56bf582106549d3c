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
from database.reports import all_reports, entries_of, state_of
from database.salvage import reports_in
from database.schema import SCHEMA, check_wholly
from desktop_app.reports.marks import mark_step
from desktop_app.services.taking_back import take_back
from tests.support.library import services_in

OLDER = Path(__file__).parents[1] / "data" / "schema-1.db"
"""Written by the program as it was before it kept a log."""
OF_DRAFTS = OLDER.with_name("schema-2.db")
"""Written by the program as it was when every report was a draft."""
WITHOUT_FORMS = OLDER.with_name("schema-3.db")
"""Written by the program as it was when every form shipped with it."""


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


def test_a_file_of_drafts_keeps_its_log_and_its_reports_go_on(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao-cchc.db"
    shutil.copy(OF_DRAFTS, path)
    tables = ("reports", "entries", "history", "preferences")
    before = [raw(path, f"SELECT * FROM {table}") for table in tables]
    assert raw(path, "PRAGMA user_version") == [(2,)]

    with services_in(tmp_path) as services:
        check_wholly(services.file.connection, path)
        assert [services.file.rows(f"SELECT * FROM {table}") for table in tables] == before
        session = services.library.open("2026-Q1")
        session.undo()
        assert session.filled.text("III.1") == ""
        session.redo()
        session.edit_many(*mark_step(session.filled.plan, tuple(session.filled.plan.tabs), complete=True))
        listed = {one.id: one.status for one in services.library.summaries()}
        kept = list(services.backups().folder.glob("*truoc-nang-cap*"))

    assert listed == {"2023-Q1": "draft", "2026-Q1": "entered"}
    assert raw(path, "PRAGMA user_version") == [(SCHEMA,)] and len(kept) == 1
    assert {one.id: one.edits for one in reports_in(kept[0])} == {"2023-Q1": 1, "2026-Q1": 3}


@pytest.mark.parametrize(("older", "schema"), [(OLDER, 1), (OF_DRAFTS, 2), (WITHOUT_FORMS, 3)])
def test_an_older_file_is_handed_over_for_a_copy_before_it_is_changed(
    tmp_path: Path, older: Path, schema: int
) -> None:
    path = tmp_path / "x.db"
    shutil.copy(older, path)
    versions: list[list[tuple]] = []

    for _ in range(2):
        DataFile(path, lambda: migrations, lambda f: versions.append(f.rows("PRAGMA user_version"))).close()

    assert versions == [[(schema,)]]


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


def test_a_file_without_own_forms_is_sound_and_gets_a_place_for_them(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao-cchc.db"
    shutil.copy(WITHOUT_FORMS, path)
    tables = ("reports", "entries", "history", "preferences")
    before = [raw(path, f"SELECT * FROM {table}") for table in tables]
    with closing(sqlite3.connect(path)) as copy:
        check_wholly(copy, path)
        assert state_of(copy)

    with services_in(tmp_path) as services:
        check_wholly(services.file.connection, path)
        assert [services.file.rows(f"SELECT * FROM {table}") for table in tables] == before
        assert services.file.rows("SELECT count(*) FROM forms") == [(0,)]
        (kept,) = services.backups().folder.glob("*truoc-nang-cap*")
        assert take_back(services, kept, "2025-Q3") == "2025-Q3-2"
        assert services.library.read("2025-Q3-2").text("bm1.1") == "12"
