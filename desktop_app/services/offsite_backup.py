"""The second place for backups, on another disk: which it is, when it last took one, when to ask."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from desktop_app.base.errors import UserFault
from desktop_app.services.backups import Made
from desktop_app.services.preferences import Preferences

FOLDER, TAKEN_AT, ASKED_AT = "backup.second", "backup.second_at", "backup.asked_at"
WITHOUT = timedelta(days=7)
"""So long a second place may go without a new backup before the clerk is reminded."""
ASK_AGAIN = timedelta(days=14)


def folder(preferences: Preferences) -> str:
    """The folder that was chosen; "" for none."""
    return preferences.get(FOLDER)


def choose(preferences: Preferences, chosen: Path, data_folder: Path) -> None:
    """Remember the folder; refuses one that would be lost together with the data."""
    if data_folder.resolve() in (chosen.resolve(), *chosen.resolve().parents):
        raise UserFault(
            f"{chosen} nằm trong thư mục dữ liệu, mất thì mất cả hai; hãy chọn ổ USB hoặc thư mục dùng chung."
        )
    preferences.keep(FOLDER, str(chosen))


def note(preferences: Preferences, made: Made, now: datetime) -> None:
    """Remember when the second place took a backup."""
    if made.second:
        preferences.keep(TAKEN_AT, now.isoformat(timespec="seconds"))


def reminder(preferences: Preferences, now: datetime) -> str:
    """What to remind the clerk of, as one sentence; "" for nothing. Asking is remembered."""
    chosen = folder(preferences)
    since = _read(preferences.get(TAKEN_AT))
    if chosen and since and abs(now - since) < WITHOUT:
        return ""
    asked = _read(preferences.get(ASKED_AT))
    if asked and abs(now - asked) < (timedelta(days=1) if chosen else ASK_AGAIN):
        return ""
    preferences.keep(ASKED_AT, now.isoformat(timespec="seconds"))
    if not chosen:
        return (
            "Bản sao lưu chỉ nằm trên máy này. Hãy chọn nơi thứ hai, như ổ USB hoặc thư mục dùng chung, để "
            "máy hỏng cũng không mất báo cáo."
        )
    days = f"{(now - since).days} ngày chưa có bản mới" if since else "chưa có bản nào"
    return f"Nơi sao lưu thứ hai {chosen} {days}; hãy cắm ổ USB (hoặc mở thư mục) rồi sao lưu."


def _read(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
