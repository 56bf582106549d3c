"""Open the one data file safely, and refuse with a sentence whatever is not it.

Opening and reading go through the standard library, so that a start does not wait for the
import of sqlite-utils; the first write or migration brings it in through `wrap`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from database.faults import faults_said, is_missing
from database.schema import SCHEMA, check_at_start, schema_of
from desktop_app.base.errors import DamagedFile, EnvironmentFault, UserFault
from desktop_app.base.patience import patiently, remove, replace
from desktop_app.base.private import close_to_others, private_file, private_folder

if TYPE_CHECKING:
    from sqlite_utils import Database

PRAGMAS = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
)
"""Rollback journal, not WAL: one connection needs no readers beside it, and one file is copied
by people as one file."""


class Tools(Protocol):
    """What is imported late: sqlite-utils around our connection, and its migrations."""

    def wrap(self, connection: sqlite3.Connection) -> Database:
        """The connection as a sqlite_utils.Database."""

    def migrate(self, writer: Database) -> None:
        """Bring the schema up to SCHEMA, each migration whole or not at all."""


class DataFile:
    """The open data file; one connection, locked for this process alone.

    before_migration: called with the open file of an older schema before it is changed.
    """

    def __init__(
        self,
        path: Path,
        tools: Callable[[], Tools],
        before_migration: Callable[[DataFile], None] = lambda _: None,
    ) -> None:
        self.path = path
        self._tools = tools
        self._before_migration = before_migration
        self._open()

    def _open(self) -> None:
        self._writer: Database | None = None
        if not _is_there(self.path):
            _make_new(self.path, self._tools())
        with faults_said(self.path):
            self.connection = sqlite3.connect(self.path, timeout=0.2, check_same_thread=False)
        try:
            self._prepare()
            self._identity, self._home = _identity(self.path), _identity(self.path.parent)
        except BaseException:
            self.connection.close()
            raise

    def close(self) -> None:
        """Close the file and give up its lock."""
        self.connection.close()

    def reopen(self) -> None:
        """Open what lies at the path now; for a restored file, or a stick that came back.

        Never makes a new file: raises EnvironmentFault, the old one still open, when there is none.
        """
        _identity(self.path)
        self.connection.close()
        self._open()

    def find_again(self) -> None:
        """Once the file went out of sight: open it where it has come back; raises EnvironmentFault.

        A file that is gone alone, its folder being the same as ever, is put back from the open one.
        """
        if self._is_in_place():
            return
        if not self.path.exists():
            if _identity(self.path.parent) != self._home:
                raise is_missing(self.path)
            self._put_back()
        self.reopen()

    def _is_in_place(self) -> bool:
        try:
            return _identity(self.path) == self._identity
        except EnvironmentFault:
            return False

    def _put_back(self) -> None:
        partial = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        try:
            private_file(partial)
            with faults_said(self.path), closing(sqlite3.connect(partial)) as copy:
                self.connection.backup(copy)
            _publish(partial, self.path)
        except OSError as fault:
            raise is_missing(self.path) from fault
        finally:
            with suppress(OSError):
                remove(partial)

    def rows(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple]:
        """The rows of a query."""
        with faults_said(self.path):
            return self.connection.execute(statement, values).fetchall()

    @contextmanager
    def atomic(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is durable once left; raises EnvironmentFault, nothing half done."""
        writer = self.writer()
        self._check_in_place()
        with faults_said(self.path), writer.atomic():
            yield writer.conn
        self._check_in_place()

    def _check_in_place(self) -> None:
        """A file that was moved or deleted still takes writes, which nobody would find again."""
        if not self._is_in_place():
            raise is_missing(self.path)

    def writer(self) -> Database:
        """The connection as a sqlite_utils.Database, made at the first write."""
        if self._writer is None:
            self._writer = self._tools().wrap(self.connection)
        return self._writer

    def _prepare(self) -> None:
        """Check whose file this is and whether it is whole; bring its schema up to date."""
        with faults_said(self.path, opening=True):
            for pragma in PRAGMAS:
                self.connection.execute(pragma)
            _take_lock(self.connection)
            if schema_of(self.connection, self.path) < SCHEMA:
                self._before_migration(self)
                self._tools().migrate(self.writer())
            check_at_start(self.connection, self.path)


def _is_there(path: Path) -> bool:
    """Whether there is a data file; its folder is made when missing."""
    try:
        private_folder(path.parent)
        if not path.exists():
            return False
        if path.stat().st_size == 0:
            raise _is_empty(path)
        close_to_others(path)
        return True
    except (FileExistsError, NotADirectoryError) as fault:
        raise UserFault(
            f"«{path.parent}» là một tệp, không phải thư mục dữ liệu; hãy chọn thư mục khác."
        ) from fault
    except OSError as fault:
        raise EnvironmentFault(
            f"Không mở được thư mục dữ liệu {path.parent}; hãy kiểm tra tên, quyền và ổ đĩa."
        ) from fault


def _is_empty(path: Path) -> DamagedFile:
    return DamagedFile(
        f"Tệp {path.name} trong {path.parent} rỗng (0 byte), có thể đã hỏng; hãy phục hồi "
        "một bản sao lưu, hoặc chuyển tệp này đi nơi khác rồi mở lại."
    )


def _make_new(path: Path, tools: Tools) -> None:
    """A new file, made beside its name and put there whole: a kill leaves a data file or none."""
    partial = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        remove(partial)
        private_file(partial)
        with faults_said(path):
            connection = sqlite3.connect(partial)
            try:
                connection.execute("PRAGMA synchronous=FULL")
                tools.migrate(tools.wrap(connection))
            finally:
                connection.close()
        _publish(partial, path)
    except OSError as fault:
        raise EnvironmentFault(
            f"Không tạo được tệp dữ liệu trong {path.parent}; hãy kiểm tra quyền ghi và chỗ trống."
        ) from fault
    finally:
        for leftover in (partial, partial.with_name(f"{partial.name}-journal")):
            with suppress(OSError):
                remove(leftover)


def _publish(partial: Path, path: Path) -> None:
    """Give the file its name, unless another process was first."""
    with suppress(FileExistsError):
        try:
            patiently(lambda: os.link(partial, path))
        except FileExistsError:
            raise
        except OSError:  # a stick whose file system knows no links
            if not path.exists():
                replace(partial, path)


def _identity(path: Path) -> tuple[int, int]:
    """Which file lies at the path; raises EnvironmentFault when there is none."""
    try:
        stat = path.stat()
    except OSError as fault:
        raise is_missing(path) from fault
    return stat.st_dev, stat.st_ino


def _take_lock(connection: sqlite3.Connection) -> None:
    """Take the exclusive lock now, so that a second program knows it at its start."""
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
