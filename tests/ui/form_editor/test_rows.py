"""The rows of a table in the grid: typed, added, moved, deleted, pasted and undone by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.forms.model import Indicator
from desktop_app.forms.written import read_written
from desktop_app.ui.form_editor.editor_page import EditorPage
from desktop_app.ui.form_editor.grid import Grid
from desktop_app.ui.form_editor.records_pane import RecordsPane
from tests.support.screen import focused, named, press, type_keys
from tests.ui.form_editor.conftest import Open, draft

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def rows(editor: EditorPage) -> tuple[Indicator, ...]:
    return editor.bridge.written.appendices[0].indicators


@pytest.fixture
def grid(editor: EditorPage) -> Grid:
    """The rows of the first table, the cursor on the first."""
    editor.go_to(("rows", "bm1"))
    grid = named(editor, Grid, "Dòng")
    grid.go_to(0, 1)
    assert grid.hasFocus()
    return grid


def test_a_label_is_typed_over_and_enter_goes_down(editor: EditorPage, grid: Grid) -> None:
    type_keys("Số văn bản")
    press(focused(), Key.Key_Return)

    assert rows(editor)[0].label == "Số văn bản"
    assert grid.currentIndex().row() == 1 and grid.currentIndex().column() == 1
    assert editor.bridge.session.undo_name == "Sửa dòng"


def test_escape_gives_the_old_label_back(editor: EditorPage, grid: Grid) -> None:
    before = rows(editor)[0]
    type_keys("Khác")
    press(focused(), Key.Key_Escape)

    assert rows(editor)[0] == before


def test_a_row_is_typed_along_with_tab_and_enter_begins_the_next(editor: EditorPage, grid: Grid) -> None:
    grid.go_to(0, 0)
    press(grid, Key.Key_Insert)
    assert grid.currentIndex().row() == 1
    for text in ("1a", "Chỉ tiêu mới", "Cuộc"):
        type_keys(text)
        press(focused(), Key.Key_Tab)
    press(grid, Key.Key_F2)
    box = focused()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Số thập phân"))
    press(box, Key.Key_Return)

    row = rows(editor)[1]
    assert (row.number, row.label, row.unit, row.kind) == ("1a", "Chỉ tiêu mới", "Cuộc", "decimal")
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 0)


def test_a_new_row_has_the_next_number_where_that_is_free(editor: EditorPage, grid: Grid) -> None:
    grid.go_to(len(rows(editor)) - 1, 1)
    press(grid, Key.Key_Return)

    assert rows(editor)[-1].number == "7" and rows(editor)[-1].key == "bm1.7"
    assert grid.currentIndex().row() == len(rows(editor)) - 1
    grid.go_to(0, 1)
    press(grid, Key.Key_Insert)
    assert rows(editor)[1].number == ""


def test_rows_move_and_go_and_come_back(editor: EditorPage, grid: Grid) -> None:
    keys = [row.key for row in rows(editor)]
    press(grid, Key.Key_Down, ALT)
    assert [row.key for row in rows(editor)][:2] == [keys[1], keys[0]]
    assert grid.currentIndex().row() == 1
    press(grid, Key.Key_Up, ALT)
    assert [row.key for row in rows(editor)] == keys
    press(grid, Key.Key_Delete, CTRL)
    assert [row.key for row in rows(editor)] == keys[1:]
    editor.bridge.undo()

    assert [row.key for row in rows(editor)] == keys


def test_a_block_from_a_spreadsheet_fills_rows_and_makes_new_ones(editor: EditorPage, grid: Grid) -> None:
    count = len(rows(editor))
    grid.go_to(count - 1, 0)
    QGuiApplication.clipboard().setText("6\tTổ chức đối thoại\tCuộc\n6.1\tSố cuộc\tCuộc\n7\tTỷ lệ\t%\n")
    press(grid, Key.Key_V, CTRL)

    made = rows(editor)[count - 1 :]
    assert [row.number for row in made] == ["6", "6.1", "7"]
    assert [row.unit for row in made] == ["Cuộc", "Cuộc", "%"]
    assert made[2].kind == "percent" and made[1].key == "bm1.6.1"
    editor.bridge.undo()
    assert len(rows(editor)) == count, "one step of undo"


def test_cells_are_copied_as_a_spreadsheet_takes_them(grid: Grid) -> None:
    grid.go_to(2, 0)
    press(grid, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(grid, Key.Key_C, CTRL)

    assert QGuiApplication.clipboard().text() == "2.1\tSố nhiệm vụ đề ra trong kế hoạch\n"


def test_what_is_typed_is_saved_and_said_so_when_it_is(
    editor: EditorPage, grid: Grid, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    editor.bridge.saved.connect(said.append)
    type_keys("Số văn bản")
    press(focused(), Key.Key_Return)
    assert said == ["Đang lưu…"]
    qtbot.waitUntil(lambda: not editor.bridge.is_waiting)

    assert said[-1].startswith("Đã lưu ")
    assert read_written(tmp_path / "forms" / "form") == editor.bridge.written


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(
    editor: EditorPage, grid: Grid, tmp_path: Path
) -> None:
    (tmp_path / "forms").write_text("no folder")
    complained: list[str] = []
    editor.bridge.complained.connect(complained.append)
    type_keys("Số văn bản")
    press(focused(), Key.Key_Return)

    assert not editor.bridge.save_now()
    assert editor.bridge.is_waiting and "CHƯA LƯU" in complained[0]
    (tmp_path / "forms").unlink()
    assert editor.bridge.save_now()


def test_the_properties_follow_the_row_and_change_it(editor: EditorPage, grid: Grid) -> None:
    press(grid, Key.Key_Down)
    pane = grid.parentWidget()
    while not isinstance(pane, RecordsPane):
        pane = pane.parentWidget()
    remark = pane.form.inputs["remark"]
    assert isinstance(remark, QLineEdit)
    remark.setFocus()
    type_keys("lũy kế")
    grid.setFocus()

    assert rows(editor)[1].remark == "lũy kế"
    assert rows(editor)[0].remark == ""


def test_a_published_form_is_only_read(open_editor: Open) -> None:
    page = open_editor(draft(published=True))
    page.go_to(("rows", "bm1"))
    grid = named(page, Grid, "Dòng")
    before = page.bridge.written
    grid.go_to(0, 1)
    for key in (Key.Key_A, Key.Key_Insert, Key.Key_F2, Key.Key_Return):
        press(grid, key)
    press(grid, Key.Key_Delete, CTRL)
    press(grid, Key.Key_Down, ALT)

    assert page.bridge.written is before
    assert not page.buttons["publish"].isVisible() and page.buttons["newer"].isVisible()


def test_a_row_without_a_name_bears_a_sign_and_f8_leads_there(
    editor: EditorPage, grid: Grid, qtbot: QtBot
) -> None:
    press(grid, Key.Key_Insert)
    qtbot.waitUntil(lambda: bool(editor.bridge.faults))
    QApplication.processEvents()

    fault = editor.bridge.faults[0]
    assert fault.place[0] == "row"
    assert str(grid.rows.index(1, 0).data()).startswith(("●", "▲"))
    editor.go_to(("head",))
    editor.step_faults(1)
    assert grid.isVisible() and grid.currentIndex().row() == 1 and grid.hasFocus()
