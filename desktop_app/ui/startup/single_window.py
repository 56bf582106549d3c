"""One window for one data folder: a second start calls the first window forward, with its wish, and ends."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.base.errors import FileInUse
from desktop_app.services import presence
from desktop_app.services.services import Services

LOOK_MS = 400
ANSWER_SECONDS = 4.0
"""So long a second start waits for an answer, or for a window that is closing to let go."""


class CallWatch(QObject):
    """Brings the window forward when a second start asks for it, and tells what else it wants.

    While a question stands open nothing else is begun: the wish waits until it is answered.
    """

    file_came = Signal(Path)

    def __init__(self, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._folder, self._window = folder, window
        self._wish: presence.Wish | None = None
        presence.announce(folder)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._looking.start()

    def _look(self) -> None:
        if wish := presence.take_call(self._folder):
            self._wish = wish
            if self._window.isMinimized():
                self._window.showNormal()
            self._window.raise_()
            self._window.activateWindow()
        if self._wish and QApplication.activeModalWidget() is None:
            wish, self._wish = self._wish, None
            if wish.take:
                self.file_came.emit(Path(wish.take))
            if wish.close:
                self._window.close()


def open_or_call(build: Callable[[], Services], folder: Path, wish: presence.Wish) -> Services | None:
    """The parts; None when another window has the folder open, was called forward and told the wish.

    Raises FileInUse, with who it is, when that process answers no call: the command line, another
    computer, or another user of this one, whose window nobody here would see.
    """
    try:
        return build()
    except FileInUse as fault:
        in_use = fault
    _let_come_forward(folder)
    called = not presence.is_of_another(folder) and presence.call(folder, wish)
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
