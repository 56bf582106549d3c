"""The list beside the tabs: several findings of one place, and those that come late."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.checking.findings import Finding
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.findings_panel import FindingsPanel
from tests.support.screen import focused, named, press, type_keys


def repeated(*spans: tuple[int, int]) -> list[Finding]:
    return [Finding("W1", "warning", ("I.1",), "Chữ lặp.", found_by="prose", span=span) for span in spans]


def rows(panel: FindingsPanel) -> list[str]:
    texts = [panel.model.index(n, 0).data() for n in range(panel.model.rowCount())]
    return [text for text in texts if "Chữ lặp." in text]


def test_two_faults_of_one_paragraph_stand_in_two_rows_and_each_is_explained_alone(view: ReportView) -> None:
    panel = view.panel
    view.bridge.deliver("prose", repeated((14, 23), (0, 7)))
    assert len(rows(panel)) == 2

    place = next(n for n, finding in enumerate(panel.model.findings) if finding.span == (14, 23))
    panel.list.setCurrentIndex(panel.model.index(place, 0))
    reason = named(panel, QLineEdit, "Giải trình")
    QTest.keyClicks(reason, "Ten rieng")
    QTest.keyClick(reason, Qt.Key.Key_Return)

    assert ["đã giải trình" in text for text in rows(panel)] == [False, True]


def test_findings_that_come_late_are_counted_on_their_tab_and_go_again(view: ReportView) -> None:
    _, before = view.bridge.findings.count("I")
    view.bridge.deliver("prose", repeated((0, 7), (14, 23)))
    assert view.bridge.findings.count("I") == (0, before + 2)
    assert view.panel.model.findings == view.session.filled.findings()

    view.bridge.edit("pl1.7.2", "5")
    view.bridge.deliver("prose", repeated((14, 23)))
    assert len(rows(view.panel)) == 1
    assert view.panel.model.findings == view.session.filled.findings()

    view.bridge.deliver("prose", [])
    assert rows(view.panel) == []


def type_reason(view: ReportView, text: str) -> str:
    """Choose a warning and type a reason, no Enter; its code."""
    place = next(n for n, f in enumerate(view.panel.model.findings) if f.level == "warning")
    view.panel.list.setCurrentIndex(view.panel.model.index(place, 0))
    named(view.panel, QLineEdit, "Giải trình").setFocus()
    type_keys(text)
    return view.panel.model.findings[place].code


def kept(view: ReportView) -> list[str]:
    return [one.text for key, one in view.session.filled.entries.items() if key.startswith("explain.")]


@pytest.mark.parametrize("leave", ["F8", "click", "list", "pause"])
def test_a_reason_needs_no_enter(window: MainWindow, view: ReportView, qtbot: QtBot, leave: str) -> None:
    before = len(kept(view))
    type_reason(view, "Theo bao cao")
    table = view.panel.list
    if leave == "F8":
        press(focused(), Qt.Key.Key_F8)
    elif leave == "click":
        last = table.visualRect(view.panel.model.index(view.panel.model.rowCount() - 1, 0))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=last.topLeft() + QPoint(4, 4))
    elif leave == "list":
        press(focused(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    if leave == "list":
        assert window.view is None
        window.open_report("2023-Q1")
        assert window.view
        view = window.view

    qtbot.waitUntil(lambda: len(kept(view)) == before + 1)
    assert any("Theo bao cao" in text for text in kept(view))


def test_a_reason_that_is_typed_is_not_replaced_when_findings_come(view: ReportView) -> None:
    type_reason(view, "Theo")
    view.bridge.deliver("prose", repeated((0, 7)))

    assert named(view.panel, QLineEdit, "Giải trình").text() == "Theo"
