"""Who has the data folder open, and what a second start wants of that window: small files, no sockets.

The lock itself is SQLite's, which dies with its process; what lies here only tells about it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from desktop_app.base.computer import computer_name, user_name
from desktop_app.base.patience import patiently, remove, replace
from desktop_app.base.private import private_file

HOLDER, CALL = "dang-mo.json", "goi-cua-so.txt"


class Holder(msgspec.Struct, frozen=True):
    """The process that opened the folder last."""

    process: int
    user: str
    computer: str
    since: str  # ISO 8601 with offset


class Wish(msgspec.Struct, frozen=True):
    """What a second start wants of the window, beside that it comes forward."""

    take: str = ""  # the path of an exchange file to take in
    close: bool = False


_DECODER, _WISH = msgspec.json.Decoder(Holder), msgspec.json.Decoder(Wish)


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


def is_of_another(folder: Path) -> bool:
    """Whether somebody else, or another computer, has the folder open: a window that is not seen here."""
    found = holder(folder)
    return found is not None and (found.user, found.computer) != (user_name(), computer_name())


def call(folder: Path, wish: Wish | None = None) -> bool:
    """Ask the window that has the folder open to come forward; False where that cannot be asked."""
    partial = folder / f"{CALL}.{os.getpid()}.part"  # the window must never read half a wish
    try:
        partial.write_bytes(msgspec.json.encode(wish or Wish()))
        replace(partial, folder / CALL)
    except OSError:
        return False
    return True


def is_answered(folder: Path) -> bool:
    """Whether the call was taken."""
    return not (folder / CALL).exists()


def take_call(folder: Path) -> Wish | None:
    """What somebody who called wants, None when nobody did; the call is over with it."""
    try:
        content = (folder / CALL).read_bytes()
        patiently((folder / CALL).unlink)
        return _WISH.decode(content)
    except OSError:
        return None
    except msgspec.DecodeError:  # of another version, or damaged: it wants a window forward at least
        return Wish()
