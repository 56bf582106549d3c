"""One window for one data folder: a second start calls the first window forward and ends."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import FileInUse
from desktop_app.services import presence
from desktop_app.services.services import Services

LOOK_MS = 400
ANSWER_SECONDS = 4.0
"""So long a second start waits for an answer, or for a window that is closing to let go."""


class CallWatch(QObject):
    """Brings the window forward when a second start asks for it."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._folder, self._window = folder, window
        presence.announce(folder)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._looking.start()

    def _look(self) -> None:
        if presence.take_call(self._folder):
            if self._window.isMinimized():
                self._window.showNormal()
            self._window.raise_()
            self._window.activateWindow()


def open_or_call(build: Callable[[], Services], folder: Path) -> Services | None:
    """The parts; None when another window has the folder open and was called forward.

    Raises FileInUse, with who it is, when that process answers no call: another computer, or the
    command line.
    """
    try:
        return build()
    except FileInUse as fault:
        in_use = fault
    _let_come_forward(folder)
    called = presence.call(folder)
    until = monotonic() + ANSWER_SECONDS
    while monotonic() < until:
        sleep(0.1)
        if called and presence.is_answered(folder):
            return None
        try:
            parts = build()
        except FileInUse as fault:
            in_use = fault
        else:
            presence.take_call(folder)
            return parts
    presence.take_call(folder)
    raise FileInUse(f"{in_use} {presence.holder_sentence(folder)}".strip())


def _let_come_forward(folder: Path) -> None:
    """Windows lets only the program that was started last bring a window to the front, or whom it names."""
    found = presence.holder(folder)
    if sys.platform == "win32" and found:
        ctypes.windll.user32.AllowSetForegroundWindow(found.process)
