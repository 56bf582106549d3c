"""The page of backups and what it asks for: a backup now, a second place, a restore and its undoing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.services.backups import Backup
from desktop_app.services.parts import Parts
from desktop_app.ui.keeping.keeping import Keeping
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.pages.backups_page import BackupsPage


class Restoring(QObject):
    """Made when the backups are first looked at; `left` is told when the list is wanted again."""

    left = Signal()

    def __init__(self, parts: Parts, keeping: Keeping, bar: MessageBar) -> None:
        super().__init__(keeping)
        self._parts, self._keeping, self._bar = parts, keeping, bar
        self.page = BackupsPage(parts)
        self.page.back.connect(self.left)
        self.page.wanted.connect(self._back_up)
        self.page.restored.connect(self._restored)
        self.page.complained.connect(bar.complain)

    def _back_up(self, name: str) -> None:
        """A backup now, or a second place and a backup there; the list follows."""
        backing_up = self._keeping.backing_up
        task = backing_up.choose_second() if name == "second" else backing_up.begin("bang-tay")
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

    def _undo(self, replaced: Backup) -> None:
        try:
            self._parts.backups().restore(replaced.path)
        except (UserFault, EnvironmentFault) as fault:
            self._bar.complain(str(fault))
            return
        self._show_all()
        self._bar.say("Đã hoàn tác phục hồi; dữ liệu như trước khi phục hồi.")

    def _show_all(self) -> None:
        self._parts.preferences.reload()
        self.left.emit()
