"""The window as a whole: list, tabs, findings, saving, next period, export, preview, keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.print_settings import keep_settings, read_settings
from desktop_app.ui.dialogs.print_settings import PrintSettingsDialog
from desktop_app.ui.exporting import file_name
from desktop_app.ui.report_view import PREVIEW, ReportView
from desktop_app.ui.widgets.page_layout import Spot
from tests.support.printed import pdf_pages
from tests.support.real import TWO_QUARTERS
from tests.support.screen import named, shown

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TABS = ["Chung", "I", "II", "III", "IV", *(f"PL{n}" for n in range(1, 8))]
TABS += ["Văn bản viện dẫn", "Trình ký", "Xem trước"]


def test_an_empty_list_says_what_to_do(window) -> None:
    assert "Chưa có báo cáo nào" in shown(window.start)
    assert not window.start.buttons["delete"].isEnabled()


def test_the_list_shows_period_agency_and_findings_and_enter_opens(window, services) -> None:
    services.library.create_samples(TWO_QUARTERS)[0]
    window.show_list()
    model = window.start.model
    rows = {model.index(r, 0).data(): [model.index(r, c).data() for c in (1, 4, 5)] for r in range(2)}
    assert rows["Quý I/2023"] == ["Văn phòng UBND tỉnh", "● 4", "▲ 8"]

    window.start.table.selectRow([model.index(r, 0).data() for r in range(2)].index("Quý I/2023"))
    QTest.keyClick(window.start.table, Key.Key_Return)
    assert window.view is not None
    assert window.windowTitle() == "Báo cáo CCHC Quý I/2023 · Văn phòng UBND tỉnh · Bản nháp"


def test_every_tab_is_there_with_its_count_and_can_be_shown(view: ReportView) -> None:
    texts = [view.tabs.tabText(n) for n in range(view.tabs.count())]

    assert [text.split(" ●")[0].split(" ▲")[0] for text in texts] == TABS
    assert texts[5] == "PL1 ●3 ▲2"
    for tab in view.tab_names():
        assert view.show_tab(tab).isVisible()


def test_counts_follow_an_edit_once_the_typing_pauses(view: ReportView, qtbot: QtBot) -> None:
    view.bridge.edit("pl1.2", "83,33%")

    qtbot.waitUntil(lambda: view.tabs.tabText(5) == "PL1 ●2 ▲2")


def test_a_finding_leads_to_its_place_and_shows_both_sides(view: ReportView) -> None:
    panel = view.panel
    codes = [finding.code for finding in panel.model.findings]
    panel.list.setCurrentIndex(panel.model.index(codes.index("X5.division_leaders"), 0))
    assert "<b>1</b>" in shown(panel) and "<b>0</b>" in shown(panel)
    detail = next(label for label in panel.findChildren(QLabel) if "pl5.III.4" in label.text())
    detail.linkActivated.emit("pl5.III.4")
    assert (view.current_tab(), view.current_page().current_key()) == ("pl5", "pl5.III.4")

    QTest.keyClick(panel.list, Key.Key_Return)
    assert view.current_tab() == "II"


def test_a_warning_is_explained_and_goes_stale_when_its_value_changes(view: ReportView) -> None:
    panel = view.panel
    place = [finding.code for finding in panel.model.findings].index("PL1.3.blank")
    panel.list.setCurrentIndex(panel.model.index(place, 0))
    reason = named(panel, QLineEdit, "Giải trình")
    QTest.keyClicks(reason, "Chi kiem tra phong")
    QTest.keyClick(reason, Key.Key_Return)
    assert "đã giải trình" in panel.model.index(place, 0).data()

    warning = next(f for f in view.session.filled.findings() if f.code == "PL1.4.zero")
    view.bridge.give_explanation(warning, "Không có")
    view.bridge.edit("pl1.4", "0%")
    stale = [panel.model.index(n, 0).data() for n in range(panel.model.rowCount())]
    assert any("giải trình đã cũ" in text and "dòng 4 " in text for text in stale)


def test_the_findings_list_is_the_same_as_from_scratch_after_edits(view: ReportView) -> None:
    for key, text in (
        ("pl1.7.2", "5"),
        ("pl1.2", ""),
        ("pl4.II.2", "60"),
        ("header.agency_kind", "district"),
    ):
        view.bridge.edit(key, text)
        assert view.panel.model.findings == view.session.filled.findings()


def test_a_save_that_fails_is_said_loudly_and_mended_later(window, view: ReportView, services) -> None:
    (pages,) = services.file.rows("PRAGMA page_count")[0]
    services.file.connection.execute(f"PRAGMA max_page_count={pages}")
    view.bridge.edit("I.1", "x" * 100_000)
    assert "CHƯA LƯU" in shown(window.status) and "đầy" in shown(window.status)
    assert view.session.filled.text("I.1")

    services.file.connection.execute("PRAGMA max_page_count=1000000")
    view.bridge.edit("pl1.7.2", "83")
    assert "Đã lưu" in shown(window.status)
    again = services.library.open("2023-Q1")
    assert (len(again.filled.text("I.1")), again.filled.text("pl1.7.2")) == (100_000, "83")


def test_export_writes_both_files_and_says_where(window, view: ReportView, qtbot, tmp_path: Path) -> None:
    targets = {kind: tmp_path / f"r.{kind}" for kind in ("docx", "pdf")}
    window.exporting.export(view.session, targets)
    qtbot.waitUntil(lambda: "Đã xuất" in window.messages.text(), timeout=20_000)

    assert [path.read_bytes()[:2] for path in targets.values()] == [b"PK", b"%P"]


def test_an_export_that_fails_is_one_sentence_in_the_message_line(window, view, qtbot, tmp_path) -> None:
    window.exporting.export(view.session, {"pdf": tmp_path})
    qtbot.waitUntil(lambda: "thư mục" in window.messages.text(), timeout=20_000)

    assert window.messages.isVisible()


def test_the_name_proposed_for_an_export(view: ReportView) -> None:
    assert file_name(view.session.filled) == "Bao-cao-CCHC-Quy-I-2023"


def test_the_preview_shows_the_pages_and_follows_an_edit(view: ReportView, qtbot) -> None:
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: len(page.pages.sizes) > 15, timeout=20_000)
    before = page.positions
    assert before.of("pl7.6.1") is not None

    view.bridge.edit("IV.7", "Một đoạn mới")
    qtbot.waitUntil(lambda: page.positions is not before and page.is_current, timeout=20_000)
    assert "Một đoạn mới" in " ".join(pdf_pages(page.pages.content))


def test_a_click_on_the_preview_goes_to_where_the_text_is_entered(view: ReportView, qtbot) -> None:
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: len(page.pages.sizes) > 15, timeout=20_000)
    view.show_tab("pl1")
    view.show_tab(PREVIEW)
    place = page.positions.of("I.1")
    page.go_to("I.1")
    middle = Spot(place.page, place.left + 20, place.top + place.height / 2)
    QTest.mouseClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.point_of(middle).toPoint()
    )

    assert (view.current_tab(), view.current_page().current_key()) == ("I", "I.1")


def test_the_preview_opens_at_the_place_that_was_being_entered(
    window, view: ReportView, qtbot: QtBot
) -> None:
    view.bridge.go_to("pl6.II.1")
    QTest.keyClick(window, Key.Key_F9)
    page = view.current_page()
    qtbot.waitUntil(lambda: len(page.pages.sizes) > 15, timeout=20_000)

    place = page.positions.of("pl6.II.1")
    qtbot.waitUntil(lambda: page.view.current_page() == place.page)


def test_the_pages_beside_the_tabs_follow_what_is_entered(window, view: ReportView, qtbot: QtBot) -> None:
    view.bridge.go_to("pl7.6.1.1")
    QTest.keyClick(window, Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    beside = view.beside
    assert beside is not None and not view.panel.isVisible()
    qtbot.waitUntil(lambda: len(beside.pages.sizes) > 15, timeout=20_000)

    view.bridge.edit("pl7.6.1.1", "77")
    place = beside.positions
    qtbot.waitUntil(lambda: beside.positions is not place, timeout=20_000)
    page = beside.positions.of("pl7.6.1.1").page
    qtbot.waitUntil(lambda: beside.view.current_page() == page)
    assert "77" in pdf_pages(beside.pages.content)[page]
    assert view.current_tab() == "pl7"


def test_print_settings_are_kept_and_change_the_pages(view: ReportView, services, qtbot: QtBot) -> None:
    dialog = PrintSettingsDialog(read_settings(services.preferences), view.session.filled.plan.edition)
    qtbot.addWidget(dialog)
    dialog.numbers["left"].setValue(99)
    dialog.numbering.setCurrentIndex(1)
    dialog.landscape[6].setChecked(True)
    keep_settings(services.preferences, dialog.settings())

    kept = read_settings(services.preferences)
    assert (kept.left, kept.numbering, kept.turned) == (35, "reference", ("pl7",))
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: len(page.pages.sizes) > 15, timeout=20_000)
    width, height = page.pages.sizes[-1]
    assert width > height
    assert "Phụ lục 7" in pdf_pages(page.pages.content)[page.positions.of("pl7").page]


def test_the_preview_scrolls_to_the_printed_row_and_a_click_there_leads_back(
    view: ReportView, qtbot: QtBot
) -> None:
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: len(page.pages.sizes) > 15, timeout=20_000)
    for key in ("pl7.6.1.1", "pl4.II.1", "I.3"):
        page.go_to(key)
        place = page.positions.of(key)
        seen = page.view.point_of(Spot(place.page, place.left, place.top)).y()
        assert 0 <= seen <= page.view.viewport().height(), key
        middle = page.view.viewport().width() / 2
        spot = page.view.spot_at(QPointF(middle, seen + 5))
        assert page.positions.at(spot.page, spot.left, spot.top) == key


def test_every_tab_begins_where_something_can_be_entered(view: ReportView) -> None:
    begins = {"general": QApplication.focusWidget()}
    for tab in view.tab_names()[1:]:
        view.show_tab(tab)
        begins[tab] = QApplication.focusWidget()

    assert begins["general"].accessibleName() == "Cơ quan chủ quản"
    assert begins["I"].accessibleName() == "Phần mở đầu"
    assert begins["pl4"] is view.page("pl4").table


def test_f6_goes_round_tabs_page_and_findings(window, view: ReportView) -> None:
    view.show_tab("pl1").table.setFocus()
    QTest.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is view.panel.list
    QTest.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is view.tabs.tabBar()
    QTest.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is view.page("pl1").table


def test_f6_passes_over_what_is_hidden_and_stops_at_the_pages_beside(window, view: ReportView) -> None:
    view.show_tab("pl1").table.setFocus()
    QTest.keyClick(window, Key.Key_F7)
    QTest.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is view.tabs.tabBar()
    QTest.keyClick(window, Key.Key_F6)
    QTest.keyClick(window, Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    beside = view.beside
    assert beside is not None
    QTest.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is beside.view
    QTest.keyClick(window, Key.Key_F6)
    assert QApplication.focusWidget() is view.tabs.tabBar()
    QTest.keyClick(window, Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is beside.view


def test_f8_walks_through_the_findings(window, view: ReportView) -> None:
    QTest.keyClick(window, Key.Key_F8)
    assert view.current_page().current_key() == "pl1.2"
    QTest.keyClick(window, Key.Key_F8)
    assert view.current_page().current_key() == "pl1.1"


def test_the_tab_that_was_open_is_open_again(window, view: ReportView) -> None:
    view.show_tab("pl4")
    window.show_list()
    window.open_report("2023-Q1")

    assert window.view.current_tab() == "pl4"


def test_every_control_has_a_name_that_can_be_spoken(view: ReportView) -> None:
    for tab in view.tab_names():
        view.show_tab(tab)
    nameless = [
        control
        for control in view.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and control.window() is view.window()  # the list below a box of choices is spoken of by its box
        and not control.focusProxy()
        and not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
    ]

    assert nameless == []


def test_everything_fits_on_a_small_screen(window, view: ReportView) -> None:
    for tab in view.tab_names():
        view.show_tab(tab)

    assert window.minimumSizeHint().width() <= 1366 / 1.5
    assert window.minimumSizeHint().height() <= 728 / 1.5 + 60
    view.show_tab("pl1")
    view.toggle_beside()
    assert view.beside.minimumSizeHint().width() <= 500  # the share of the pages, see do_beside


def test_a_preview_that_is_gone_has_closed_its_pdf(view: ReportView, qtbot: QtBot) -> None:
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: len(page.pages.sizes) > 15, timeout=20_000)
    pages = page.pages
    page.deleteLater()
    qtbot.waitUntil(lambda: not pages.sizes)


def test_a_date_that_cannot_be_read_is_kept_and_said(view: ReportView) -> None:
    page = view.show_tab("general")
    page.go_to("header.date")
    field = QApplication.focusWidget()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "30/2/2023")

    assert view.session.filled.text("header.date") == "30/2/2023"
    assert "«30/2/2023» không phải là ngày có trong lịch (tháng đó chỉ có 28 ngày)" in shown(page)


def test_without_a_printer_one_sentence_says_so(view: ReportView, qtbot: QtBot) -> None:
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: len(page.pages.sizes) > 15, timeout=20_000)
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this computer has a printer")
    page.print_appendices()

    qtbot.waitUntil(lambda: "chưa có máy in" in page.line.text, timeout=20_000)
