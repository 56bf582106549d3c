"""Ctrl+K: the figures beside those of earlier periods, a picture of the chosen row, pages to print."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView

from desktop_app.services.services import Services
from desktop_app.ui.dialogs.trend import TrendDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import in_dialog
from tests.support.screen import focused, named, press, shown

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FORMS = {"2022": ("2023-q1", "2023-q2"), "2025": ("2025-q3", "2025-y", "2026-q1")}


@pytest.fixture(params=FORMS)
def view(request: pytest.FixtureRequest, window: MainWindow, services: Services) -> ReportView:
    window.open_report(services.library.create_samples(FORMS[request.param])[-1])
    assert window.view
    return window.view


def look(view: ReportView, act) -> None:
    view.go_to("header.number")
    with in_dialog(act):
        press(focused(), Key.Key_K, CONTROL)
    view.window().activateWindow()
    QApplication.processEvents()


def test_each_row_stands_beside_its_past_and_has_a_picture(view: ReportView) -> None:
    seen: list[list[str]] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, TrendDialog)
        table = named(dialog, QTableView, "So sánh các dòng")
        model = table.model()
        seen.extend([model.index(r, c).data() for c in range(8)] for r in range(model.rowCount()))
        row = next(n for n, cells in enumerate(seen) if cells[5])
        table.selectRow(row)
        assert not dialog.picture.pixmap().isNull() and seen[row][1] in dialog.picture.accessibleName()
        assert f"{len(seen)} dòng có số liệu" in shown(dialog)
        QTest.keyClick(dialog, Key.Key_Escape)

    look(view, act)
    filled = view.session.filled
    by_place = {cells[1]: cells for cells in seen}
    key = next(k for k in filled.plan.indicators if filled.plan.names[k] in by_place and filled.shown(k))
    assert by_place[filled.plan.names[key]][3] == filled.shown(key)
    assert any(cells[5] for cells in seen), "no difference anywhere"


def test_enter_goes_to_the_row(view: ReportView) -> None:
    rows: list[str] = []

    def act(dialog: QDialog) -> None:
        table = named(dialog, QTableView, "So sánh các dòng")
        QTest.keyClick(table, Key.Key_Down)
        rows.append(table.model().index(table.currentIndex().row(), 1).data())
        QTest.keyClick(table, Key.Key_Return)

    look(view, act)
    assert view.session.filled.plan.names[view.current_page().current_key()] == rows[0]


def test_the_pictures_are_written_as_pages(view: ReportView, tmp_path: Path) -> None:
    path = tmp_path / "Biểu đồ.pdf"

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, TrendDialog)
        dialog.save_pictures(path)
        QTest.keyClick(dialog, Key.Key_Escape)

    look(view, act)
    with pypdfium2.PdfDocument(path.read_bytes()) as file:
        text = " ".join(page.get_textpage().get_text_range() for page in file)
    assert "Số liệu qua các kỳ" in text


def test_a_first_report_says_that_there_is_no_past(window: MainWindow, services: Services) -> None:
    window.open_report(services.library.create("2026-Q1"))
    assert window.view
    said: list[str] = []

    def act(dialog: QDialog) -> None:
        said.append(shown(dialog))
        QTest.keyClick(dialog, Key.Key_Escape)

    look(window.view, act)
    assert "chưa có báo cáo nào của kỳ trước" in said[0]
