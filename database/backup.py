"""Copies of the data file: written beside their name, opened and checked, then put in place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from database.data_file import APPLICATION_ID, SCHEMA, DataFile
from desktop_app.base.errors import EnvironmentFault, UserFault


def copy_to(file: DataFile, target: Path) -> int:
    """Copy the open file to `target`, check the copy, return how many reports it holds."""
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(partial)) as copy:
            file.connection.backup(copy)
        held = check(partial)
        os.replace(partial, target)
    except (OSError, sqlite3.Error) as fault:
        raise EnvironmentFault(
            f"Không ghi được bản sao lưu {target}; hãy kiểm tra tên tệp, quyền ghi và chỗ trống."
        ) from fault
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return held


def check(path: Path) -> int:
    """How many reports the copy holds; raises UserFault when it is no sound copy of ours."""
    if not path.is_file():
        raise UserFault(f"Không có tệp sao lưu {path}; hãy kiểm tra đường dẫn.")
    unfit = UserFault(f"{path.name} không phải bản sao lưu của chương trình, hoặc đã hỏng.")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            (ours,) = copy.execute("PRAGMA application_id").fetchone()
            (version,) = copy.execute("PRAGMA user_version").fetchone()
            (sound,) = copy.execute("PRAGMA integrity_check").fetchone()
            if ours != APPLICATION_ID or sound != "ok":
                raise unfit
            if version > SCHEMA:
                raise UserFault(
                    f"{path.name} do một bản chương trình mới hơn ghi; hãy cập nhật chương trình."
                )
            (held,) = copy.execute("SELECT count(*) FROM reports").fetchone()
            return int(held)
    except sqlite3.Error as fault:
        raise unfit from fault


def _refuse_open(target: Path) -> None:
    """A data file that a window has open must not be replaced under it; a damaged one may."""
    if not target.exists():
        return
    try:
        with closing(sqlite3.connect(target, timeout=0.2)) as file:
            file.execute("BEGIN EXCLUSIVE")
            file.execute("ROLLBACK")
    except sqlite3.Error as fault:
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise EnvironmentFault(
                f"Tệp {target.name} đang được một cửa sổ của chương trình mở; hãy đóng cửa sổ đó rồi "
                "phục hồi."
            ) from fault


def put_back(source: Path, target: Path, aside: Path) -> int:
    """Make a checked copy the data file; the file it replaces is kept under `aside`.

    The data file must be closed. Returns how many reports the copy holds.
    """
    held = check(source)
    _refuse_open(target)
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(source.read_bytes())
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        check(partial)
        if target.exists():
            os.replace(target, aside)
        os.replace(partial, target)
    except OSError as fault:
        raise EnvironmentFault(
            f"Không phục hồi được vào {target.parent}; hãy kiểm tra quyền ghi và chỗ trống."
        ) from fault
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return held
