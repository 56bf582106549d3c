"""Pages, dialogs and tools of the window, each imported when it is first asked for, not at the start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from desktop_app.forms.model import Appendix
    from desktop_app.proofreading.figures.offers import Offer
    from desktop_app.proofreading.reader import ProofReader
    from desktop_app.reports.filled_report import FilledReport
    from desktop_app.searching.hits import Hit
    from desktop_app.services.guide import Guide, GuidePage
    from desktop_app.services.library import Library
    from desktop_app.services.presence import Wish
    from desktop_app.services.services import Services
    from desktop_app.ui.back_from_word import ComparingWord
    from desktop_app.ui.backups.restore_backup import RestoreBackup
    from desktop_app.ui.backups.scheduled_backups import ScheduledBackups
    from desktop_app.ui.change_form import ChangeForm
    from desktop_app.ui.exporting import Exporting
    from desktop_app.ui.form_editor.form_desk import FormDesk
    from desktop_app.ui.looking import Looking
    from desktop_app.ui.message_bar import MessageBar
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.pages.preview_page import PreviewPage
    from desktop_app.ui.pages.start_page import StartPage
    from desktop_app.ui.report_commands import ReportCommands
    from desktop_app.ui.report_search import ReportSearch
    from desktop_app.ui.report_view import ReportView
    from desktop_app.ui.session_bridge import SessionBridge
    from desktop_app.ui.startup.watchers import Watchers
    from desktop_app.ui.status import StatusBar
    from desktop_app.ui.view_commands import ViewCommands
    from desktop_app.ui.widgets.findings_panel import FindingsPanel
    from desktop_app.ui.widgets.prose_editor import ProseEditor
    from desktop_app.ui.widgets.welcome import Welcome


def start_page() -> StartPage:
    """The list of reports."""
    from desktop_app.ui.pages.start_page import StartPage

    return StartPage()


def welcome() -> Welcome:
    """The hints of the very first start."""
    from desktop_app.ui.widgets.welcome import Welcome

    return Welcome()


def general_page(bridge: SessionBridge) -> Page:
    """The tab "Chung"."""
    from desktop_app.ui.pages.general_page import GeneralPage

    return GeneralPage(bridge)


def prose_page(bridge: SessionBridge, tab: str) -> Page:
    """A tab I to IV."""
    from desktop_app.ui.pages.prose_page import ProsePage

    return ProsePage(bridge, tab)


def appendix_page(bridge: SessionBridge, appendix: Appendix, before: dict[str, str]) -> Page:
    """A tab PL1 to PL7."""
    from desktop_app.ui.pages.appendix_page import AppendixPage

    return AppendixPage(bridge, appendix, before)


def findings_panel(bridge: SessionBridge) -> FindingsPanel:
    """The list of findings."""
    from desktop_app.ui.widgets.findings_panel import FindingsPanel

    return FindingsPanel(bridge)


def view_commands(view: ReportView, services: Services) -> ViewCommands:
    """What menu and keys do in an open report."""
    from desktop_app.ui.view_commands import ViewCommands

    return ViewCommands(view, services)


def proof_reader() -> ProofReader:
    """Who reads the words of an open report after each pause."""
    from desktop_app.proofreading.reader import ProofReader

    return ProofReader()


def silenced_dialog(bridge: SessionBridge, services: Services, parent: QWidget) -> QDialog:
    """What is silenced."""
    from desktop_app.ui.dialogs.silenced import SilencedDialog

    return SilencedDialog(bridge, services, parent)


def offers(filled: FilledReport) -> list[Offer]:
    """Numbers of the prose that can be bound to what they state."""
    from desktop_app.proofreading.figures.offers import offers as found

    return found(filled)


def made_unicode(filled: FilledReport) -> dict[str, str]:
    """The entries in letters of an old code, in Unicode."""
    from desktop_app.proofreading.wording.old_codes import converted

    return converted(filled)


def citations_page(bridge: SessionBridge, show_hit: Callable[[Hit], None]) -> Page:
    """The tab of the documents that are named; who shows a place is asked by `show_hit`."""
    from desktop_app.ui.pages.citations_page import CitationsPage

    page = CitationsPage(bridge)
    page.hit_wanted.connect(show_hit)
    return page


def bind_all(bridge: SessionBridge, window: QWidget) -> None:
    """Offer to bind all numbers of the prose that equal their rows."""
    from desktop_app.ui.bind_number import bind_all as act

    act(bridge, window)


def bind_number(editor: ProseEditor, library: Library) -> None:
    """Ask what the number at the cursor follows."""
    from desktop_app.ui.bind_number import bind_number as act

    act(editor, library)


def decided(filled: FilledReport, texts: dict[str, str], parent: QWidget) -> dict[str, str] | None:
    """A pasted block as it is to be taken."""
    from desktop_app.ui.dialogs.paste_preview import decided as ask

    return ask(filled, texts, parent)


def compare_periods(view: ReportView, library: Library) -> None:
    """The figures beside those of earlier periods."""
    from desktop_app.ui.comparing import compare_periods as act

    act(view, library)


def show_why(view: ReportView) -> None:
    """The chain of rows behind a number."""
    from desktop_app.ui.asking_why import show_why as act

    act(view)


def change_form(bridge: SessionBridge, services: Services, window: QWidget) -> ChangeForm:
    """What is done with the form of the open report."""
    from desktop_app.ui.change_form import ChangeForm

    return ChangeForm(bridge, services, window)


def tray_page(bridge: SessionBridge) -> Page:
    """The tab of what found no place."""
    from desktop_app.ui.pages.tray_page import TrayPage

    return TrayPage(bridge)


def ready_page(bridge: SessionBridge, looking: Looking) -> Page:
    """What stands between the report and a signature."""
    from desktop_app.ui.pages.ready_page import ReadyPage

    return ReadyPage(bridge, looking)


def preview_page(services: Services, bridge: SessionBridge, parent: QWidget) -> PreviewPage:
    """The preview; the PDF library is not imported before somebody looks at it."""
    from desktop_app.ui.pages.preview_page import PreviewPage

    return PreviewPage(services, bridge, parent)


def report_search(view: ReportView) -> ReportSearch:
    """The search bar of an open report."""
    from desktop_app.ui.report_search import ReportSearch

    return ReportSearch(view)


def report_commands(services: Services, window: QWidget, chosen: Callable[[], str]) -> ReportCommands:
    """What is done with whole reports."""
    from desktop_app.ui.report_commands import ReportCommands

    return ReportCommands(services, window, chosen)


def exporting(services: Services, window: QWidget, bar: MessageBar, status: StatusBar) -> Exporting:
    """Export of the open report."""
    from desktop_app.ui.exporting import Exporting

    return Exporting(services, window, bar, status)


def watchers(services: Services, window: QWidget, bar: MessageBar) -> Watchers:
    """Backups, waiting edits, answers to a second start."""
    from desktop_app.ui.startup.watchers import Watchers

    return Watchers(services, window, bar)


def restore_backup(services: Services, scheduled: ScheduledBackups, bar: MessageBar) -> RestoreBackup:
    """Backups and restoring."""
    from desktop_app.ui.backups.restore_backup import RestoreBackup

    return RestoreBackup(services, scheduled, bar)


def chosen_tab(view: ReportView) -> str:
    """The tab that the clerk chooses by its name; "" for none."""
    from desktop_app.ui.going_to_tab import ask_tab

    return ask_tab(view)


def form_desk(services: Services, bar: MessageBar) -> FormDesk:
    """The forms, and the editor of one."""
    from desktop_app.ui.form_editor.form_desk import FormDesk

    return FormDesk(services, bar)


def history_dialog(bridge: SessionBridge, services: Services, key: str, parent: QWidget) -> QDialog:
    """The history of a cell or paragraph."""
    from desktop_app.ui.dialogs.history import HistoryDialog

    return HistoryDialog(bridge, services.library, key, parent)


def comparing_word(view: ReportView, services: Services) -> ComparingWord:
    """The open report beside its edited Word file."""
    from desktop_app.ui.back_from_word import ComparingWord

    return ComparingWord(view, services)


def open_guide(parent: QWidget, place: str) -> None:
    """The guide over this window, at "page" or "page#heading"."""
    from desktop_app.ui.guide.guide_window import GuideWindow

    GuideWindow.over(parent).open_at(place)


def print_guide(guide: Guide, pages: Sequence[GuidePage], parent: QWidget) -> str:
    """Print pages of the guide; the sentence to say."""
    from desktop_app.ui.guide import guide_printing

    return guide_printing.print_guide(guide, pages, parent)


def open_or_call(build: Callable[[], Services], folder: Path, wish: Wish) -> Services | None:
    """The services, or None when another window has the folder open and was called forward."""
    from desktop_app.ui.startup.single_window import open_or_call

    return open_or_call(build, folder, wish)


def rescue(build: Callable[[], Services], data_file: Path) -> Services | None:
    """The services over a damaged file that was repaired; None when the clerk leaves it."""
    from desktop_app.ui.dialogs.rescue import ask_and_repair

    return ask_and_repair(data_file, build)


def warm_up(services: Services) -> None:
    """Import what the first edit and the first export need, once the window stands idle."""
    from desktop_app.services import press

    services.file.writer()
    press.warm_up()


def note_fault(folder: Path, fault: BaseException) -> Path:
    """Note a fault of ours in the log beside the data; returns the log."""
    from desktop_app.base import log

    return log.note_fault(folder, fault)
