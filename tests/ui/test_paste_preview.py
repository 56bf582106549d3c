"""A block whose numbers can be read in two ways is shown before it is taken, by real keys on both forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QTableView

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import in_dialog
from tests.support.screen import focused, named, press

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FORMS = {
    "cchc-2022": ("pl1.7.1", "pl1.7.2", "pl1.7.3"),
    "cchc-2025": ("bm1.4.1", "bm1.4.1.1", "bm1.4.1.2"),
}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def view(window: MainWindow, services: Services, form: str) -> ReportView:
    window.open_report(services.library.create("2026-Q1", form))
    assert window.view
    window.view.go_to(FORMS[form][0])
    return window.view


def paste(view: ReportView, text: str, act=None) -> None:
    QGuiApplication.clipboard().setText(text)
    if act is None:
        press(focused(), Key.Key_V, CONTROL)
        return
    with in_dialog(act):
        press(focused(), Key.Key_V, CONTROL)
    view.window().activateWindow()
    QApplication.processEvents()


def texts(view: ReportView, form: str) -> list[str]:
    return [view.session.filled.text(key) for key in FORMS[form]]


def test_an_english_block_is_shown_and_taken_as_an_office_writes_it(view: ReportView, form: str) -> None:
    seen: list[tuple[str, str]] = []

    def act(dialog: QDialog) -> None:
        model = named(dialog, QTableView, "Các số sẽ dán").model()
        seen.extend((model.index(r, 1).data(), model.index(r, 2).data()) for r in range(model.rowCount()))
        QTest.keyClick(dialog, Key.Key_Return)

    paste(view, "1,234\n1,000.5\nabc\n", act)
    assert seen[:2] == [("1,234", "1.234"), ("1,000.5", "1.000,5")] and "không phải là số" in seen[2][1]
    assert texts(view, form) == ["1.234", "1.000,5", "abc"]

    press(focused(), Key.Key_Z, CONTROL)
    assert texts(view, form) == ["", "", ""]


def test_the_other_way_is_chosen_by_key(view: ReportView, form: str) -> None:
    def act(dialog: QDialog) -> None:
        QTest.keyClick(dialog.findChildren(QRadioButton)[1], Key.Key_Space)
        QTest.keyClick(dialog, Key.Key_Return)

    paste(view, "1,234\n2,345\n3\n", act)
    assert texts(view, form) == ["1.234", "2.345", "3"]


def test_escape_takes_nothing(view: ReportView, form: str) -> None:
    paste(view, "1,234\n2,345\n", lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    assert texts(view, form) == ["", "", ""]


@pytest.mark.parametrize("block", ["1.234\n2.345\n3\n", "1\n2\n3\n", "12.5\n"])
def test_what_is_clear_and_a_single_cell_go_in_unasked(view: ReportView, form: str, block: str) -> None:
    paste(view, block)
    assert texts(view, form)[: block.count("\n")] == block.split()
