"""F1 opens the guide at the page for where the clerk is; she searches, reads and prints by keyboard."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.base import paths
from desktop_app.base.periods import Period
from desktop_app.services import moving
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.move_report import MoveReportDialog
from desktop_app.ui.dialogs.new_report import NewReportDialog
from desktop_app.ui.dialogs.print_settings import PrintSettingsDialog
from desktop_app.ui.guide import guide_printing
from desktop_app.ui.guide.guide_window import GuideWindow
from desktop_app.ui.help_places import HEADINGS, kind_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import TRAY, ReportView
from tests.support.dialogs import in_dialog
from tests.support.screen import button, focused, named, press, shown, type_keys
from tests.support.systems import needs_own_print_dialog

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = {
    "general": "the-chung",
    "preview": "xem-truoc",
    "citations": "van-ban-vien-dan",
    "ready": "trinh-ky",
    TRAY: "chua-co-cho",
} | dict.fromkeys(("I", "II", "III", "IV"), "loi-van")


def guide_of(window: QWidget) -> GuideWindow:
    """The guide that stands over the window."""
    found = [guide for guide in window.findChildren(GuideWindow) if guide.isVisible()]
    assert len(found) == 1
    return found[0]


def activate(window: QWidget) -> None:
    """As a click on its title does; keys of a window work while it is the active one."""
    window.activateWindow()
    for _ in range(100):
        if QApplication.activeWindow() is window:
            return
        QTest.qWait(20)
    raise AssertionError("the window does not become active")


def ask_guide(target: QWidget) -> GuideWindow:
    """F1 where the target is."""
    window = target.window()
    activate(window)
    press(target, Key.Key_F1)
    guide = guide_of(window)
    activate(guide)
    return guide


@pytest.fixture
def guide(window: MainWindow) -> GuideWindow:
    """Over the list, the hints of the first start passed over."""
    press(window.start, Key.Key_Escape)
    return ask_guide(window.start)


def results(guide: GuideWindow) -> list[str]:
    found = named(guide, QListWidget, "Mục lục và kết quả tìm")
    return [found.item(row).text() for row in range(found.count())]


def search_field(guide: GuideWindow) -> QLineEdit:
    return named(guide, QLineEdit, "Tìm trong hướng dẫn")


# -- where the clerk is --


def test_the_start_page_has_its_page(guide: GuideWindow) -> None:
    assert guide.place == "danh-sach"
    assert "Danh sách báo cáo" in guide.browser.toPlainText()
    assert guide.windowTitle() == "Danh sách báo cáo · Hướng dẫn"


@pytest.mark.parametrize("sample", ["2023-q1", "2025-q3"])
def test_every_tab_of_both_forms_has_its_page(window: MainWindow, services: Services, sample: str) -> None:
    window.open_report(services.library.create_samples((sample,))[0])
    view = window.view
    assert view
    for tab in view.tab_names():
        activate(window)
        view.show_tab(tab).focus_first()
        guide = ask_guide(focused())
        assert guide.place == PAGES.get(tab, "phu-luc"), tab
        assert guide.place in guide.guide.pages
        press(guide.browser, Key.Key_Escape)


def test_what_found_no_place_has_its_page(window: MainWindow, services: Services) -> None:
    old = services.library.create("2026-Q1", "cchc-2022")
    services.library.open(old).edit("pl1.9", "3")
    moving.move(services.library, old, "cchc-2025")
    window.open_report(old)
    assert window.view
    window.view.show_tab(TRAY).focus_first()

    assert ask_guide(focused()).place == "chua-co-cho"


@pytest.mark.parametrize("sample", ["2023-q1", "2025-q3"])
def test_a_finding_opens_the_guide_at_its_kind(window: MainWindow, services: Services, sample: str) -> None:
    window.open_report(services.library.create_samples((sample,))[0])
    view = window.view
    assert view
    kinds = set()
    for row, finding in enumerate(view.panel.model.findings):
        if (kind := kind_of(finding, view.session.filled.plan)) in kinds:
            continue
        view.panel.list.setCurrentIndex(view.panel.model.index(row, 0))
        activate(window)
        view.panel.list.setFocus()
        guide = ask_guide(view.panel.list)
        page = guide.guide.pages["loi-va-canh-bao"]
        section = next(s for s in page.sections if guide.place == f"{page.name}#{s.anchor}")
        assert section.title == HEADINGS[kind]
        kinds.add(kind)
    assert len(kinds) >= 4, kinds


def test_the_detail_of_a_finding_has_a_link_to_its_heading(window: MainWindow, view: ReportView) -> None:
    activate(window)
    press(focused(), Key.Key_F8)
    detail = named(view.panel, QLabel, "Chi tiết")
    detail.setFocus()
    assert "Xem hướng dẫn (F1)" in detail.text()
    while not detail.selectedText().startswith("Xem hướng dẫn"):
        press(detail, Key.Key_Tab)
        assert detail.hasFocus()
    press(detail, Key.Key_Return)

    assert guide_of(window).place.startswith("loi-va-canh-bao#")


def test_a_finding_without_a_shape_is_a_rule_of_the_form(view: ReportView) -> None:
    view.bridge.edit("pl1.1", "12.5")
    found = {kind_of(finding, view.session.filled.plan) for finding in view.session.filled.findings()}

    assert "V1" in found and "rate" in found
    assert found <= HEADINGS.keys()


def test_the_search_has_its_page(window: MainWindow, view: ReportView) -> None:
    activate(window)
    view.go_to("pl1.2.1")
    press(focused(), Key.Key_F, CONTROL)

    assert ask_guide(focused()).place == "tim-va-thay"


def test_the_page_of_backups_has_its_page(window: MainWindow) -> None:
    window.do_backups()

    assert ask_guide(focused()).place == "sao-luu"


def test_dialogs_open_the_guide_above_themselves_and_go_on(
    window: MainWindow, services: Services, view: ReportView, qtbot: QtBot
) -> None:
    def look(place: str, kind: type[QDialog]):
        def act(dialog: QDialog) -> None:
            assert isinstance(dialog, kind)
            guide = ask_guide(dialog)
            assert guide.place == place
            assert not guide.isModal()
            guide.resize(guide.width(), guide.minimumSizeHint().height())  # no page is so short that it fits
            qtbot.waitUntil(lambda: guide.browser.verticalScrollBar().maximum() > 0)
            press(guide.browser, Key.Key_PageDown)
            assert guide.browser.verticalScrollBar().value() > 0  # no modal dialog blocks its own guide
            press(guide, Key.Key_Escape)
            assert not guide.isVisible() and dialog.isVisible()

        return act

    filled = view.session.filled
    moved = moving.succession(services.library, filled.report.id, "cchc-2025")
    new = services.library.plans.plan("cchc-2025")
    for dialog, place in (
        (NewReportDialog([], services.catalogue.all(), Period(2026, "Y"), "", window), "bao-cao-moi"),
        (MoveReportDialog(filled, moved, new, "Chuyển.", window), "mau-bao-cao"),
    ):
        with in_dialog(look(place, type(dialog))):
            dialog.exec()
    with in_dialog(look("in-va-xuat", PrintSettingsDialog)):
        page = view.show_tab("preview")
        page.set_up()
    view.go_to("pl1.2")
    with in_dialog(look("lich-su", QDialog)):
        window.actions_by_name["history"].trigger()


# -- reading --


def test_work_goes_on_beside_the_guide(window: MainWindow, view: ReportView) -> None:
    view.go_to("pl1.2.1")
    guide = ask_guide(focused())
    activate(window)
    view.go_to("pl1.2.1")
    type_keys("7")

    assert guide.isVisible() and not guide.isModal()
    assert view.session.filled.text("pl1.2.1") == "7"


def test_there_is_one_guide_and_escape_closes_it(window: MainWindow, guide: GuideWindow) -> None:
    press(guide.browser, Key.Key_Escape)
    assert not guide.isVisible()

    assert ask_guide(window.start) is guide


def test_a_link_is_followed_and_left_by_keyboard(guide: GuideWindow) -> None:
    guide.open_at("muc-luc")
    press(guide.browser, Key.Key_Tab)
    press(guide.browser, Key.Key_Return)
    assert guide.place == "bat-dau"

    press(guide.browser, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.place == "muc-luc"


def test_a_link_within_the_page_scrolls_to_its_heading(guide: GuideWindow) -> None:
    guide.open_at("lam-gi-khi#gói-chẩn-đoán")
    QApplication.processEvents()

    assert guide.browser.verticalScrollBar().value() > 500


def test_the_search_goes_by_keys_alone(guide: GuideWindow) -> None:
    press(guide.browser, Key.Key_F, CONTROL)
    field = search_field(guide)
    assert field.hasFocus()
    for letter in "may in khong in":
        press(field, getattr(Key, f"Key_{letter.upper()}") if letter != " " else Key.Key_Space)
    assert results(guide)[0].startswith("Làm gì khi … › Máy in không in\n")

    press(field, Key.Key_Down)
    press(field, Key.Key_Up)
    press(field, Key.Key_Return)
    assert guide.place == "lam-gi-khi#máy-in-không-in"
    assert guide.browser.hasFocus()
    marked = {selection.cursor.selectedText().lower() for selection in guide.browser.extraSelections()}
    assert {"máy", "in", "không"} <= marked


def test_tab_goes_from_the_search_to_the_list_and_to_the_page(guide: GuideWindow) -> None:
    press(guide.browser, Key.Key_F, CONTROL)
    press(focused(), Key.Key_Tab)
    assert focused() is named(guide, QListWidget, "Mục lục và kết quả tìm")
    press(focused(), Key.Key_Down)
    press(focused(), Key.Key_Return)
    assert guide.place == "bao-cao-moi" and guide.browser.hasFocus()


def test_the_guide_is_all_on_the_screen(guide: GuideWindow) -> None:
    assert guide.screen().availableGeometry().contains(QRect(guide.pos(), guide.size()))


def test_a_search_in_vain_says_so_and_an_empty_one_shows_the_contents(guide: GuideWindow) -> None:
    titles = results(guide)
    search_field(guide).setText("xyz xyz")
    assert results(guide) == ["Không thấy trong hướng dẫn; hãy thử ít chữ hơn hoặc chữ khác."]
    press(search_field(guide), Key.Key_Return)
    assert guide.place == "danh-sach"

    search_field(guide).clear()
    assert results(guide) == titles == [page.title for page in guide.guide.pages.values()]


@pytest.mark.parametrize("size", [(1060, 680), (911, 485), (700, 480)])
def test_no_page_is_wider_than_the_window(guide: GuideWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    guide.resize(*size)
    for name in guide.guide.pages:
        guide.open_at(name)
        qtbot.wait(5)
        assert guide.browser.horizontalScrollBar().maximum() == 0, name


def test_pictures_have_the_dots_of_the_screen(guide: GuideWindow) -> None:
    guide.open_at("bat-dau")
    QApplication.processEvents()
    kind = QTextDocument.ResourceType.ImageResource.value
    image = guide.browser.document().resource(kind, "hinh/phu-luc.png")

    assert image.devicePixelRatio() == guide.browser.devicePixelRatioF()
    assert 300 < image.width() / image.devicePixelRatio() <= guide.browser.viewport().width()


# -- a damaged installation --


def test_a_guide_that_is_not_there_is_one_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "guide", lambda: tmp_path)
    activate(window)
    press(window.start, Key.Key_F1)

    assert "hãy cài lại chương trình" in window.messages.text()
    assert window.findChildren(GuideWindow) == []


def test_a_picture_that_is_not_there_leaves_the_words(guide: GuideWindow, tmp_path: Path) -> None:
    guide.guide.folder = tmp_path
    guide.open_at("the-chung")
    QApplication.processEvents()

    assert "Loại cơ quan" in guide.browser.toPlainText()


# -- printing --


def printed(guide: GuideWindow, names: list[str], target: Path) -> list[str]:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(target))
    said = guide_printing.send(guide.guide, [guide.guide.pages[name] for name in names], printer)
    assert said == guide_printing.SENT
    with pypdfium2.PdfDocument(target.read_bytes()) as file:
        return [page.get_textpage().get_text_range() for page in file]


def test_a_page_is_printed_with_its_pictures(guide: GuideWindow, tmp_path: Path) -> None:
    pages = printed(guide, ["the-chung"], tmp_path / "a.pdf")

    assert "Thẻ Chung" in pages[0]
    assert len(pages) <= 3
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as file:
        assert [o for o in file[0].get_objects() if o.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]


def test_the_whole_guide_is_printed_each_page_from_a_new_sheet(guide: GuideWindow, tmp_path: Path) -> None:
    pages = printed(guide, list(guide.guide.pages), tmp_path / "a.pdf")

    tops = [text.strip().splitlines()[0] for text in pages if text.strip()]
    for page in guide.guide.pages.values():
        assert any(page.title.startswith(top) or top.startswith(page.title) for top in tops), page.title


@needs_own_print_dialog
def test_page_and_guide_go_through_the_dialog_of_the_system(
    guide: GuideWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(target))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Máy in"]))
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    guide.open_at("lich-su")
    sheets = []
    for modifier in (CONTROL, CONTROL | Qt.KeyboardModifier.ShiftModifier):
        press(guide.browser, Key.Key_P, modifier)
        assert guide_printing.SENT in shown(guide)
        with pypdfium2.PdfDocument(target.read_bytes()) as file:
            sheets.append([page.get_textpage().get_text_range() for page in file])

    page, whole = sheets
    assert "Hoàn tác và lịch sử" in page[0] and len(page) <= 2
    assert len(whole) > len(guide.guide.pages)


@needs_own_print_dialog
def test_a_print_that_is_declined_prints_nothing(guide: GuideWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Máy in"]))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    press(guide.browser, Key.Key_P, CONTROL)

    assert "Chưa in trang nào" in shown(guide)


def test_without_a_printer_one_sentence_says_so(guide: GuideWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: []))
    press(guide.browser, Key.Key_P, CONTROL)

    assert "chưa có máy in" in shown(guide)
    assert button(guide, "In cả hướng dẫn…")
