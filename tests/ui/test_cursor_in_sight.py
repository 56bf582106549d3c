"""Prose and entries by keys: the cursor is always inside the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit, QTextEdit

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.screen import focused, is_in_sight, named, press, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PARAGRAPHS = "\n".join(["Một đoạn văn dài hơn bề ngang của ô nhập. " * 6] * 9)


def cursor_in_sight() -> bool:
    """Whether the place where the next letter goes can be seen, with all its height."""
    QApplication.processEvents()
    field = focused()
    assert isinstance(field, QTextEdit | QPlainTextEdit)
    return is_in_sight(field.viewport(), field.cursorRect())


@pytest.fixture
def typing(view: ReportView) -> ReportView:
    """The cursor at the end of a long text in the second tab."""
    view.go_to("II.6")
    QGuiApplication.clipboard().setText(PARAGRAPHS)
    press(focused(), Key.Key_V, CONTROL)
    return view


def test_the_page_follows_paste_enter_and_letters(typing: ReportView) -> None:
    assert cursor_in_sight()
    press(focused(), Key.Key_Home, CONTROL)
    assert cursor_in_sight()
    press(focused(), Key.Key_End, CONTROL)
    for _ in range(8):
        press(focused(), Key.Key_Return)
        type_keys("thay")
        assert cursor_in_sight()


def test_the_page_follows_the_arrows_and_whole_pages(typing: ReportView) -> None:
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown):
        for _ in range(30 if key in (Key.Key_Up, Key.Key_Down) else 3):
            press(focused(), key)
            assert cursor_in_sight(), key


def test_a_page_down_skips_no_line(typing: ReportView) -> None:
    press(focused(), Key.Key_Home, CONTROL)
    field = focused()
    assert isinstance(field, QTextEdit)
    before = field.cursorRect().top()
    press(focused(), Key.Key_PageDown)

    assert 0 < field.cursorRect().top() - before <= field.window().height()


def test_the_page_follows_in_several_lines_of_the_first_tab(window: MainWindow, view: ReportView) -> None:
    window.resize(1366, 420)
    view.go_to("footer.recipients")
    assert cursor_in_sight()
    for _ in range(9):
        press(focused(), Key.Key_Return)
        type_keys("- Luu;")
        assert cursor_in_sight()


@pytest.mark.parametrize("back", ["tabs", "areas"])
def test_coming_back_to_a_tab_leads_to_the_last_place(
    window: MainWindow, typing: ReportView, back: str
) -> None:
    here = focused()
    if back == "tabs":
        press(focused(), Key.Key_PageDown, CONTROL)
        assert focused() is not here
        press(focused(), Key.Key_PageUp, CONTROL)
    else:
        for _ in range(3):
            press(focused(), Key.Key_F6)

    assert focused() is here
    assert cursor_in_sight()


def test_tab_leads_to_fields_that_are_seen(window: MainWindow, view: ReportView) -> None:
    window.resize(1366, 420)
    view.go_to("header.place")
    for _ in range(12):
        press(focused(), Key.Key_Tab)
        QApplication.processEvents()
        if view.current_page().isAncestorOf(focused()):
            assert is_in_sight(focused(), QRect(0, 0, 20, 20)), focused().accessibleName()


def test_the_outline_leads_to_a_place_that_is_seen(view: ReportView) -> None:
    view.show_tab("II").focus_first()
    outline = named(view, QListWidget, "Mục lục")
    outline.setFocus()
    press(outline, Key.Key_End)
    press(outline, Key.Key_Return)

    assert cursor_in_sight()
