"""The steps that brought the schema to where it is, each whole or not at all."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from database.marks import mark
from database.schema import APPLICATION_ID

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
    _number(db, 1)


@MIGRATIONS(name="0002_history_and_marks")
def history_and_marks(db: Database) -> None:
    """The log of every accepted edit, and a mark on every row.

    Rows of a key are chained: entries.number is its last row in the log, history.prior the one
    before that. A row holds the stretch of the text that changed, which begins at `at`. The sum
    of the marks of a report's entries shows that none is missing and none is an old one.
    """
    db.conn.execute(
        "CREATE TABLE history (report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE, "
        "number INTEGER NOT NULL, step INTEGER NOT NULL, act TEXT NOT NULL, label TEXT NOT NULL, "
        "made_at TEXT NOT NULL, made_by TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, "
        "before TEXT NOT NULL, after TEXT NOT NULL, carried INTEGER NOT NULL, prior INTEGER NOT NULL, "
        "mark INTEGER NOT NULL, PRIMARY KEY (report_id, number)) WITHOUT ROWID"
    )
    for table in ("reports", "entries"):
        db.conn.execute(f"ALTER TABLE {table} ADD COLUMN number INTEGER NOT NULL DEFAULT 0")
    db.conn.execute("ALTER TABLE reports ADD COLUMN entry_sum INTEGER NOT NULL DEFAULT 0")
    for table in ("reports", "entries", "preferences"):
        db.conn.execute(f"ALTER TABLE {table} ADD COLUMN mark INTEGER NOT NULL DEFAULT 0")
    _mark_all(db.conn, "entries", ("report_id", "key"))
    db.conn.execute(
        "UPDATE reports SET entry_sum = "
        "(SELECT coalesce(sum(mark), 0) FROM entries WHERE report_id = reports.id)"
    )
    _mark_all(db.conn, "reports", ("id",))
    _mark_all(db.conn, "preferences", ("name",))
    _number(db, 2)


@MIGRATIONS(name="0003_states_of_reports")
def states_of_reports(db: Database) -> None:
    """Reports are more than drafts: "entered" and "ready", which programs before this one do not know.

    What is there stays a draft until it is edited; the number alone sends such programs away.
    """
    _number(db, 3)


@MIGRATIONS(name="0004_own_forms")
def own_forms(db: Database) -> None:
    """The office's own editions, a copy of the files of each, so that a backup brings them along."""
    db.conn.execute(
        "CREATE TABLE forms (folder TEXT PRIMARY KEY, digest TEXT NOT NULL, origin TEXT NOT NULL, "
        "content TEXT NOT NULL, mark INTEGER NOT NULL)"
    )
    _number(db, 4)


def _number(db: Database, schema: int) -> None:
    """Say whose file this is and of which schema, in the transaction of the migration itself."""
    db.conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version={schema}")


def _mark_all(connection: sqlite3.Connection, table: str, key: tuple[str, ...]) -> None:
    """Give every row that is there its mark."""
    rows = connection.execute(f"SELECT * FROM {table}").fetchall()
    names = [column[0] for column in connection.execute(f"SELECT * FROM {table} LIMIT 0").description]
    places = [names.index(name) for name in key]
    where = " AND ".join(f"{name} = ?" for name in key)
    connection.executemany(
        f"UPDATE {table} SET mark = ? WHERE {where}",
        [(mark(*row[:-1]), *(row[place] for place in places)) for row in rows],
    )


def wrap(connection: sqlite3.Connection) -> Database:
    """The connection as a sqlite_utils.Database, without its plug-ins."""
    return Database(connection, execute_plugins=False)


def migrate(db: Database) -> None:
    """Apply what is pending."""
    MIGRATIONS.apply(db)
