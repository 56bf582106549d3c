"""The steps that brought the schema to where it is, each whole or not at all."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from database.data_file import APPLICATION_ID, SCHEMA

MIGRATIONS = Migrations("bao-cao-cchc")


@MIGRATIONS(name="0001_reports_and_entries")
def reports_and_entries(db: Database) -> None:
    """Reports with what the list shows of them, their entries by key, and preferences."""
    db.conn.execute(
        "CREATE TABLE reports (id TEXT PRIMARY KEY, edition TEXT NOT NULL, period TEXT NOT NULL, "
        "agency TEXT NOT NULL DEFAULT '', status TEXT NOT NULL, previous_id TEXT NOT NULL, "
        "created_at TEXT NOT NULL, changed_at TEXT NOT NULL, errors INTEGER NOT NULL DEFAULT 0, "
        "warnings INTEGER NOT NULL DEFAULT 0, notes INTEGER NOT NULL DEFAULT 0)"
    )
    db.conn.execute(
        "CREATE TABLE entries (report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE, "
        "key TEXT NOT NULL, text TEXT NOT NULL, carried INTEGER NOT NULL DEFAULT 0, "
        "PRIMARY KEY (report_id, key)) WITHOUT ROWID"
    )
    db.conn.execute("CREATE TABLE preferences (name TEXT PRIMARY KEY, value TEXT NOT NULL)")


def wrap(connection: sqlite3.Connection) -> Database:
    """The connection as a sqlite_utils.Database, without its plug-ins."""
    return Database(connection, execute_plugins=False)


def migrate(db: Database) -> None:
    """Apply what is pending, then mark the file as ours and of this schema."""
    MIGRATIONS.apply(db)
    db.conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version={SCHEMA}")
