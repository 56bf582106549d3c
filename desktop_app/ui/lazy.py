"""What the window asks for when it is first needed: pages, dialogs and tools not wanted at the start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from desktop_app.forms.model import Appendix
    from desktop_app.services.services import Services
    from desktop_app.ui.backups.restore_backup import RestoreBackup
    from desktop_app.ui.exporting import Exporting
    from desktop_app.ui.message_bar import MessageBar
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.pages.start_page import StartPage
    from desktop_app.ui.report_commands import ReportCommands
    from desktop_app.ui.session_bridge import SessionBridge
    from desktop_app.ui.startup.watchers import Watchers
    from desktop_app.ui.status import StatusBar


class Late(Protocol):
    """Each method imports what it makes; the bootstrap hands one in, as only it may import late."""

    def start_page(self) -> StartPage:
        """The list of reports."""

    def general_page(self, bridge: SessionBridge) -> Page:
        """The tab "Chung"."""

    def prose_page(self, bridge: SessionBridge, tab: str) -> Page:
        """A tab I to IV."""

    def appendix_page(self, bridge: SessionBridge, appendix: Appendix, before: dict[str, str]) -> Page:
        """A tab PL1 to PL7."""

    def preview_page(self, services: Services, bridge: SessionBridge, parent: QWidget) -> Page:
        """The pages as they are printed."""

    def commands(self, services: Services, window: QWidget, chosen: Callable[[], str]) -> ReportCommands:
        """What is done with whole reports."""

    def exporting(self, services: Services, window: QWidget, bar: MessageBar, status: StatusBar) -> Exporting:
        """Export of the open report."""

    def watchers(self, services: Services, window: QWidget, bar: MessageBar) -> Watchers:
        """Backups, waiting edits, answers to a second start."""

    def restore_backup(self, services: Services, watchers: Watchers, bar: MessageBar) -> RestoreBackup:
        """Backups and restoring."""

    def history_dialog(self, bridge: SessionBridge, services: Services, key: str, parent: QWidget) -> QDialog:
        """The history of a cell or paragraph."""

    def open_or_call(self, build: Callable[[], Services]) -> Services | None:
        """The parts, or None when another window has them open and was called forward."""

    def rescue(self, build: Callable[[], Services]) -> Services | None:
        """The parts over a damaged file that was repaired; None when the clerk leaves it."""

    def resume_gc(self) -> None:
        """The window stands: garbage is looked for again."""

    def warm_up(self) -> None:
        """Imports for the first edit and the first export, once the window stands idle."""

    def note_fault(self, fault: BaseException) -> Path:
        """Note a fault of ours; returns the log."""
