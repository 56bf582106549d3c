"""Build the parts of the program and hand them over; the only module that sees all rooms.

Also the only one that imports inside functions: Word, PDF and SQL tools are brought in when they
are first needed, since nobody waits for them at the start.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from database.data_file import DataFile, Tools
from desktop_app.base import paths
from desktop_app.base.errors import UserFault
from desktop_app.checking.plans import Plans
from desktop_app.forms.catalogue import Catalogue
from desktop_app.forms.model import Edition
from desktop_app.reports.draft import Draft
from desktop_app.reports.filled_report import FilledReport
from desktop_app.services.library import Library
from desktop_app.services.preferences import Preferences
from desktop_app.services.services import Services

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from desktop_app.documents.model import Document
    from desktop_app.documents.print_positions import PrintPositions
    from desktop_app.documents.settings import PrintSettings
    from desktop_app.forms.model import Appendix
    from desktop_app.services.backups import Backups
    from desktop_app.ui.backups.restore_backup import RestoreBackup
    from desktop_app.ui.exporting import Exporting
    from desktop_app.ui.message_bar import MessageBar
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.pages.start_page import StartPage
    from desktop_app.ui.report_commands import ReportCommands
    from desktop_app.ui.session_bridge import SessionBridge
    from desktop_app.ui.startup.watchers import Watchers
    from desktop_app.ui.status import StatusBar


class LatePress:
    """Turns an open report into a document, DOCX and PDF; its libraries come in at first use."""

    def compose(self, filled: FilledReport, settings: PrintSettings | None = None) -> Document:
        """The report as a neutral document, a frozen copy that another thread may print."""
        from desktop_app.composing.compose import compose
        from desktop_app.documents.settings import PrintSettings

        return compose(filled, settings or PrintSettings())

    def docx(self, document: Document) -> bytes:
        """The document as a Word file."""
        from desktop_app.documents.docx_writer import write_docx

        return write_docx(document)

    def xlsx(self, filled: FilledReport) -> bytes:
        """The appendices as a workbook with live totals."""
        from desktop_app.composing.sheets import compose_sheets
        from desktop_app.documents.xlsx_writer import write_xlsx

        return write_xlsx(compose_sheets(filled), filled.plan.edition.head.name)

    def pdf(
        self, document: Document, on_page: Callable[[int], None] | None = None
    ) -> tuple[bytes, PrintPositions]:
        """The document as PDF, and where each key stands on its pages."""
        from desktop_app.documents.fonts import find_families
        from desktop_app.documents.pdf_writer import write_pdf

        content, places = write_pdf(document, find_families(), on_page)
        if document.settings.signature_fields:
            content = _with_signature_fields(content, places)
        return content, places


def _with_signature_fields(content: bytes, places: PrintPositions) -> bytes:
    try:
        from desktop_app.documents.pdf_signing import add_signature_fields
    except ImportError as fault:
        raise UserFault(
            "Bản cài đặt này không có phần bổ sung để đặt ô ký số; hãy bỏ chọn «Hai ô ký số» trong Thiết lập "
            "in, hoặc cài phần bổ sung signing."
        ) from fault
    return add_signature_fields(content, places)


def data_file(folder: Path | None) -> Path:
    """Where the data file lies in the folder, or in the user's own."""
    return (folder or paths.data_folder()) / paths.DATA_FILE


def build(folder: Path | None = None) -> Services:
    """The parts over the data file in `folder` (the user's own when None)."""
    path = data_file(folder)
    resources = paths.resources()
    file = DataFile(path, _tools, _keep_older)
    catalogue = Catalogue(resources / "forms", path.parent / "cache", _load_edition)
    library = Library(file, catalogue, partial(_read_sample, resources / "sample"), _who)
    return Services(
        path.parent, resources, file, library, Preferences(file), _late_backups(file), LatePress()
    )


def note_fault(folder: Path | None, fault: BaseException) -> Path:
    """Note a fault of ours in the log beside the data."""
    from desktop_app.base import log

    return log.note_fault(data_file(folder).parent, fault)


class LateRooms:
    """Makes pages and tools of the window when they are first asked for; see ui.late.Late."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def start_page(self) -> StartPage:
        """The list of reports."""
        from desktop_app.ui.pages.start_page import StartPage

        return StartPage()

    def general_page(self, bridge: SessionBridge) -> Page:
        """The tab "Chung"."""
        from desktop_app.ui.pages.general_page import GeneralPage

        return GeneralPage(bridge)

    def prose_page(self, bridge: SessionBridge, tab: str) -> Page:
        """A tab I to IV."""
        from desktop_app.ui.pages.prose_page import ProsePage

        return ProsePage(bridge, tab)

    def appendix_page(self, bridge: SessionBridge, appendix: Appendix, before: dict[str, str]) -> Page:
        """A tab PL1 to PL7."""
        from desktop_app.ui.pages.appendix_page import AppendixPage

        return AppendixPage(bridge, appendix, before)

    def preview_page(self, services: Services, bridge: SessionBridge, parent: QWidget) -> Page:
        """The preview; the PDF library is not imported before somebody looks at it."""
        from desktop_app.ui.pages.preview_page import PreviewPage

        return PreviewPage(services, bridge, parent)

    def commands(self, services: Services, window: QWidget, chosen: Callable[[], str]) -> ReportCommands:
        """What is done with whole reports."""
        from desktop_app.ui.report_commands import ReportCommands

        return ReportCommands(services, window, chosen)

    def exporting(self, services: Services, window: QWidget, bar: MessageBar, status: StatusBar) -> Exporting:
        """Export of the open report."""
        from desktop_app.ui.exporting import Exporting

        return Exporting(services, window, bar, status)

    def watchers(self, services: Services, window: QWidget, bar: MessageBar) -> Watchers:
        """Backups, waiting edits, answers to a second start."""
        from desktop_app.ui.startup.watchers import Watchers

        return Watchers(services, window, bar)

    def restore_backup(self, services: Services, watchers: Watchers, bar: MessageBar) -> RestoreBackup:
        """Backups and restoring."""
        from desktop_app.ui.backups.restore_backup import RestoreBackup

        return RestoreBackup(services, watchers, bar)

    def history_dialog(self, bridge: SessionBridge, services: Services, key: str, parent: QWidget) -> QDialog:
        """The history of a cell or paragraph."""
        from desktop_app.ui.dialogs.history import HistoryDialog

        return HistoryDialog(bridge, services.library, key, parent)

    def open_or_call(self, build: Callable[[], Services]) -> Services | None:
        """The parts, or None when another window has them open and was called forward."""
        from desktop_app.ui.startup.single_window import open_or_call

        return open_or_call(build, data_file(self._folder).parent)

    def rescue(self, build: Callable[[], Services]) -> Services | None:
        """The parts over a damaged file that was repaired; None when the clerk leaves it."""
        from desktop_app.ui.dialogs.rescue import ask_and_repair

        return ask_and_repair(data_file(self._folder), build)

    def resume_gc(self) -> None:
        """The window stands: garbage is looked for again."""
        resume_gc()

    def warm_up(self) -> None:
        """Import what the first edit and the first export need."""
        _tools()
        import desktop_app.composing.compose
        import desktop_app.documents.pdf_writer  # noqa: F401

    def note_fault(self, fault: BaseException) -> Path:
        """Note a fault of ours in the log beside the data."""
        return note_fault(self._folder, fault)


def pause_gc() -> None:
    """Look for no garbage while the window is being made, which is a tenth of the start; see `rest`."""
    gc.disable()


def resume_gc() -> None:
    """What the start made stays for good, and is not looked through again with every later garbage."""
    gc.freeze()
    gc.enable()


def run_window(folder: Path | None, open_id: str) -> int:
    """Open the window; Qt is not imported for anything else."""
    pause_gc()
    from desktop_app.ui.startup.run_window import run

    return run(lambda: build(folder), open_id, LateRooms(folder))


def run_command(words: list[str]) -> int:
    """Do what the command line asks."""
    from desktop_app.command_line.commands import run

    return run(words, build, run_window)


def _tools() -> Tools:
    from database import migrations

    return migrations


def _who() -> str:
    from desktop_app.base.computer import user_name

    return user_name()


def _late_backups(file: DataFile) -> Callable[[], Backups]:
    @cache
    def backups() -> Backups:
        from desktop_app.services.backups import Backups

        return Backups(file)

    return backups


def _keep_older(file: DataFile) -> None:
    """A file of an older schema is copied before it is changed."""
    from datetime import datetime

    from database.backup import copy_to
    from desktop_app.base.private import private_folder
    from desktop_app.services.backups import FOLDER, next_in

    folder = file.path.parent / FOLDER
    private_folder(folder)
    copy_to(file, next_in(folder, datetime.now(), "truoc-nang-cap"))


def _load_edition(folder: Path) -> Edition:
    from desktop_app.forms.loader import load_edition

    return load_edition(folder)


def _read_sample(folder: Path, name: str, plans: Plans) -> Draft:
    from desktop_app.services.sample import read_sample

    return read_sample(folder, name, plans)
