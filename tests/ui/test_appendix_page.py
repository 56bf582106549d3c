"""An appendix as a spreadsheet, by real keys on the real sample."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.models.shown_columns import PREVIOUS
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.blocks import read_block, write_block
from tests.support.screen import shown

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(view: ReportView) -> AppendixPage:
    made = view.show_tab("pl1")
    assert isinstance(made, AppendixPage)
    return made


def press(
    target: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        QTest.keyClick(target, key, modifier)
        QApplication.processEvents()  # Enter closes an editor a moment later


def at(page: AppendixPage, key: str) -> None:
    page.go_to(key)


def editor(page: AppendixPage) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None and found is not page.table
    return found


def test_the_first_key_typed_is_not_lost_and_enter_goes_down(page: AppendixPage) -> None:
    at(page, "pl1.7.2")
    QTest.keyClicks(page.table, "8")
    QTest.keyClicks(editor(page), "3")
    press(editor(page), Key.Key_Return)

    assert page.session.filled.text("pl1.7.2") == "83"
    assert page.current_key() == "pl1.7.3"


def test_a_finding_comes_while_typing_and_is_saved_at_enter(page: AppendixPage) -> None:
    at(page, "pl1.7.2")
    QTest.keyClicks(page.table, "9")

    assert "PL1.7" in {f.code for f in page.bridge.findings.at("pl1.7.2")}
    assert page.session.unsaved

    press(editor(page), Key.Key_Return)
    assert not page.session.unsaved


def test_escape_gives_the_old_text_back(page: AppendixPage) -> None:
    at(page, "pl1.7.2")
    QTest.keyClicks(page.table, "9")
    QTest.keyClicks(editor(page), "9")
    press(editor(page), Key.Key_Escape)

    assert page.session.filled.text("pl1.7.2") == "82"
    assert not page.session.unsaved


def test_f2_keeps_the_text_and_tab_goes_to_the_note_then_the_next_row(page: AppendixPage) -> None:
    at(page, "pl1.7.2")
    press(page.table, Key.Key_F2)
    assert editor(page).property("text") == "82"
    press(editor(page), Key.Key_Tab)
    assert page.current_key() == "note.pl1.7.2"
    press(page.table, Key.Key_Tab)
    assert page.current_key() == "pl1.7.3"


def test_delete_clears_and_one_undo_brings_it_back(page: AppendixPage, window) -> None:
    at(page, "pl1.7.2")
    QTest.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page.table, Key.Key_Delete)
    assert (page.session.filled.text("pl1.7.2"), page.session.filled.text("pl1.7.3")) == ("", "")

    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert (page.session.filled.text("pl1.7.2"), page.session.filled.text("pl1.7.3")) == ("82", "9")


def test_undo_works_while_the_focus_is_in_a_cell(page: AppendixPage, window, qtbot) -> None:
    at(page, "pl1.7.2")
    QTest.keyClicks(page.table, "5")
    press(editor(page), Key.Key_Return)
    press(page.table, Key.Key_F2)
    QTest.keyClick(editor(page), Key.Key_Z, CONTROL)

    assert page.session.filled.text("pl1.7.2") == "82"


def test_a_block_from_excel_is_pasted_as_one_step(page: AppendixPage, window) -> None:
    at(page, "pl1.7.1")
    QGuiApplication.clipboard().setText('10\t"dòng một\ndòng hai"\r\n4\t\r\n3\tx\r\n3\ty\r\n')
    press(page.table, Key.Key_V, modifier=CONTROL)

    typed = [page.session.filled.text(f"pl1.7.{n}") for n in (1, 2, 3, 4)]
    assert typed == ["10", "4", "3", "3"]
    assert page.session.filled.text("note.pl1.7.1") == "dòng một\ndòng hai"

    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert [page.session.filled.text(f"pl1.7.{n}") for n in (1, 2, 3, 4)] == ["186", "82", "9", "95"]


def test_a_paste_that_does_not_fit_says_so(page: AppendixPage) -> None:
    at(page, "pl1.4.2")
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    press(page.table, Key.Key_V, modifier=CONTROL)

    assert "không nhập được" in shown(page)
    assert page.session.filled.text("pl1.4.2") == "1"


def test_what_is_copied_comes_back_cell_for_cell(page: AppendixPage) -> None:
    at(page, "pl1.7.1")
    QTest.keyClick(page.table, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(page.table, Key.Key_C, modifier=CONTROL)

    (row,) = read_block(QGuiApplication.clipboard().text())
    assert row[0] == "186"
    assert row[-1].startswith("Số liệu Văn phòng")


def test_the_computed_rate_comes_back_by_ctrl_r(page: AppendixPage) -> None:
    at(page, "pl1.2")
    assert page.session.filled.is_overruled("pl1.2")
    press(page.table, Key.Key_R, modifier=CONTROL)

    assert page.session.filled.shown("pl1.2") == "83,33%"
    assert not page.session.filled.is_overruled("pl1.2")


def test_an_offered_total_is_filled_in_by_ctrl_r(page: AppendixPage) -> None:
    page.bridge.edit("pl1.3.1", "9")
    at(page, "pl1.3")
    press(page.table, Key.Key_R, modifier=CONTROL)

    assert page.session.filled.text("pl1.3") == "9"


def test_rows_of_other_agencies_are_closed_and_say_why(page: AppendixPage) -> None:
    index = page.model.index_of("pl1.5.1")
    assert not page.model.flags(index) & Qt.ItemFlag.ItemIsEditable

    page.bridge.edit("header.agency_kind", "home_affairs")
    assert page.model.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_a_choice_is_picked_by_its_code(page: AppendixPage) -> None:
    at(page, "pl1.11")
    press(page.table, Key.Key_F2)
    press(editor(page), Key.Key_Up)
    assert page.session.filled.text("pl1.11") == "1"
    press(editor(page), Key.Key_0)

    assert page.session.filled.text("pl1.11") == "0"
    assert page.model.index_of("pl1.11").data().startswith("0 (Không)")


def test_fixed_columns_cannot_be_edited(page: AppendixPage) -> None:
    for column in map(page.model.place, ("number", "label", "unit", PREVIOUS)):
        assert not page.model.flags(page.model.index(1, column)) & Qt.ItemFlag.ItemIsEditable


def test_vietnamese_typed_by_an_input_method_arrives_whole(page: AppendixPage) -> None:
    at(page, "note.pl1.7.2")
    press(page.table, Key.Key_F2)
    field = editor(page)
    QApplication.sendEvent(field, QInputMethodEvent("Việ", []))
    assert page.session.filled.text("note.pl1.7.2") == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("Việt")
    QApplication.sendEvent(field, done)
    press(field, Key.Key_Return)

    assert page.session.filled.text("note.pl1.7.2") == "Việt"


@pytest.mark.parametrize("typed", ["chữ", "12.5", "1,234.5", "-3", "9" * 40, "\U0001f600"])
def test_what_cannot_be_read_is_kept_and_marked(page: AppendixPage, typed: str) -> None:
    page.model.setData(page.model.index_of("pl1.7.2"), typed)

    assert page.session.filled.text("pl1.7.2") == typed
    assert page.bridge.findings.level("pl1.7.2") == "error"
    assert "●" in page.model.index_of("pl1.7.2").data()


def test_the_period_before_stands_beside_this_one(window, view: ReportView) -> None:
    window.open_report("2023-Q2")
    page = window.view.show_tab("pl1")

    assert not page.table.isColumnHidden(page.model.place(PREVIOUS))
    assert page.model.index(page.model.index_of("pl1.7.1").row(), page.model.place(PREVIOUS)).data() == "186"


@pytest.mark.parametrize("cells", [[["a", "b"], ["c", ""]], [['"', "x\ny"]], [["1.023.023", "83,33%"]]])
def test_blocks_are_read_as_they_were_written(cells: list[list[str]]) -> None:
    assert read_block(write_block(cells)) == cells
