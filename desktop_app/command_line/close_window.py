"""Save and close the window that has a data folder open, as a setup asks before it replaces the program."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

from desktop_app.base.errors import FileInUse
from desktop_app.services import presence

ANSWER_SECONDS, CLOSE_SECONDS = 4.0, 20.0
"""So long a window may take to hear the call, and then to save, back up and close."""


def close_window(folder: Path) -> int:
    """0 once no window has the folder open; raises FileInUse when one stays, such as with a question."""
    if presence.holder(folder) is None:
        return 0
    called = presence.call(folder, presence.Wish(close=True))
    if called and _until(lambda: presence.is_answered(folder), ANSWER_SECONDS):
        if _until(lambda: presence.holder(folder) is None, CLOSE_SECONDS):
            return 0
    else:
        presence.take_call(folder)
    raise FileInUse("Cửa sổ của chương trình vẫn đang mở; hãy lưu, đóng cửa sổ đó rồi thử lại.")


def _until(holds: object, seconds: float) -> bool:
    """Whether it came to hold within so many seconds."""
    assert callable(holds)
    end = monotonic() + seconds
    while not holds():
        if monotonic() >= end:
            return False
        sleep(0.1)
    return True
