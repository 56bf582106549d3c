"""A date that no calendar has, typed by keys: said beside it, found, and gone again once it is right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from tests.support.screen import focused, press, shown, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
WRONG = "«31/9/2024» không phải là ngày có trong lịch (tháng đó chỉ có 30 ngày)"


@pytest.mark.parametrize("period", ["2024-Q3", "2026-Q1"])
def test_an_impossible_date_is_an_error_until_it_is_mended(
    window: MainWindow, services: Services, period: str
) -> None:
    window.open_report(services.library.create(period))
    assert window.view
    view = window.view
    view.go_to("header.date")
    type_keys("31/9/2024")
    assert WRONG in shown(view.current_page())
    (found,) = (f for f in view.session.filled.findings() if f.code == "V4")
    assert found.level == "error" and WRONG in found.message

    view.show_tab("I")
    places = set()
    for _ in view.panel.model.findings:
        press(focused(), Key.Key_F8)
        places.add(view.current_page().current_key())
    assert "header.date" in places
    view.go_to("header.date")

    press(focused(), Key.Key_A, CONTROL)
    type_keys("30/9/2024")
    QApplication.processEvents()
    assert "không phải là ngày" not in shown(view.current_page())
    assert not [f for f in view.session.filled.findings() if f.code == "V4"]


@pytest.mark.parametrize("text", ["ngày     tháng 9 năm 2024", "cuối tháng"])
def test_words_in_place_of_a_date_are_a_warning_since_they_may_be_meant(
    window: MainWindow, services: Services, text: str
) -> None:
    window.open_report(services.library.create("2024-Q3"))
    assert window.view
    window.view.go_to("header.date")
    QGuiApplication.clipboard().setText(text)
    press(focused(), Key.Key_V, CONTROL)

    (found,) = (f for f in window.view.session.filled.findings() if f.code == "V4")
    assert found.level == "warning" and "không đọc được là một ngày" in found.message
