"""A table by keys alone: what is cleared, copied and filled is what is seen to be current."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView
from tests.support.screen import focused, press, shown, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def appendix(view: ReportView, tab: str, key: str) -> AppendixPage:
    page = view.show_tab(tab)
    assert isinstance(page, AppendixPage)
    page.go_to(key)
    return page


def seen_current(page: AppendixPage) -> str:
    """The key of the current cell, which must be inside the window."""
    index = page.table.currentIndex()
    assert page.table.viewport().rect().intersects(page.table.visualRect(index))
    return page.model.rows[index.row()].key


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_End, Key.Key_Up, Key.Key_Down])
def test_delete_clears_no_cell_but_the_current_one(view: ReportView, key: Key) -> None:
    page = appendix(view, "pl1", "pl1.7.1")
    press(focused(), key, CONTROL)
    stands = {row.key: page.session.filled.text(row.key) for row in page.model.rows}
    current = seen_current(page)
    press(focused(), Key.Key_Delete)

    cleared = {row for row, text in stands.items() if text != page.session.filled.text(row)}
    assert cleared <= {current}
    assert page.session.filled.text("pl1.7.1") == ("186" if current != "pl1.7.1" else "")


def test_copying_after_ctrl_and_an_arrow_takes_what_is_current(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.1")
    press(focused(), Key.Key_Home, CONTROL)
    press(focused(), Key.Key_C, CONTROL)

    assert QGuiApplication.clipboard().text().strip() == str(page.table.currentIndex().data())


def test_ctrl_shift_and_an_arrow_chooses_up_to_there(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.2")
    press(focused(), Key.Key_Home, CONTROL | SHIFT)

    assert len(page.table.selectedIndexes()) > 10
    assert page.model.index_of("pl1.7.2") in page.table.selectedIndexes()


def test_letters_on_a_fixed_cell_lead_nowhere(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.1")
    press(focused(), Key.Key_Left)
    here = page.table.currentIndex()
    type_keys("2")

    assert page.table.currentIndex() == here


def numbers(page: AppendixPage, *keys: str) -> list[str]:
    return [page.session.filled.text(key) for key in keys]


def test_a_digit_chooses_and_enter_goes_one_row_down(view: ReportView) -> None:
    page = appendix(view, "pl7", "pl7.1")
    page.bridge.edit_many("", {row.key: "" for row in page.model.rows if page.session.filled.text(row.key)})
    entries = [row.key for row in page.model.rows if page.model.key_at(page.model.index_of(row.key))]
    for digits in ("1", "2", "100", "1"):
        type_keys(digits)
        press(focused(), Key.Key_Return)

    assert numbers(page, *entries[:4]) == ["1", "2", "100", "1"]
    assert page.current_key() == entries[4]


def test_escape_gives_the_old_choice_back(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.11")
    before = page.session.filled.text("pl1.11")
    type_keys("0")
    press(focused(), Key.Key_Escape)

    assert page.session.filled.text("pl1.11") == before
    assert page.current_key() == "pl1.11"


def about_here(page: AppendixPage) -> str:
    """What is said of the current cell once one comes back to it."""
    press(focused(), Key.Key_Left)
    press(focused(), Key.Key_Right)
    return shown(page)


def second_quarter(window: MainWindow) -> AppendixPage:
    """Row 7.1 of the report that shows figures of the period before."""
    window.open_report("2023-Q2")
    assert window.view
    return appendix(window.view, "pl1", "pl1.7.1")


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(focused(), Key.Key_V, CONTROL)


def test_notes_go_to_the_notes_though_the_period_before_is_shown(
    window: MainWindow, view: ReportView
) -> None:
    page = second_quarter(window)
    paste("10\tghi chú một\n4\tghi chú hai\n")

    assert numbers(page, "pl1.7.1", "pl1.7.2") == ["10", "4"]
    assert numbers(page, "note.pl1.7.1", "note.pl1.7.2") == ["ghi chú một", "ghi chú hai"]
    assert "Đã dán 4 ô." in shown(page)


def test_what_was_copied_with_the_period_before_comes_back_in_place(
    window: MainWindow, view: ReportView
) -> None:
    page = second_quarter(window)
    page.bridge.edit_many("", {"pl1.7.1": "12", "note.pl1.7.1": "lời ghi"})
    press(focused(), Key.Key_Right, SHIFT)
    press(focused(), Key.Key_Right, SHIFT)
    press(focused(), Key.Key_C, CONTROL)
    page.go_to("pl1.7.2")
    press(focused(), Key.Key_V, CONTROL)

    assert numbers(page, "pl1.7.2", "note.pl1.7.2") == ["12", "lời ghi"]


def test_a_table_that_comes_as_html_alone_is_pasted(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.1")
    mime = QMimeData()
    mime.setHtml("<table><tr><td>10</td><td>một</td></tr><tr><td>4</td><td>hai</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(mime)
    press(focused(), Key.Key_V, CONTROL)

    assert numbers(page, "pl1.7.1", "note.pl1.7.1", "pl1.7.2", "note.pl1.7.2") == ["10", "một", "4", "hai"]


def test_pasting_nothing_speaks_of_no_undo(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.1")
    QGuiApplication.clipboard().setMimeData(QMimeData())
    press(focused(), Key.Key_V, CONTROL)

    assert "Không có gì để dán" in shown(page) and "Ctrl+Z" not in shown(page)


def test_a_block_that_is_too_long_is_called_so(view: ReportView) -> None:
    page = appendix(view, "pl7", "pl7.1")
    last = [r.key for r in page.model.rows if page.model.key_at(page.model.index_of(r.key))][-1]
    page.go_to(last)
    paste("1\n2\n3\n")

    assert "Đã dán 1 ô; 2 ô thừa" in shown(page)


def test_the_heads_of_a_copied_block_are_passed_over(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.1")
    paste("Số liệu\tGhi chú\n10\tmột\n")

    assert numbers(page, "pl1.7.1", "note.pl1.7.1") == ["10", "một"]


def test_the_pasted_block_is_seen_to_be_chosen(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.1")
    paste("10\n4\n3\n")

    assert sorted(index.row() for index in page.table.selectedIndexes()) == [
        page.model.index_of(f"pl1.7.{n}").row() for n in (1, 2, 3)
    ]
    assert page.current_key() == "pl1.7.1"


def test_after_the_last_row_nothing_is_typed_over_it(view: ReportView) -> None:
    page = appendix(view, "pl7", "pl7.1")
    last = [r.key for r in page.model.rows if page.model.key_at(page.model.index_of(r.key))][-1]
    page.go_to(last)
    type_keys("7")
    press(focused(), Key.Key_Return)
    assert "Đã hết bảng này" in shown(page)
    type_keys("9")
    assert page.session.filled.text(last) == "7"

    press(focused(), Key.Key_Return, SHIFT)
    assert page.current_key() == last


def test_a_row_is_low_again_once_its_long_text_is_gone(view: ReportView) -> None:
    page = appendix(view, "pl1", "note.pl1.7.2")
    row = page.table.currentIndex().row()
    low = page.table.rowHeight(row)
    paste("nhiều lời " * 40)
    assert page.table.rowHeight(row) > low
    page.go_to("note.pl1.7.2")
    press(focused(), Key.Key_F2)
    press(focused(), Key.Key_A, CONTROL)
    type_keys("it")
    press(focused(), Key.Key_Return)

    assert page.table.rowHeight(row) <= low


@pytest.mark.parametrize(
    ("pasted", "seen"),
    [("1 234", "1.234"), ("1\u00a0234", "1.234"), ("１２", "12"), ("186.", "186"), ("–", "-"), ("—", "-")],
)
def test_numbers_are_read_as_people_paste_them(view: ReportView, pasted: str, seen: str) -> None:
    page = appendix(view, "pl7", "pl7.6.1.1")
    paste(pasted)

    assert str(page.table.currentIndex().data()).split(" ")[0] == seen
    assert not [f for f in page.bridge.findings.at("pl7.6.1.1") if f.found_by == "values"]


def test_words_beside_a_number_are_offered_to_the_note(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.2")
    page.bridge.edit("note.pl1.7.2", "")
    paste("5 người")
    assert "Có phải là 5? Ctrl+R: ghi 5, chuyển «người» sang Ghi chú." in about_here(page)
    press(focused(), Key.Key_R, CONTROL)

    assert numbers(page, "pl1.7.2", "note.pl1.7.2") == ["5", "người"]
    press(focused(), Key.Key_Z, CONTROL)
    assert numbers(page, "pl1.7.2", "note.pl1.7.2") == ["5 người", ""]


def test_what_can_mean_two_things_is_asked_about(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.7.2")
    paste("12.5")

    assert "12,5 hay 125" in about_here(page)


def test_words_where_a_number_should_stand_are_not_called_empty(view: ReportView) -> None:
    page = appendix(view, "pl1", "pl1.4")
    page.bridge.edit_many("", {"pl1.4.1": "0", "pl1.4.2": "0"})
    paste("abc")

    assert "không phải là một con số" in about_here(page)
    assert "(trống)" not in " ".join(f.message for f in page.bridge.findings.at("pl1.4"))
