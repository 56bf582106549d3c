"""The window: the start page or an open report, its menus, message line and status bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.base.errors import DamagedFile, EnvironmentFault, UserFault
from desktop_app.forms.columns import shares_cells
from desktop_app.forms.tabs import ANNEXES, tables_word
from desktop_app.reports.session import Changes
from desktop_app.services.services import Services
from desktop_app.ui import first_use
from desktop_app.ui.actions import EXPORTS, MENU_ITEMS, make_actions, name_undo
from desktop_app.ui.dialogs.ask import ask
from desktop_app.ui.edited_form import say_if_edited
from desktop_app.ui.geometry import geometry_to_keep, restore_geometry
from desktop_app.ui.icons import SIDE
from desktop_app.ui.last_place import remember_place, show_place
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.side_pages import SidePages
from desktop_app.ui.status import StatusBar, title_of

if TYPE_CHECKING:
    from desktop_app.ui.exporting import Exporting
    from desktop_app.ui.pages.start_page import StartPage
    from desktop_app.ui.report_commands import ReportCommands
    from desktop_app.ui.startup.watchers import Watchers

GEOMETRY = "window.geometry"


class MainWindow(QMainWindow):
    """Each `do_<name>`, here, in the open report or at the desk, is an action of actions.py."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.view: ReportView | None = None
        self._start: StartPage | None = None
        self._commands: ReportCommands | None = None
        self._exporting: Exporting | None = None
        self._watchers: Watchers | None = None
        self.wants_rescue = False
        self.messages = MessageBar()
        self._stack = QStackedWidget()
        self.setCentralWidget(self._middle())
        self.sides = SidePages(self, self._stack, self._show_list_state)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.actions_by_name = make_actions(self, self._tool_bar(), self.command)
        restore_geometry(self, services.preferences.get(GEOMETRY))

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar("Thanh công cụ")
        bar.setMovable(False)
        bar.setIconSize(QSize(SIDE, SIDE))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        return bar

    def _middle(self) -> QWidget:
        """The message line below the start page or the report, which do not move when it comes."""
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.messages)
        return middle

    @property
    def start(self) -> StartPage:
        """The list of reports, made when it is first shown."""
        if self._start is None:
            self._start = first_use.start_page()
            self._start.opened.connect(self.open_report)
            self._start.wanted.connect(lambda name: self.command(name)())
            self._start.due.begun.connect(lambda period: self.commands.begin(period))
            self._stack.addWidget(self._start)
        return self._start

    @property
    def commands(self) -> ReportCommands:
        """What is done with whole reports, made at its first use."""
        if self._commands is None:
            self._commands = first_use.report_commands(self.services, self, self.chosen_report)
            self._commands.opened.connect(self.open_report)
            self._commands.listed.connect(self.show_list)
            self._commands.said.connect(self.messages.say)
            self._commands.complained.connect(self.messages.complain)
        return self._commands

    @property
    def exporting(self) -> Exporting:
        """Export, made at its first use."""
        if self._exporting is None:
            self._exporting = first_use.exporting(self.services, self, self.messages, self.status)
        return self._exporting

    @property
    def watchers(self) -> Watchers:
        """What is done unasked, made once the window stands."""
        if self._watchers is None:
            self._watchers = first_use.watchers(self.services, self, self.messages)
            self._watchers.calls.file_came.connect(lambda path: self.commands.take_in(path))
        return self._watchers

    def settle_in(self) -> None:
        """What can wait until the window stands."""
        first_use.warm_up(self.services)
        self.watchers.begin()

    def command(self, name: str) -> Callable[[], None]:
        """What the action of this name does: ours, the open report's, or the desk's."""
        if name in EXPORTS:
            return partial(self._export, *EXPORTS[name])
        open_report = first_use.view_commands(self.view, self.services) if self.view else None
        owners = (self, open_report or self.sides.forms)
        found = (getattr(owner, f"do_{name}", None) for owner in owners)
        return next((method for method in found if method), None) or getattr(self.commands, f"do_{name}")

    def chosen_report(self) -> str:
        """The id of the open report, or of the one chosen in the list."""
        return self.view.session.filled.report.id if self.view else self.start.chosen()

    # -- the two faces of the window --

    def show_list(self) -> None:
        """Leave the open report, once it is saved, and show all reports."""
        if not self.leave_report():
            return
        self.sides.forget()
        self._stack.setCurrentWidget(self.start)
        self.start.show_reports(self.services)
        self._show_list_state()

    def _show_list_state(self) -> None:
        """Title, status and actions while no report is open."""
        self.setWindowTitle("Báo cáo CCHC")
        self.status.show_about(None)
        self._show_possible()

    def open_report(self, report_id: str) -> None:
        """Open a report; a fault is one sentence in the message line."""
        self.save_now()  # it may be the one that is open
        try:
            session = self.services.library.open(report_id)
        except (UserFault, EnvironmentFault) as fault:
            self.complain(fault)
            return
        if not self.leave_report():
            return
        self.view = ReportView(session, self.services)
        self.view.bridge.entries_changed.connect(self._on_entries_changed)
        self.view.panel_seen.connect(self.actions_by_name["panel"].setChecked)
        self.view.bridge.form_changed.connect(self._show_anew)
        self._stack.addWidget(self.view)
        self._stack.setCurrentWidget(self.view)
        show_place(self.services.preferences, self.view)
        self.messages.hide()
        say_if_edited(self.services, self.view.bridge, self.messages)
        self._show_title()
        self.status.show_saved(session)
        self.status.show_about(session)
        self._show_possible()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Commit what is typed; unsaved work is never thrown away without a question."""
        if not self._may_leave() or not self.sides.may_leave():
            event.ignore()
            return
        if self.view:
            remember_place(self.services.preferences, self.view)
        self.services.preferences.keep(GEOMETRY, geometry_to_keep(self))
        super().closeEvent(event)

    def complain(self, fault: Exception) -> None:
        """A fault as its one sentence; a damaged data file with the way out."""
        if isinstance(fault, DamagedFile):
            self.messages.complain(str(fault), "Phục hồi…", self._close_for_rescue)
        else:
            self.messages.complain(str(fault))

    def save_now(self) -> bool:
        """Commit what is typed; whether nothing waits any more."""
        if self.view:
            self.view.settle()
        return not (self.view and self.view.session.unsaved)

    # -- reports --

    def do_list(self) -> None:
        """Back to the list."""
        self.show_list()

    def do_export(self) -> None:
        """Open the chosen report and export it as Word and PDF."""
        if chosen := self.start.chosen():
            self.open_report(chosen)
            self._export(*EXPORTS["export_both"])

    def do_backups(self) -> None:
        """Show the backups."""
        self.sides.show_backups()

    def do_forms(self) -> None:
        """Show the forms."""
        self.sides.show_forms()

    def do_quit(self) -> None:
        """Close the window."""
        self.close()

    # -- inside --

    def _show_anew(self, what_happened: str) -> None:
        """The open report is on another form now."""
        self.open_report(self.chosen_report())
        self.messages.say(what_happened)

    def _export(self, *kinds: str) -> None:
        if self.view:
            self.view.bridge.settle()
            self.exporting.ask(self.view.session, kinds)

    def _on_entries_changed(self, changes: Changes) -> None:
        assert self.view
        self.status.show_saved(self.view.session, changes.trouble)
        if changes.trouble:
            self.watchers.unsaved_edits.watch(self.view.bridge)
        if not changes.unsaved or any(map(known_keys.is_of_head, changes.keys)):
            self._show_title()
            self.status.show_about(self.view.session)
        name_undo(self.actions_by_name, self.view.session.history)

    def _show_title(self) -> None:
        assert self.view
        self.setWindowTitle(title_of(self.view.session.filled))

    def _show_possible(self) -> None:
        """Enable what can be done with or without an open report."""
        for entry in MENU_ITEMS:
            if entry.needs:
                on = self.view is not None or self.sides.can(entry.name)
                if entry.needs == "earlier":
                    on = bool(self.view and shares_cells(self.view.session.filled.plan.edition))
                self.actions_by_name[entry.name].setEnabled(on)
        edition = self.view.session.filled.plan.edition if self.view else None
        word = tables_word(edition) if edition else ANNEXES
        self.actions_by_name["export_xlsx"].setText(f"Xuất các {word} ra &Excel…")
        if told := self.view.session.history if self.view else self.sides.forms:
            name_undo(self.actions_by_name, told)

    def _may_leave(self) -> bool:
        """Whether the open report is saved, or written elsewhere, or the clerk gives its edits up."""
        if self.save_now():
            return True
        assert self.view
        if self.watchers.unsaved_edits.are_written_elsewhere(self.view.session):
            return True
        question = "Có thay đổi chưa lưu được vào ổ đĩa. Rời báo cáo bây giờ sẽ mất các thay đổi đó."
        return ask(self, question, "Bỏ các thay đổi", "Ở lại")

    def leave_report(self) -> bool:
        """Take the open report, or form, away; False when it must stay."""
        if not self.view:
            return self.sides.may_leave()
        if not self._may_leave():
            return False
        remember_place(self.services.preferences, self.view)
        if self._watchers:
            self._watchers.unsaved_edits.forget()
        self._stack.removeWidget(self.view)
        self.view.deleteLater()
        self.view = None
        return True

    def _close_for_rescue(self) -> None:
        self.wants_rescue = self.close()
