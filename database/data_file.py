"""Open the one data file safely, and refuse with a sentence whatever is not it.

Opening and reading go through the standard library, so that a start does not wait for the
import of sqlite-utils; the first write or migration brings it in through `wrap`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from desktop_app.base.errors import EnvironmentFault, UserFault

APPLICATION_ID = 0x43434843  # "CCHC"
SCHEMA = 1
"""The schema number that this program writes; a file with a higher one is newer than we are."""

PRAGMAS = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)
"""Rollback journal, not WAL: one connection needs no readers beside it, and one file is copied
by people as one file."""


class Writer(Protocol):
    """The part of sqlite_utils.Database that is used here."""

    conn: sqlite3.Connection

    def atomic(self) -> object:
        """A transaction: all or nothing."""


class Tools(Protocol):
    """What is imported late: sqlite-utils around our connection, and its migrations."""

    def wrap(self, connection: sqlite3.Connection) -> Writer:
        """The connection as a sqlite_utils.Database."""

    def migrate(self, writer: Writer) -> None:
        """Bring the schema up to SCHEMA, each migration whole or not at all."""


class DataFile:
    """The open data file; one connection, locked for this process alone."""

    def __init__(self, path: Path, tools: Callable[[], Tools]) -> None:
        self.path = path
        self._tools = tools
        self._writer: Writer | None = None
        self.connection = _open(path)
        try:
            self._prepare()
        except BaseException:
            self.connection.close()
            raise

    def close(self) -> None:
        """Close the file and give up its lock."""
        self.connection.close()

    def rows(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple]:
        """The rows of a query."""
        with _faults_said(self.path):
            return self.connection.execute(statement, values).fetchall()

    @contextmanager
    def atomic(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is durable once left; raises EnvironmentFault, nothing half done."""
        writer = self.writer()
        with _faults_said(self.path), writer.atomic():
            yield writer.conn

    def writer(self) -> Writer:
        """The connection as a sqlite_utils.Database, made at the first write."""
        if self._writer is None:
            self._writer = self._tools().wrap(self.connection)
        return self._writer

    def _prepare(self) -> None:
        """Check whose file this is and bring its schema up to date."""
        with _faults_said(self.path):
            for pragma in PRAGMAS:
                self.connection.execute(pragma)
            ours, version, tables = _identity(self.connection)
            if ours != APPLICATION_ID and (ours or tables):
                raise UserFault(
                    f"Tệp {self.path.name} là cơ sở dữ liệu của một chương trình khác; hãy chọn thư "
                    "mục dữ liệu khác bằng --data-dir."
                )
            if version > SCHEMA:
                raise UserFault(
                    f"Tệp {self.path.name} do một bản chương trình mới hơn ghi; hãy cập nhật chương "
                    "trình rồi mở lại."
                )
            if version < SCHEMA:
                self._tools().migrate(self.writer())
            _take_lock(self.connection)


def _open(path: Path) -> sqlite3.Connection:
    """A connection to the file, which may be made new; its folder is made when missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size == 0:
            raise UserFault(
                f"Tệp {path.name} trong {path.parent} rỗng (0 byte), có thể đã hỏng; hãy phục hồi "
                "một bản sao lưu, hoặc chuyển tệp này đi nơi khác rồi mở lại."
            )
    except (FileExistsError, NotADirectoryError) as fault:
        raise UserFault(
            f"«{path.parent}» là một tệp, không phải thư mục dữ liệu; hãy chọn thư mục khác."
        ) from fault
    except OSError as fault:
        raise EnvironmentFault(
            f"Không mở được thư mục dữ liệu {path.parent}; hãy kiểm tra quyền và ổ đĩa."
        ) from fault
    with _faults_said(path):
        return sqlite3.connect(path, timeout=0.2)


def _identity(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """application_id, schema number and count of tables of the file."""
    (ours,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return ours, version, tables


def _take_lock(connection: sqlite3.Connection) -> None:
    """Take the exclusive lock now, so that a second program is told at its start."""
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


@contextmanager
def _faults_said(path: Path) -> Iterator[None]:
    """SQLite's faults as one Vietnamese sentence."""
    try:
        yield
    except sqlite3.Error as fault:
        raise EnvironmentFault(_sentence(path, fault)) from fault


def _sentence(path: Path, fault: sqlite3.Error) -> str:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return (
            f"Tệp {path.name} đang được một cửa sổ khác của chương trình mở; hãy dùng cửa sổ đó, "
            "hoặc đóng nó rồi thử lại."
        )
    if code == sqlite3.SQLITE_FULL:
        return "Ổ đĩa đã đầy nên chưa lưu được; hãy giải phóng chỗ trống, chương trình sẽ lưu lại."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return (
            f"Không ghi được vào {path.parent}: thư mục chỉ cho đọc hoặc không còn; hãy kiểm tra "
            "quyền ghi của thư mục dữ liệu."
        )
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return (
            f"Tệp {path.name} không phải dữ liệu của chương trình hoặc đã hỏng; hãy phục hồi một "
            "bản sao lưu, tệp hiện có được giữ nguyên."
        )
    return f"Không đọc ghi được tệp {path.name} ({fault}); hãy kiểm tra ổ đĩa."
