"""Backups that nobody asks for: every half hour and on leaving, and the reminder of a second place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.services import offsite_backup
from desktop_app.services.backups import Made
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.files import ask_folder
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.tasks import Task

LOOK_MS = 60_000


class ScheduledBackups(QObject):
    """Looks once a minute whether a backup is due, and makes it in another thread."""

    def __init__(self, services: Services, window: QWidget, bar: MessageBar) -> None:
        super().__init__(window)
        self._services, self._window, self._bar = services, window, bar
        self._task: Task | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    @property
    def is_making(self) -> bool:
        """Whether a backup is being made."""
        return self._task is not None

    def look(self) -> None:
        """Begin a backup when one is due and none is being made."""
        if not self.is_making and self._services.backups().is_due():
            self.begin("dinh-ky")

    def begin(self, reason: str) -> Task:
        """Make a backup in another thread; what went wrong is said, what went well only if asked for."""
        backups, second = self._services.backups(), offsite_backup.folder(self._services.preferences)
        task = self._task = Task(lambda _: backups.make(reason, second))
        task.done.connect(lambda made: self._done(made, reason))
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        task.start()
        return task

    def remind(self) -> None:
        """Ask for a second place, or remind of one that has had no backup for long."""
        sentence = offsite_backup.reminder(self._services.preferences, datetime.now())
        if not sentence or not self._services.library.summaries():
            return
        if offsite_backup.folder(self._services.preferences):
            self._bar.say(sentence, "Sao lưu ngay", lambda: self.begin("bang-tay"))
        else:
            self._bar.say(sentence, "Chọn nơi…", self.choose_second)

    def choose_second(self) -> Task | None:
        """Ask for the second place, and begin a backup there at once; None when there is none."""
        chosen = ask_folder(self._window, "Chọn nơi sao lưu thứ hai")
        if chosen is None:
            return None
        try:
            offsite_backup.choose(self._services.preferences, chosen, self._services.folder)
        except UserFault as fault:
            self._bar.complain(str(fault))
            return None
        return self.begin("bang-tay")

    def _done(self, made: Made, reason: str) -> None:
        offsite_backup.note(self._services.preferences, made, datetime.now())
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


def back_up_on_leaving(services: Services) -> str:
    """The last backup of the day, when anything was edited; returns what went wrong, or ""."""
    backups = services.backups()
    try:
        if backups.is_behind() and (services.library.summaries() or backups.all()):
            made = backups.make("khi-roi", offsite_backup.folder(services.preferences))
            offsite_backup.note(services.preferences, made, datetime.now())
    except (UserFault, EnvironmentFault) as fault:
        return str(fault)
    return ""
