"""A warning explained by keys alone, and what an explained warning still counts for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import answering
from tests.support.screen import focused, named, press, shown, type_keys

Key = Qt.Key


@pytest.fixture(params=["2023-q1", "2025-q3"])
def opened(
    window: MainWindow, services: Services, request: pytest.FixtureRequest, qtbot: QtBot
) -> ReportView:
    """The samples with warnings, one of each form, their prose read."""
    window.open_report(services.library.create_samples((request.param,))[0])
    view = window.view
    assert view
    qtbot.waitUntil(lambda: "prose" in view.session.filled.further, timeout=20_000)
    return view


def step_to_warning(view: ReportView) -> None:
    """F8 until the chosen finding is a warning."""
    for _ in view.panel.model.findings:
        press(focused(), Key.Key_F8)
        if "▲" in view.panel.list.currentIndex().data():
            return
    raise AssertionError("no warning")


def test_f8_f4_a_reason_and_enter_explain_a_warning(opened: ReportView, qtbot: QtBot) -> None:
    tabs = opened.findChild(QTabWidget)
    assert tabs
    step_to_warning(opened)
    tab, here = tabs.currentIndex(), focused()
    before = opened.bridge.session.filled.count().warnings
    counted = tabs.tabText(tab)
    press(focused(), Key.Key_F4)
    assert focused() is named(opened.panel, QLineEdit, "Giải trình")
    type_keys("Theo quyet dinh")
    press(focused(), Key.Key_Return)

    assert focused() is here and tabs.currentIndex() == tab
    assert "đã giải trình" in opened.panel.list.currentIndex().data()
    assert opened.bridge.session.filled.count().warnings == before - 1
    assert f"{before - 1} cảnh báo" in shown(opened.panel) and "1 đã giải trình" in shown(opened.panel)
    qtbot.waitUntil(lambda: tabs.tabText(tab) != counted)


def test_a_reason_that_went_stale_or_was_taken_back_counts_again(view: ReportView, qtbot: QtBot) -> None:
    tabs = view.tabs
    warning = next(f for f in view.session.filled.findings() if f.code == "PL1.4.zero")
    view.bridge.give_explanation(warning, "Không có")
    qtbot.waitUntil(lambda: tabs.tabText(5) == "PL1 ●3 ▲1")
    view.bridge.edit("pl1.4", "0%")
    qtbot.waitUntil(lambda: tabs.tabText(5) == "PL1 ●3 ▲2")

    view.bridge.give_explanation(warning, "Không có")
    qtbot.waitUntil(lambda: tabs.tabText(5) == "PL1 ●3 ▲1")
    view.bridge.give_explanation(warning, "")
    qtbot.waitUntil(lambda: tabs.tabText(5) == "PL1 ●3 ▲2")


def test_the_list_of_reports_counts_what_is_not_explained(
    window: MainWindow, view: ReportView, services: Services
) -> None:
    before = view.session.filled.count().warnings
    warning = next(f for f in view.session.filled.findings() if f.level == "warning")
    view.bridge.give_explanation(warning, "Không có")
    window.show_list()

    assert window.start.model.index(0, 5).data() == f"▲ {before - 1}"


def test_f4_goes_to_the_warning_of_the_place_where_one_is(window: MainWindow, view: ReportView) -> None:
    view.go_to("pl1.3")
    press(focused(), Key.Key_F4)

    assert focused() is named(view.panel, QLineEdit, "Giải trình")
    assert "dòng 3 " in view.panel.list.currentIndex().data()


def test_f4_says_so_where_nothing_is_to_be_explained(window: MainWindow, view: ReportView) -> None:
    view.go_to("pl1.7.1")
    with answering("Đã hiểu") as said:
        press(focused(), Key.Key_F4)
    QApplication.processEvents()

    assert "không có cảnh báo" in said[0]


def test_f4_brings_hidden_findings_back(window: MainWindow, view: ReportView) -> None:
    view.go_to("pl1.3")
    press(focused(), Key.Key_F7)
    assert not view.panel.isVisible()
    press(focused(), Key.Key_F4)

    assert view.panel.isVisible() and focused() is named(view.panel, QLineEdit, "Giải trình")
