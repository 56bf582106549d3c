"""A table by keys alone: what is cleared, copied and filled is what is seen to be current."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView
from tests.support.screen import focused, press, type_keys

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
