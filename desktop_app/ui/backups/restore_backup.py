"""The page of backups and what it asks for: a backup now, a second place, a restore and its undoing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.periods import period_name
from desktop_app.services.backups import Backup
from desktop_app.services.services import Services
from desktop_app.ui.backups.backups_page import BackupsPage
from desktop_app.ui.backups.scheduled_backups import ScheduledBackups
from desktop_app.ui.message_bar import MessageBar


class RestoreBackup(QObject):
    """Made at its first use; `left` asks for the list, `back` for what was open before."""

    left = Signal()
    back = Signal()

    def __init__(self, services: Services, scheduled: ScheduledBackups, bar: MessageBar) -> None:
        super().__init__(scheduled)
        self._services, self._scheduled, self._bar = services, scheduled, bar
        self.page = BackupsPage(services)
        self.page.back.connect(self.back)
        self.page.wanted.connect(self._back_up)
        self.page.restored.connect(self._restored)
        self.page.taken_back.connect(self._taken_back)
        self.page.complained.connect(bar.complain)

    def _back_up(self, name: str) -> None:
        """A backup now, or a second place and a backup there; the list follows."""
        task = self._scheduled.choose_second() if name == "second" else self._scheduled.begin("bang-tay")
        if task:
            task.ended.connect(self.page.show_backups)

    def _restored(self, replaced: Backup | None) -> None:
        """The data are others now: show them, and how to get back."""
        self._show_all()
        if replaced is None:
            self._bar.say("Đã phục hồi dữ liệu từ bản sao lưu.")
            return
        self._bar.say(
            f"Đã phục hồi dữ liệu từ bản sao lưu; dữ liệu trước đó là bản số {replaced.number}.",
            "Hoàn tác phục hồi",
            lambda: self._undo(replaced),
        )

    def _taken_back(self, report_id: str) -> None:
        """One more report stands in the list."""
        self.page.show_backups()
        name = period_name(self._services.library.summary(report_id).period)
        self._bar.say(
            f"Đã lấy lại báo cáo {name} từ bản sao lưu, cả lịch sử; báo cáo này ở trong danh sách.",
            "Về danh sách",
            self.left.emit,
        )

    def _undo(self, replaced: Backup) -> None:
        try:
            self._services.backups().restore(replaced.path)
        except (UserFault, EnvironmentFault) as fault:
            self._bar.complain(str(fault))
            return
        self._show_all()
        self._bar.say("Đã hoàn tác phục hồi; dữ liệu như trước khi phục hồi.")

    def _show_all(self) -> None:
        self._services.preferences.reload()
        self._services.own_forms().reconcile()  # the restored reports may be on forms that are gone here
        self.left.emit()
