"""What the window does unasked to keep everything: backups, waiting edits, answers to a second start."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.services import folder_safety, presence
from desktop_app.services.services import Services
from desktop_app.ui.backups.scheduled_backups import ScheduledBackups, back_up_on_leaving
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.startup.single_window import CallWatch
from desktop_app.ui.unsaved.unsaved_edits import UnsavedEdits


class Watchers(QObject):
    """Made once the window stands, or when the first save fails."""

    def __init__(self, services: Services, window: QWidget, bar: MessageBar) -> None:
        super().__init__(window)
        self._services, self._bar = services, bar
        self.unsaved_edits = UnsavedEdits(services, window, bar)
        self.scheduled_backups = ScheduledBackups(services, window, bar)
        self.calls = CallWatch(services.folder, window)

    def begin(self) -> None:
        """What is said after the start: that the folder is no safe place, or to choose a second one."""
        if sentence := folder_safety.warning(self._services.folder):
            self._bar.complain(sentence)
        else:
            self.scheduled_backups.remind()

    def leave(self) -> str:
        """The backup on leaving; returns what went wrong, or ""."""
        trouble = back_up_on_leaving(self._services)
        presence.withdraw(self._services.folder)
        return trouble
