"""The list of reports by keys and clicks: what is chosen stays chosen, the order is what the arrow says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from tests.support.dialogs import answering
from tests.support.screen import button, focused, named, press

Key = Qt.Key
CHANGED = 3


@pytest.fixture
def table(window: MainWindow, services: Services) -> QTableView:
    """Six reports, of both forms."""
    services.library.create_samples(("2023-q1", "2023-q2", "2025-q3", "2025-y", "2026-q1"))
    services.library.create("2024-Q3")
    window.show_list()
    return named(window, QTableView, "Danh sách báo cáo")


def periods(table: QTableView) -> list[str]:
    return [str(table.model().index(row, 0).data()) for row in range(table.model().rowCount())]


def chosen(table: QTableView) -> str:
    """The period of the only row that is shown as chosen, with the cursor in it."""
    rows = {index.row() for index in table.selectionModel().selectedRows()}
    assert rows == {table.currentIndex().row()}
    return periods(table)[table.currentIndex().row()]


def click_head(table: QTableView, column: int) -> None:
    head = table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(column) + 12, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def choose(table: QTableView, period: str) -> None:
    table.setFocus()
    press(table, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(periods(table).index(period)):
        press(table, Key.Key_Down)


@pytest.mark.parametrize("period", ["Quý I/2023", "Năm 2025"])
def test_sorting_keeps_the_report_that_was_chosen(table: QTableView, window: MainWindow, period: str) -> None:
    choose(table, period)
    before = periods(table)
    for column in (0, 0, 4, 1):
        click_head(table, column)
        assert chosen(table) == period

    assert periods(table) != before
    press(table, Key.Key_Return)
    assert window.view and period in window.windowTitle()


def test_the_order_stays_what_the_arrow_says_after_a_report_is_deleted(
    table: QTableView, window: MainWindow
) -> None:
    click_head(table, 0)
    before = periods(table)
    assert before[0] == "Quý I/2023"
    choose(table, "Quý II/2023")
    with answering("Xóa báo cáo Quý II/2023"):
        button(window, "Xóa").click()

    assert periods(table) == [one for one in before if one != "Quý II/2023"]
    assert chosen(table) in ("Quý I/2023", "Quý III/2024")  # a neighbour, not the first of another order


def test_the_order_stays_after_a_report_was_open(table: QTableView, window: MainWindow) -> None:
    click_head(table, 0)
    before = periods(table)
    choose(table, "Năm 2025")
    press(table, Key.Key_Return)
    press(focused(), Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert periods(table) == before
    assert chosen(table) == "Năm 2025"


def test_an_empty_list_begins_at_the_first_button(window: MainWindow) -> None:
    press(focused(), Key.Key_Escape)  # past the hints of the very first start

    assert isinstance(focused(), QPushButton) and focused() is button(window, "Báo cáo mới")


def test_samples_are_made_once_and_marked(window: MainWindow, services: Services) -> None:
    for said in (False, True):
        button(window, "Mở báo cáo mẫu").click()
        assert window.view and window.messages.isVisible() is said
        press(focused(), Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    table = named(window, QTableView, "Danh sách báo cáo")

    assert periods(table) == ["Quý I/2026 · mẫu", "Năm 2025 · mẫu", "Quý III/2025 · mẫu"]


def test_a_report_that_gets_the_place_of_a_deleted_sample_is_none(
    window: MainWindow, services: Services
) -> None:
    button(window, "Mở báo cáo mẫu").click()
    press(focused(), Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with answering("Xóa báo cáo Quý I/2026"):
        button(window, "Xóa").click()
    services.library.create("2026-Q1")
    window.show_list()

    table = named(window, QTableView, "Danh sách báo cáo")
    assert "Quý I/2026" in periods(table) and "Quý I/2026 · mẫu" not in periods(table)


def test_heads_stand_over_their_columns(table: QTableView) -> None:
    role, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
    model = table.model()
    heads = [model.headerData(column, across, role) for column in range(model.columnCount())]
    cells = [model.index(0, column).data(role) for column in range(model.columnCount())]

    assert heads == cells and len(set(heads)) == 2  # words from the left, counts in the middle
