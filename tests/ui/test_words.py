"""Words for people: no codes, no keys, no English anywhere on the screen."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView
from tests.support.screen import focused, press, shown, type_keys

OURS = re.compile(
    r"[A-Z]+\d+\.[a-z_]+|\b[VWX]\d\b|\bpl\d|\b[a-z]+_[a-z]+|\bopening\b|\bclosing\b|\d{4}-Q\d|\.db\b"
)
"""Codes of checks, keys of entries, ids of reports, names of files."""


def cells(model: QAbstractItemModel) -> list[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    places = [(row, column) for row in range(model.rowCount()) for column in range(columns)]
    return [str(model.index(row, column).data() or "") for row, column in places]


def seen(widget: QWidget) -> list[str]:
    """Every word that labels, lines and lists show, and what a screen reader is told."""
    views = [view for view in widget.findChildren(QAbstractItemView) if view.isVisible() and view.model()]
    spoken = [part.accessibleName() for part in widget.findChildren(QWidget) if part.isVisible()]
    return [shown(widget), *spoken, *(text for view in views for text in cells(view.model()))]


def test_no_code_and_no_key_is_seen_on_any_tab(window: MainWindow, view: ReportView) -> None:
    for tab in view.tab_names()[:-1]:
        page = view.show_tab(tab)
        assert [text for text in seen(window) if OURS.search(text)] == [], tab
        if isinstance(page, AppendixPage):
            for row in page.model.rows:
                page.go_to(row.key)
                assert not OURS.search(shown(page)), row.key


def test_no_code_and_no_key_is_seen_of_any_finding(view: ReportView) -> None:
    for _ in view.panel.model.findings:
        press(focused(), Qt.Key.Key_F8)
        assert not OURS.search(re.sub(r'href="[^"]*"', "", shown(view.panel)))


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("opening", "Phần mở đầu"),
        ("closing", "Câu kết"),
        ("pl2.1.a", "Phụ lục 2, dòng «Nghị quyết của HĐND tỉnh»"),
    ],
)
def test_undo_names_the_place_in_words(window: MainWindow, view: ReportView, key: str, word: str) -> None:
    view.go_to(key)
    type_keys("5")

    assert window.actions_by_name["undo"].text() == f"Hoàn tác: {word}"


def test_undo_of_a_reason_is_called_so(window: MainWindow, view: ReportView) -> None:
    warning = next(f for f in view.session.filled.findings() if f.level == "warning")
    view.bridge.give_explanation(warning, "Theo quyết định")

    assert window.actions_by_name["undo"].text() == "Hoàn tác: Giải trình"
