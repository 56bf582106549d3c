"""The table of a report on forms whose columns are others, by real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView

from desktop_app.services.services import Services
from desktop_app.ui.dialogs.history import HistoryDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.widgets.frozen_columns import FrozenColumns
from tests.support.dialogs import in_dialog
from tests.support.library import services_in
from tests.support.screen import focused, named, press, shown, type_keys
from tests.support.shape_window import open_shape, table_page
from tests.support.shapes import SHAPES, write_shapes

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
ROLE = Qt.ItemDataRole


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data", write_shapes(tmp_path / "resources", SHAPES.values())) as made:
        yield made


@pytest.fixture
def split(window: MainWindow, services: Services) -> AppendixPage:
    return table_page(open_shape(window, services, "split-2025"), "b1", "b1.1")


@pytest.fixture
def sheet(window: MainWindow, services: Services) -> AppendixPage:
    return table_page(open_shape(window, services, "sheet-2025"), "b1", "b1.1")


def heads(page: AppendixPage) -> list[str]:
    """The titles of all columns that are seen, with what stands over them."""
    model, across = page.model, Qt.Orientation.Horizontal
    seen = [n for n in range(model.columnCount()) if not page.table.isColumnHidden(n)]
    return [str(model.headerData(n, across, ROLE.ToolTipRole)) for n in seen]


def texts(page: AppendixPage, *keys: str) -> list[str]:
    return [page.session.filled.text(key) for key in keys]


def cell(page: AppendixPage, key: str) -> str:
    """What the cell of the key shows."""
    return str(page.model.index_of(key).data())


def test_the_columns_are_those_of_the_form(split: AppendixPage) -> None:
    assert heads(split) == [
        "STT", "Tên chỉ tiêu", "Đơn vị tính", "Chia ra: Cấp bộ", "Chia ra: Cấp tỉnh", "Chia ra: Cấp xã",
        "Cộng", "Kỳ trước", "Cùng kỳ năm trước", "Lũy kế từ đầu năm", "Ghi chú",
    ]  # fmt: skip


def test_no_unit_no_note_and_the_period_as_a_title(sheet: AppendixPage) -> None:
    assert heads(sheet) == ["TT", "", "Nội dung", "Năm 2025 (tính từ 01/4/2025 đến 30/6/2025)"]


def test_tab_goes_through_all_cells_and_enter_down_in_its_column(split: AppendixPage) -> None:
    for text in ("12", "3", "4"):
        type_keys(text)
        press(focused(), Key.Key_Tab)
    assert texts(split, "b1.1", "b1.1.tinh", "b1.1.xa") == ["12", "3", "4"]
    assert split.current_key() == "b1.1.cong"
    assert cell(split, "b1.1.cong") == "19"
    assert cell(split, "b1.1.luy_ke") == "12"
    split.go_to("b1.1.tinh")
    type_keys("5")
    press(focused(), Key.Key_Return)
    assert (texts(split, "b1.1.tinh"), split.current_key()) == (["5"], "b1.2.tinh")


def test_each_cell_shows_its_own_signs(split: AppendixPage) -> None:
    split.go_to("b1.2.tinh")
    type_keys("chín")
    press(focused(), Key.Key_Return)
    assert cell(split, "b1.2.tinh") == "chín ●"
    assert "●" not in cell(split, "b1.2")
    assert "cột «Cấp tỉnh»" in shown(split) or split.current_key() == "b1.3.tinh"
    split.go_to("b1.2.tinh")
    assert "dòng «Quá hạn», cột «Cấp tỉnh»" in shown(split)

    split.bridge.edit_many("", {"b1.1": "4", "b1.1.tinh": "1"})
    split.go_to("b1.1.cong")
    type_keys("9")
    press(focused(), Key.Key_Return)
    assert cell(split, "b1.1.cong") == "9 ✎"
    split.go_to("b1.1.cong")
    assert "Sửa tay, giá trị tính 5" in shown(split)
    press(focused(), Key.Key_R, CONTROL)
    assert (cell(split, "b1.1.cong"), texts(split, "b1.1.cong")) == ("5", [""])


def test_words_behind_a_number_go_to_the_note_of_the_row(split: AppendixPage) -> None:
    split.bridge.edit("b1.1.tinh", "9 hồ sơ")
    split.go_to("b1.1.tinh")
    press(split.table, Key.Key_R, CONTROL)
    assert texts(split, "b1.1.tinh", "note.b1.1") == ["9", "hồ sơ"]


def test_without_a_column_of_notes_the_words_stay(sheet: AppendixPage) -> None:
    sheet.bridge.edit("b1.1", "9 văn bản")
    press(focused(), Key.Key_R, CONTROL)
    assert texts(sheet, "b1.1") == ["9 văn bản"]
    assert "Ctrl+R" not in shown(sheet) and "Ghi chú" not in shown(sheet)


def test_history_of_a_cell(split: AppendixPage) -> None:
    split.bridge.edit("b1.1.tinh", "5")
    split.bridge.edit("b1.1.tinh", "7")
    split.go_to("b1.1.tinh")
    window, seen = split.window(), list[str]()

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, HistoryDialog)
        seen.append(shown(dialog))
        seen.append(dialog.windowTitle())

    with in_dialog(look):
        window.command("history")()
    assert "Cấp tỉnh" in " ".join(seen)


def test_why_a_column_of_sums_has_its_number(split: AppendixPage) -> None:
    split.bridge.edit_many("", {"b1.1": "5", "b1.1.tinh": "7"})
    seen: list[str] = []

    def why(dialog: QDialog) -> None:
        table = named(dialog, QTableView, "Các dòng và số")
        model = table.model()
        rows = [" ".join(str(model.index(r, c).data()) for c in range(model.columnCount())) for r in range(4)]
        seen.append("\n".join(rows))

    split.go_to("b1.1.cong")
    with in_dialog(why):
        press(focused(), Key.Key_F11)
    assert "cột «Cộng»" in seen[-1] and "cột «Cấp tỉnh»" in seen[-1] and "7" in seen[-1]


def test_a_block_of_excel_goes_over_the_columns_with_its_heads(split: AppendixPage) -> None:
    block = "Cấp bộ\tCấp tỉnh\tCấp xã\tCộng\n1\t2\t3\t6\n4\t5\t6\t16\n"
    QGuiApplication.clipboard().setText(f"Chia ra\t\t\t\n{block}")
    press(focused(), Key.Key_V, CONTROL)

    assert texts(split, "b1.1", "b1.1.tinh", "b1.1.xa", "b1.1.cong") == ["1", "2", "3", ""]
    assert texts(split, "b1.2", "b1.2.tinh", "b1.2.xa", "b1.2.cong") == ["4", "5", "6", "16"]
    assert (cell(split, "b1.1.cong"), cell(split, "b1.2.cong")) == ("6", "16 ✎")
    press(focused(), Key.Key_Z, CONTROL)
    assert texts(split, "b1.1", "b1.2.xa") == ["", ""]


def test_numbers_in_doubt_are_shown_first_with_their_columns(split: AppendixPage) -> None:
    QGuiApplication.clipboard().setText("1,234\t5.5\t7\n")
    places: list[str] = []

    def look(dialog: QDialog) -> None:
        model = named(dialog, QTableView, "Các số sẽ dán").model()
        places.extend(str(model.index(row, 0).data()) for row in range(model.rowCount()))
        dialog.accept()

    with in_dialog(look):
        press(focused(), Key.Key_V, CONTROL)
    assert places[1] == "Biểu 01a/CCHC, dòng 1, cột «Cấp tỉnh»"
    assert texts(split, "b1.1", "b1.1.tinh", "b1.1.xa") == ["1.234", "5,5", "7"]


def test_what_was_copied_comes_back_in_place(split: AppendixPage) -> None:
    split.bridge.edit_many("", {"b1.1": "1", "b1.1.tinh": "2", "b1.1.xa": "3", "note.b1.1": "ghi"})
    press(focused(), Key.Key_End, SHIFT)
    press(focused(), Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().strip().split("\t") == ["1", "2", "3", "6", "", "", "1", "ghi"]
    split.go_to("b1.2")
    press(focused(), Key.Key_V, CONTROL)

    assert texts(split, "b1.2", "b1.2.tinh", "b1.2.xa", "b1.2.cong", "note.b1.2") == [
        "1",
        "2",
        "3",
        "",
        "ghi",
    ]


def test_headings_stretch_and_group_words_are_merged(sheet: AppendixPage) -> None:
    heading = 4
    assert sheet.table.columnSpan(heading, 0) == sheet.model.columnCount() == 5
    assert sheet.model.index(heading, 0).data() == "Thông tin khác"
    assert sheet.table.rowSpan(0, 1) == 4 and sheet.model.index(0, 1).data() == "Văn bản"
    assert sheet.table.columnSpan(5, 1) == 2 and sheet.model.index(5, 1).data().startswith("Tên hệ thống")


def test_a_heading_with_a_number_keeps_it(split: AppendixPage) -> None:
    assert split.table.columnSpan(0, 1) == 10 and split.model.index(0, 0).data() == "A"
    assert not split.model.flags(split.model.index(0, 3)) & Qt.ItemFlag.ItemIsEditable


def test_rows_without_a_number_of_their_own_are_told_apart(sheet: AppendixPage) -> None:
    for key, number, named_as in (
        ("b1.2", "-", "Của cấp tỉnh"),
        ("b1.3", "-", "Của cấp xã"),
        ("b1.7", "", "Đã"),
    ):
        sheet.go_to(key)
        row = sheet.table.currentIndex().row()
        assert sheet.model.index(row, 0).data() == number
        assert f"dòng «{named_as}" in shown(sheet)


def test_a_text_of_several_lines_makes_its_row_higher(sheet: AppendixPage) -> None:
    sheet.go_to("b1.6")
    row = sheet.table.currentIndex().row()
    before = sheet.table.rowHeight(row)
    type_keys("mot")
    press(focused(), Key.Key_Return, ALT)
    type_keys("hai")
    press(focused(), Key.Key_Return)
    QApplication.processEvents()

    assert texts(sheet, "b1.6") == ["mot\nhai"]
    assert sheet.table.rowHeight(row) > before
    assert sheet.current_key() == "b1.7"
    press(focused(), Key.Key_F2)
    press(focused(), Key.Key_1)
    press(focused(), Key.Key_Return)
    assert cell(sheet, "b1.7") == "1 (Có)"


def test_number_and_label_stay_in_sight_while_a_wide_table_scrolls(
    split: AppendixPage, window: MainWindow
) -> None:
    window.resize(911, 485)
    QApplication.processEvents()
    split.go_to("note.b1.1")
    QApplication.processEvents()
    frozen = split.table.findChild(FrozenColumns)
    assert frozen is not None and frozen.isVisible()
    assert split.table.horizontalScrollBar().value() > 0
    row = split.table.currentIndex().row()
    label = frozen.visualRect(split.model.index(row, 1))
    assert frozen.viewport().rect().contains(label.center())
    assert label.top() == split.table.visualRect(split.table.currentIndex()).top()

    for key in ("b1.1.truoc", "b1.1.xa", "b1.1"):  # going back, no cell stays under what is kept
        while split.current_key() != key:
            press(focused(), Key.Key_Left)
        left = split.table.visualRect(split.table.currentIndex()).left()
        assert split.table.viewport().mapTo(split.table, QPoint(left, 0)).x() >= frozen.geometry().right() - 1

    window.resize(1900, 900)
    QApplication.processEvents()
    assert not frozen.isVisible()


def test_the_window_shows_its_own_column_where_the_form_has_none(
    window: MainWindow, services: Services
) -> None:
    view = open_shape(window, services, "sheet-2025", "2025-Q1")
    view.bridge.edit("b1.1", "77")
    window.open_report(services.library.create_next(view.session.filled.report.id, "2025-Q2"))
    assert window.view
    page = table_page(window.view, "b1", "b1.1")
    assert heads(page)[-1] == "Kỳ trước"
    assert page.model.index(0, page.model.columnCount() - 1).data() == "77"


def test_search_shows_a_further_value_in_its_cell(split: AppendixPage) -> None:
    split.bridge.edit_many("", {"b1.5": "thiếu người", "b1.5.xa": "thiếu máy", "note.b1.1": "máy"})
    view = split.window().view
    view.search.open(replacing=False)
    view.search.bar.words.setText("máy")
    QApplication.processEvents()
    QTest.qWait(400)
    names = [view.session.filled.plan.names.get(hit.key, hit.key) for hit in view.search.model.hits]
    assert "Biểu 01a/CCHC, dòng «Vướng mắc chính», cột «Cấp xã»" in names
    press(view.search.bar.words, Key.Key_Return)
    QApplication.processEvents()
    assert split.current_key() in ("b1.5.xa", "note.b1.1")


def test_arrows_keep_their_column_across_a_heading(sheet: AppendixPage) -> None:
    sheet.go_to("b1.4")
    column = sheet.table.currentIndex().column()
    press(focused(), Key.Key_Down)
    press(focused(), Key.Key_Down)
    assert (sheet.current_key(), sheet.table.currentIndex().column()) == ("b1.6", column)
    press(focused(), Key.Key_Up)
    press(focused(), Key.Key_Up)
    assert sheet.current_key() == "b1.4"
