"""What SQLite and the disk complain of, as one Vietnamese sentence each."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.base.errors import DamagedFile, EnvironmentFault, FileInUse

_DAMAGE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
LONGEST_PATH = 480
"""SQLite takes 512 bytes, with the name of its journal."""
_CLOSED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


@contextmanager
def faults_said(path: Path, *, opening: bool = False) -> Iterator[None]:
    """SQLite's faults with the file at `path` in the clerk's words.

    A statement that SQLite does not understand tells of damage only while a file is opened, whose
    tables or format may be any; later its tables are known, so the statement is wrong: our own
    fault, which no restore mends and which is passed on as it is.
    """
    try:
        yield
    except sqlite3.Error as fault:
        if _code(fault) == sqlite3.SQLITE_ERROR:
            if not opening:
                raise
            raise damaged(path) from fault
        raise as_fault(path, fault) from fault
    except UnicodeDecodeError as fault:  # bytes that are no text any more
        raise damaged(path) from fault


def as_fault(path: Path, fault: sqlite3.Error) -> EnvironmentFault:
    """The fault in the clerk's words."""
    code = _code(fault)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return FileInUse(
            f"Tệp {path.name} đang được một cửa sổ khác của chương trình mở; hãy dùng cửa sổ đó, "
            "hoặc đóng nó rồi thử lại."
        )
    if code == sqlite3.SQLITE_FULL:
        return EnvironmentFault(
            "Ổ đĩa đã đầy nên chưa lưu được; hãy giải phóng chỗ trống, chương trình sẽ lưu lại."
        )
    if code == sqlite3.SQLITE_CANTOPEN and len(os.fsencode(path)) > LONGEST_PATH:
        return EnvironmentFault(
            f"Đường dẫn {path} quá dài; hãy đặt dữ liệu trong một thư mục có tên ngắn hơn."
        )
    if code in _CLOSED:
        return EnvironmentFault(
            f"Không ghi được vào {path.parent}: thư mục chỉ cho đọc hoặc không còn; hãy kiểm tra "
            "quyền ghi của thư mục dữ liệu."
        )
    undecodable = isinstance(fault, sqlite3.OperationalError) and code == 0  # bytes that are no text
    if code in _DAMAGE or undecodable:
        return damaged(path)
    return EnvironmentFault(f"Không đọc ghi được tệp {path.name} ({fault}); hãy kiểm tra ổ đĩa.")


def _code(fault: sqlite3.Error) -> int:
    """SQLite's number for the kind of fault; 0 for one of Python's own."""
    number: int = getattr(fault, "sqlite_errorcode", 0)
    return number & 0xFF


def damaged(path: Path) -> DamagedFile:
    """The data file has been changed by something other than the program."""
    return DamagedFile(
        f"Tệp {path.name} không phải dữ liệu của chương trình hoặc đã hỏng; hãy phục hồi một "
        "bản sao lưu, tệp hiện có được giữ nguyên."
    )


def is_missing(path: Path) -> EnvironmentFault:
    """The file is not where it was opened: a stick was pulled, a folder moved."""
    return EnvironmentFault(
        f"Thư mục dữ liệu {path.parent} không còn ở đó (ổ USB bị rút, thư mục bị chuyển đi?); hãy cắm lại "
        "hoặc ghi báo cáo ra nơi khác."
    )
