"""A finding of the words silenced by keys, seen in the list of what is silenced, and taken back there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.reports.prose import from_plain
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import answering, in_dialog
from tests.support.screen import focused, named, press

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(params=["2023-q2", "2025-y"])
def view(window: MainWindow, services: Services, request: pytest.FixtureRequest, qtbot: QtBot) -> ReportView:
    """A clean sample of each form, with one doubled word."""
    window.open_report(services.library.create_samples((request.param,))[0])
    view = window.view
    assert view
    view.bridge.type_prose("I.1", from_plain("Sở đã chỉ đạo các các phòng rà soát."))
    qtbot.waitUntil(lambda: "lặp từ" in sentences(view), timeout=20_000)
    for _ in view.panel.model.findings:
        press(focused(), Key.Key_F8)
        if "lặp từ" in view.panel.list.currentIndex().data():
            return view
    raise AssertionError("no doubled word")


def sentences(view: ReportView) -> str:
    return " ".join(finding.message for finding in view.session.filled.findings())


def silenced_rows(dialog: QDialog) -> list[str]:
    table = named(dialog, QTableView, "Các điều đã bỏ qua")
    model = table.model()
    return [
        " · ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_once_in_this_report_seen_and_taken_back(view: ReportView, qtbot: QtBot) -> None:
    press(focused(), Key.Key_F8, CONTROL)
    qtbot.waitUntil(lambda: "lặp từ" not in sentences(view), timeout=20_000)

    def look(dialog: QDialog) -> None:
        assert [row for row in silenced_rows(dialog) if "các các" in row and "Báo cáo này" in row]
        press(named(dialog, QTableView, "Các điều đã bỏ qua"), Key.Key_Delete)
        assert silenced_rows(dialog) == []

    with in_dialog(look):
        press(focused(), Key.Key_F8, ALT)
    qtbot.waitUntil(lambda: "lặp từ" in sentences(view), timeout=20_000)


def test_for_good_in_every_report_seen_and_taken_back(
    view: ReportView, services: Services, qtbot: QtBot
) -> None:
    press(focused(), Key.Key_F8, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: "lặp từ" not in sentences(view), timeout=20_000)
    view.bridge.type_prose("III.1", from_plain("Đã giao các các đơn vị."))
    qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)
    assert "lặp từ" not in sentences(view)

    def look(dialog: QDialog) -> None:
        assert [row for row in silenced_rows(dialog) if "các các" in row and "Mọi báo cáo" in row]
        press(named(dialog, QTableView, "Các điều đã bỏ qua"), Key.Key_Delete)

    with in_dialog(look):
        press(focused(), Key.Key_F8, ALT)
    qtbot.waitUntil(lambda: "lặp từ" in sentences(view), timeout=20_000)


def test_what_is_no_finding_of_the_words_is_not_silenced(view: ReportView) -> None:
    view.panel.list.clearSelection()
    view.panel.list.setCurrentIndex(view.panel.list.model().index(-1, -1))

    with answering("Đã hiểu") as said:
        press(focused(), Key.Key_F8, CONTROL)
    assert "chọn một dòng" in said[0]


def test_old_letters_are_made_unicode_by_the_menu_and_undone(window: MainWindow, view: ReportView) -> None:
    old = "Cô quan ñaõ ban haønh keá hoaïch caûi caùch haønh chính."
    view.bridge.type_prose("III.1", from_plain(old))
    view.bridge.settle()
    action = next(a for a in window.findChildren(QAction) if "TCVN3" in a.text())

    action.trigger()
    assert view.session.filled.prose("III.1")[0].text == "Cơ quan đã ban hành kế hoạch cải cách hành chính."
    view.bridge.undo()
    assert view.session.filled.prose("III.1")[0].text == old
    view.bridge.undo()
    with answering("Đã hiểu") as said:
        action.trigger()
    assert "không có đoạn nào" in said[0]
