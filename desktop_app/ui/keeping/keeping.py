"""What the window does unasked to keep everything: backups, waiting edits, answers to a second start."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.services import place, presence
from desktop_app.services.parts import Parts
from desktop_app.ui.keeping.backing_up import BackingUp, back_up_on_leaving
from desktop_app.ui.keeping.one_window import CallWatch
from desktop_app.ui.keeping.waiting_edits import WaitingEdits
from desktop_app.ui.message_bar import MessageBar


class Keeping(QObject):
    """Made once the window stands, or when the first save fails."""

    def __init__(self, parts: Parts, window: QWidget, bar: MessageBar) -> None:
        super().__init__(window)
        self._parts, self._bar = parts, bar
        self.waiting = WaitingEdits(parts, window, bar)
        self.backing_up = BackingUp(parts, window, bar)
        self._calls = CallWatch(parts.folder, window)

    def begin(self) -> None:
        """What is said after the start: that the folder is no safe place, or to choose a second one."""
        if sentence := place.warning(self._parts.folder):
            self._bar.complain(sentence)
        else:
            self.backing_up.remind()

    def leave(self) -> str:
        """The backup on leaving; returns what went wrong, or ""."""
        trouble = back_up_on_leaving(self._parts)
        presence.withdraw(self._parts.folder)
        return trouble
