"""Pages that stand in the place of the list: the backups, the forms; what was open before comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui import first_use

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from desktop_app.ui.backups.restore_backup import RestoreBackup
    from desktop_app.ui.form_editor.form_desk import FormDesk
    from desktop_app.ui.main_window import MainWindow


class SidePages(QObject):
    """Each is made at its first use; the open report is left for it, and come back to."""

    def __init__(self, window: MainWindow, stack: QStackedWidget, show_state: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._stack, self._show_state = window, stack, show_state
        self._backups: RestoreBackup | None = None
        self._forms: FormDesk | None = None
        self._came_from = ""  # the report that was left for one of them

    @property
    def forms(self) -> FormDesk | None:
        """The desk of the forms, while it is what is seen."""
        seen = self._forms is not None and self._stack.currentWidget() is self._forms.page
        return self._forms if seen else None

    def can(self, name: str) -> bool:
        """Whether the page that is seen does the action of this name."""
        if name == "list":
            return self._stack.currentWidget() in self._pages()
        return self.forms is not None and self.forms.can(name)

    def may_leave(self) -> bool:
        """Whether nothing waits on the page that is seen, or the clerk gives it up."""
        return self.forms.may_leave() if self.forms else True

    def forget(self) -> None:
        """The list is what the clerk wants; no report is to come back."""
        self._came_from = ""

    def show_backups(self) -> None:
        """The backups; the open report is left, since a restore would replace it."""
        if not self._leave():
            return
        if self._backups is None:
            window = self._window
            self._backups = first_use.restore_backup(
                window.services, window.watchers.scheduled_backups, window.messages
            )
            self._backups.left.connect(window.show_list)
            self._backups.back.connect(self._come_back)
            self._stack.addWidget(self._backups.page)
        self._show(self._backups.page)
        self._backups.page.show_backups()

    def show_forms(self) -> None:
        """The forms; the open report is left, since its form may change."""
        if not self._leave():
            return
        if self._forms is None:
            self._forms = first_use.form_desk(self._window.services, self._window.messages)
            self._forms.back.connect(self._come_back)
            self._forms.possible_changed.connect(self._show_state)
            self._stack.addWidget(self._forms.page)
        self._show(self._forms.page)
        self._forms.show_forms()

    def _leave(self) -> bool:
        """Take what is open away, and remember it; False when it must stay."""
        window = self._window
        report_id = window.view.session.filled.report.id if window.view else ""
        if not window.leave_report():
            return False
        self._came_from = report_id or self._came_from
        return True

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self._show_state()

    def _pages(self) -> list[QWidget]:
        return [made.page for made in (self._backups, self._forms) if made is not None]

    def _come_back(self) -> None:
        """To the report that was open before, else to the list."""
        window, report_id = self._window, self._came_from
        window.show_list()
        if report_id and any(one.id == report_id for one in window.services.library.summaries()):
            window.open_report(report_id)
