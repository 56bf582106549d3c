"""Copies of the data file: written beside their name, opened and checked, then put in place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from database.addresses import read_only
from database.data_file import DataFile
from database.faults import damaged, faults_said
from database.schema import check_wholly, schema_of
from desktop_app.base.errors import DamagedFile, EnvironmentFault, FileInUse, UserFault
from desktop_app.base.file_names import refuse_misread
from desktop_app.base.patience import remove, replace, to_disk
from desktop_app.base.private import private_file, private_folder

PAGES = 64
"""Pages copied before whoever edits meanwhile may go on."""


def copy_to(file: DataFile, target: Path) -> int:
    """Copy the open file to `target`, check the copy, return how many reports it holds.

    May be called from another thread while the file is being edited: the copy follows the edits.
    """
    with _beside(target, f"Không ghi được bản sao lưu {target}") as partial:
        with closing(sqlite3.connect(partial)) as copy:
            copy.execute("PRAGMA synchronous=OFF")  # the copy is brought to the disk as a whole, below
            file.connection.backup(copy, pages=PAGES, sleep=0.01)
        return _checked(partial)


def copy_file(source: Path, target: Path) -> int:
    """Copy a backup or a closed data file to a second place and check it there."""
    with _beside(target, f"Không ghi được bản sao lưu {target}") as partial:
        shutil.copyfile(source, partial)
        return _checked(partial)


def put_back(source: Path, target: Path, aside: Path) -> int:
    """Make a checked copy the data file; the file it replaces is kept under `aside`.

    The data file must be closed. Returns how many reports the copy holds.
    """
    check(source)
    _refuse_open(target)
    with _beside(target, f"Không phục hồi được vào {target.parent}") as partial:
        shutil.copyfile(source, partial)
        held = _checked(partial)
        if target.exists():
            _keep_aside(target, aside)
    return held


def _keep_aside(path: Path, aside: Path) -> None:
    """Give a data file a second name before another takes its first; there is never none.

    What SQLite keeps beside it goes along: it would be applied to the other file.
    """
    private_folder(aside.parent)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        replace(journal, aside.with_name(f"{aside.name}-journal"))
    try:
        os.link(path, aside)
    except OSError:  # a stick whose file system knows no second names
        shutil.copyfile(path, aside)


def move_aside(path: Path, aside: Path) -> None:
    """Give a data file another name, with what SQLite keeps beside it, and leave its place free."""
    _keep_aside(path, aside)
    remove(path)


def check(path: Path) -> int:
    """How many reports the copy holds; raises UserFault when it is no sound copy of ours."""
    with opened(path) as copy:
        if schema_of(copy, path) == 0:
            raise damaged(path)
        check_wholly(copy, path)
        (held,) = copy.execute("SELECT count(*) FROM reports").fetchone()
        return int(held)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy, to be read only; raises UserFault when it is none, or none that can be read."""
    if not path.is_file():
        raise UserFault(f"Không có tệp sao lưu {path}; hãy kiểm tra đường dẫn.")
    try:
        with (
            faults_said(path, opening=True),
            closing(sqlite3.connect(read_only(path.absolute()), uri=True)) as copy,
        ):
            yield copy
    except DamagedFile as fault:
        raise UserFault(f"{path.name} không phải bản sao lưu của chương trình, hoặc đã hỏng.") from fault


@contextmanager
def _beside(target: Path, complaint: str) -> Iterator[Path]:
    """A private file beside the target that takes its name at the end, or goes."""
    refuse_misread(target)
    partial = target.with_name(f".{os.getpid()}.part")  # short: SQLite takes paths of 512 bytes at most
    try:
        private_file(partial)
        yield partial
        replace(partial, target)
        to_disk(target.parent)
    except (OSError, sqlite3.Error) as fault:
        raise EnvironmentFault(f"{complaint}; hãy kiểm tra tên tệp, quyền ghi và chỗ trống.") from fault
    finally:
        for leftover in (partial, partial.with_name(f"{partial.name}-journal")):
            with suppress(OSError):
                remove(leftover)


def _checked(partial: Path) -> int:
    """How many reports a copy just written holds, once the disk has it."""
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    return check(partial)


def _refuse_open(target: Path) -> None:
    """A data file that a window has open must not be replaced under it; a damaged one may."""
    if target.exists() and _is_open(target):
        raise FileInUse(
            f"Tệp {target.name} đang được một cửa sổ của chương trình mở; hãy đóng cửa sổ đó rồi phục hồi."
        )


def _is_open(path: Path) -> bool:
    """Whether another process holds the lock of the file."""
    try:
        with closing(sqlite3.connect(path, timeout=0.2)) as file:
            file.execute("BEGIN EXCLUSIVE")
            file.execute("ROLLBACK")
    except sqlite3.Error as fault:
        return getattr(fault, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    return False
