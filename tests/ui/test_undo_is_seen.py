"""Undo and redo by keys lead to the place that they change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView
from tests.support.screen import focused, press, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def seen_tab(view: ReportView) -> str:
    tabs = view.findChild(QTabWidget)
    assert tabs
    return tabs.tabText(tabs.currentIndex()).split()[0]


def test_undo_and_redo_go_to_the_tab_and_the_cell(view: ReportView) -> None:
    view.go_to("pl6.II.6")
    type_keys("5")
    press(focused(), Key.Key_Return)
    press(focused(), Key.Key_PageDown, CONTROL)
    view.show_tab("I")
    press(focused(), Key.Key_Z, CONTROL)

    page = view.current_page()
    assert seen_tab(view) == "PL6" and page.current_key() == "pl6.II.6"
    assert isinstance(page, AppendixPage)
    assert page.table.viewport().rect().contains(page.table.visualRect(page.table.currentIndex()))

    view.show_tab("general")
    press(focused(), Key.Key_Y, CONTROL)
    assert seen_tab(view) == "PL6" and page.current_key() == "pl6.II.6"


def test_undo_leads_from_one_place_of_prose_to_another(view: ReportView) -> None:
    view.go_to("III.1")
    type_keys("x")
    view.go_to("pl1.7.1")
    press(focused(), Key.Key_Z, CONTROL)

    assert seen_tab(view) == "III" and view.current_page().current_key() == "III.1"


def test_undo_where_one_types_leaves_the_cursor_there(view: ReportView) -> None:
    view.go_to("pl1.7.2")
    type_keys("5")
    here = focused()
    press(here, Key.Key_Z, CONTROL)

    assert focused() is here
