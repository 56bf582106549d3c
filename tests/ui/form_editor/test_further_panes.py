"""Checks of a form's own, differences, levels, numbers counted anew, rows that move together, searching."""

from __future__ import annotations

import re

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop_app.ui.form_editor.choose_rows import ChooseRowsDialog
from desktop_app.ui.form_editor.compare_rows import CompareRowsDialog
from desktop_app.ui.form_editor.editor_page import EditorPage
from desktop_app.ui.form_editor.grid import Grid
from desktop_app.ui.form_editor.property_form import PropertyForm
from tests.support.dialogs import in_dialog
from tests.support.screen import button, focused, named, press, shown
from tests.ui.form_editor.conftest import Open, draft
from tests.ui.test_words import OURS

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLACE = re.compile(r"\{[a-z_]+\}")


def grid_of(editor: EditorPage, place: tuple[str, ...], name: str) -> Grid:
    editor.go_to(place)
    return named(editor, Grid, name)


def form_beside(grid: Grid) -> PropertyForm:
    holder = grid.parentWidget()
    found = holder.findChild(PropertyForm) if holder else None
    assert found
    return found


def mark(dialog: QDialog, *words: str) -> None:
    assert isinstance(dialog, ChooseRowsDialog)
    for each in words:
        dialog.words.setText(each)
        dialog.table.setFocus()
        press(dialog.table, Key.Key_Space)
    press(dialog.words, Key.Key_Return)


def test_a_check_of_ones_own_is_made_by_picking_rows(editor: EditorPage) -> None:
    grid = grid_of(editor, ("checks",), "Quy tắc riêng")
    count = len(editor.bridge.written.checks)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareRowsDialog)
        for name, words in (("left", ("van ban chi dao",)), ("right", ("de ra trong ke", "da hoan thanh"))):
            with in_dialog(lambda inner, words=words: mark(inner, *words)):
                dialog.buttons[name].click()
        dialog.comparing.setCurrentIndex(dialog.comparing.findData("<="))
        dialog.level.setCurrentIndex(dialog.level.findData("warning"))
        dialog.accept()

    with in_dialog(act):
        press(grid, Key.Key_Insert)

    made = editor.bridge.written.checks[-1]
    assert len(editor.bridge.written.checks) == count + 1
    assert made.expect == "bm1.1 <= total(bm1.2.1, bm1.2.2)" and made.level == "warning"
    assert editor.bridge.look() == ()
    assert grid.currentIndex().row() == count
    press(grid, Key.Key_Delete, CTRL)
    assert len(editor.bridge.written.checks) == count


def test_the_sentence_of_a_check_names_its_rows_in_words(editor: EditorPage) -> None:
    grid = grid_of(editor, ("checks",), "Quy tắc riêng")
    grid.go_to(2, 2)
    field = form_beside(grid).inputs["message"]
    assert isinstance(field, QPlainTextEdit)
    before = editor.bridge.written.checks[2].message
    assert "{bm1.5.1}" in before and "{Biểu mẫu 1, dòng 5.1}" in field.toPlainText()
    field.setPlainText(field.toPlainText().replace("nhưng", "mà"))
    field.settle()  # type: ignore[union-attr]

    assert editor.bridge.written.checks[2].message == before.replace("nhưng", "mà")


def test_a_difference_is_picked_and_shown(editor: EditorPage) -> None:
    grid = grid_of(editor, ("rows", "bm1"), "Dòng")
    grid.go_to(grid.rows.row_of("bm1.4.1.3"), 1)
    form = form_beside(grid)
    with in_dialog(lambda dialog: mark(dialog, "tong so nhiem vu duoc giao", "hoan thanh dung han")):
        form.buttons["difference"].click()

    row = next(r for r in editor.bridge.written.indicators if r.key == "bm1.4.1.3")
    assert row.formula == "bm1.4.1 - bm1.4.1.1"
    assert form.buttons["difference"].words() == "4.1 - 4.1.1"


def test_how_grave_a_broken_sum_is_can_be_said(editor: EditorPage) -> None:
    grid = grid_of(editor, ("rows", "bm2"), "Dòng")
    grid.go_to(0, 1)
    level = form_beside(grid).inputs["level"]
    assert isinstance(level, QComboBox) and level.isVisible()
    level.setCurrentIndex(level.findData("warning"))
    editor.bridge.look()

    assert editor.bridge.session.edition
    check = next(c.written for c in editor.bridge.session.edition.checks if c.written.code == "BM2.1")
    assert check.level == "warning"


def test_numbers_are_counted_anew_and_rows_move_together(editor: EditorPage) -> None:
    grid = grid_of(editor, ("rows", "bm1"), "Dòng")
    before = [row.number for row in editor.bridge.written.appendices[0].indicators]
    grid.go_to(2, 1)
    press(grid, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(grid, Key.Key_Up, ALT)
    moved = [row.number for row in editor.bridge.written.appendices[0].indicators]
    assert moved[:4] == ["1", "2.1", "2.2", "2"]
    assert grid.chosen_rows() == [1, 2], "what was chosen stays so"
    press(grid, Key.Key_Down, ALT)
    assert [row.number for row in editor.bridge.written.appendices[0].indicators] == before
    grid.go_to(0, 1)
    press(grid, Key.Key_Delete, CTRL)
    button(editor, "Đánh lại số thứ tự").click()

    assert [row.number for row in editor.bridge.written.appendices[0].indicators][:3] == ["1", "1.1", "1.2"]


def test_a_row_is_found_by_words_without_marks(editor: EditorPage) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ChooseRowsDialog)
        dialog.words.setText("bao dam tu 30")
        press(dialog.words, Key.Key_Return)

    with in_dialog(act):
        editor.search()

    assert editor.tree.place() == ("rows", "bm6")
    assert (
        named(editor, Grid, "Dòng").rows.key_at(named(editor, Grid, "Dòng").currentIndex().row())
        == "bm6.2.4.2"
    )


def test_the_chooser_keeps_the_order_and_never_takes_more_than_a_rate_needs(editor: EditorPage) -> None:
    grid = grid_of(editor, ("rows", "bm1"), "Dòng")
    grid.go_to(1, 1)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ChooseRowsDialog)
        assert "Phần: Biểu mẫu 1, dòng 2.2; Trên tổng số: Biểu mẫu 1, dòng 2.1" in shown(dialog)
        dialog.words.setText("van ban chi dao")
        press(dialog.table, Key.Key_Space)
        accept = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Dùng các dòng này")
        assert not accept.isEnabled()
        press(dialog.words, Key.Key_Return)
        assert dialog.isVisible()
        press(dialog.words, Key.Key_Escape)

    with in_dialog(act):
        form_beside(grid).buttons["rate_of"].click()

    assert editor.bridge.session.undo_name == ""


def cells(model: QAbstractItemModel) -> list[str]:
    places = [
        (row, column) for row in range(min(60, model.rowCount())) for column in range(model.columnCount())
    ]
    return [str(model.index(row, column).data() or "") for row, column in places]


def seen(widget: QWidget) -> list[str]:
    """Every word that the editor shows or tells."""
    views = [view for view in widget.findChildren(QAbstractItemView) if view.isVisible() and view.model()]
    parts = [part for part in widget.findChildren(QWidget) if part.isVisible()]
    typed = [part.text() for part in parts if isinstance(part, QLineEdit | QPushButton)]
    typed += [part.toPlainText() for part in parts if isinstance(part, QPlainTextEdit)]
    typed += [part.currentText() for part in parts if isinstance(part, QComboBox)]
    told = [part.accessibleName() for part in parts] + [part.toolTip() for part in parts]
    return [shown(widget), *typed, *told, *(text for view in views for text in cells(view.model()))]


def test_no_code_and_no_key_is_seen_in_any_pane(open_editor: Open) -> None:
    for year in ("2022", "2025"):
        page = open_editor(draft(year))
        for place in page.tree.places():
            if place == ("preview",):
                continue
            page.go_to(place)
            found = [text for text in seen(page) if OURS.search(text) or PLACE.search(text)]
            assert found == [], place
            press(focused(), Key.Key_Escape)
