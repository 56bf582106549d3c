"""Who has the data folder open, and a call to that window to come forward: small files, no sockets.

The lock itself is SQLite's, which dies with its process; what lies here only tells about it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from desktop_app.base.computer import computer_name, user_name
from desktop_app.base.patience import patiently, remove
from desktop_app.base.private import private_file

HOLDER, CALL = "dang-mo.json", "goi-cua-so.txt"


class Holder(msgspec.Struct, frozen=True):
    """The process that opened the folder last."""

    process: int
    user: str
    computer: str
    since: str  # ISO 8601 with offset


_DECODER = msgspec.json.Decoder(Holder)


def announce(folder: Path) -> None:
    """Say that this process has the folder open; a folder that refuses it is no fault."""
    me = Holder(os.getpid(), user_name(), computer_name(), datetime.now().astimezone().isoformat())
    with suppress(OSError):
        private_file(folder / HOLDER)
        (folder / HOLDER).write_bytes(msgspec.json.encode(me))


def withdraw(folder: Path) -> None:
    """The folder is closed again."""
    for name in (HOLDER, CALL):
        with suppress(OSError):
            remove(folder / name)


def holder(folder: Path) -> Holder | None:
    """Who announced itself last; None when nobody did."""
    try:
        return _DECODER.decode((folder / HOLDER).read_bytes())
    except (OSError, msgspec.DecodeError):
        return None


def holder_sentence(folder: Path) -> str:
    """Who has the folder open, where and since when, as the rest of a sentence; "" when unknown."""
    found = holder(folder)
    if found is None:
        return ""
    try:
        since = datetime.fromisoformat(found.since).strftime("%H:%M ngày %d/%m/%Y")
    except ValueError:
        return ""
    return f"Người mở: {found.user or '?'}, trên máy {found.computer or '?'}, từ {since}."


def call(folder: Path) -> bool:
    """Ask the window that has the folder open to come forward; False where that cannot be asked."""
    try:
        (folder / CALL).write_text(str(os.getpid()))
    except OSError:
        return False
    return True


def is_answered(folder: Path) -> bool:
    """Whether the call was taken."""
    return not (folder / CALL).exists()


def take_call(folder: Path) -> bool:
    """Whether somebody called; the call is over with it."""
    try:
        patiently((folder / CALL).unlink)
    except OSError:
        return False
    return True
