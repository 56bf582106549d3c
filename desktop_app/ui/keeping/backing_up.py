"""Backups that nobody asks for: every half hour and on leaving, and the reminder of a second place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.services import second_place
from desktop_app.services.backups import Made
from desktop_app.services.parts import Parts
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.tasks import Task

LOOK_MS = 60_000


class BackingUp(QObject):
    """Looks once a minute whether a backup is due, and makes it in another thread."""

    def __init__(self, parts: Parts, window: QWidget, bar: MessageBar) -> None:
        super().__init__(window)
        self._parts, self._window, self._bar = parts, window, bar
        self._task: Task | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def look(self) -> None:
        """Begin a backup when one is due and none is being made."""
        if self._task is None and self._parts.backups().is_due():
            self.begin("dinh-ky")

    def begin(self, reason: str) -> Task:
        """Make a backup in another thread; what went wrong is said, what went well only if asked for."""
        backups, second = self._parts.backups(), second_place.place(self._parts.preferences)
        task = self._task = Task(lambda _: backups.make(reason, second))
        task.done.connect(lambda made: self._done(made, reason))
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        task.start()
        return task

    def remind(self) -> None:
        """Ask for a second place, or remind of one that has had no backup for long."""
        sentence = second_place.reminder(self._parts.preferences, datetime.now())
        if not sentence or not self._parts.library.summaries():
            return
        if second_place.place(self._parts.preferences):
            self._bar.say(sentence, "Sao lưu ngay", lambda: self.begin("bang-tay"))
        else:
            self._bar.say(sentence, "Chọn nơi…", self.choose_second)

    def choose_second(self) -> Task | None:
        """Ask for the second place, and begin a backup there at once; None when there is none."""
        chosen = QFileDialog.getExistingDirectory(self._window, "Chọn nơi sao lưu thứ hai", str(Path.home()))
        if not chosen:
            return None
        try:
            second_place.choose(self._parts.preferences, Path(chosen), self._parts.folder)
        except UserFault as fault:
            self._bar.complain(str(fault))
            return None
        return self.begin("bang-tay")

    def _done(self, made: Made, reason: str) -> None:
        second_place.note(self._parts.preferences, made, datetime.now())
        if reason != "bang-tay":
            return
        if made.trouble:
            self._bar.complain(f"Đã sao lưu trên máy này, nhưng: {made.trouble}")
        else:
            there = f" và vào {made.second.parent}" if made.second else ""
            self._bar.say(f"Đã sao lưu {made.held} báo cáo vào {made.backup.path.parent}{there}.")

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, UserFault | EnvironmentFault):
            raise fault
        self._bar.complain(str(fault))

    def _ended(self) -> None:
        self._task = None


def back_up_on_leaving(parts: Parts) -> str:
    """The last backup of the day, when anything was edited; returns what went wrong, or ""."""
    backups = parts.backups()
    try:
        if backups.is_behind() and (parts.library.summaries() or backups.all()):
            made = backups.make("khi-roi", second_place.place(parts.preferences))
            second_place.note(parts.preferences, made, datetime.now())
    except (UserFault, EnvironmentFault) as fault:
        return str(fault)
    return ""
