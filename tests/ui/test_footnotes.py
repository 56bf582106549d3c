"""Footnotes in the prose: put in and changed by keys, numbered by themselves, taken back, copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QToolTip

from desktop_app.reports.prose import from_plain, to_plain, write_prose
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.shortcuts import shortcuts
from desktop_app.ui.widgets.note_number import ANCHOR
from desktop_app.ui.widgets.prose_editor import ProseEditor
from tests.support.dialogs import answering, in_dialog
from tests.support.screen import button, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_ALT = CONTROL | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(view: ReportView) -> ProseEditor:
    return editor_with(view, "III.1", "")


def editor_with(view: ReportView, key: str, plain: str) -> ProseEditor:
    view.bridge.edit(key, write_prose(from_plain(plain)))
    found = view.show_tab(key.split(".")[0]).sections[key].editor
    assert found is not None
    found.setFocus()
    found.moveCursor(QTextCursor.MoveOperation.End)
    return found


def plain(editor: ProseEditor) -> str:
    return to_plain(editor.bridge.session.filled.prose(editor.key))


def ask_for_note(editor: ProseEditor, *lines: str, answer: str = "Ghi chú thích") -> None:
    def act(dialog: QDialog) -> None:
        for number, line in enumerate(lines):
            if number:
                QTest.keyClick(dialog.findChild(QPlainTextEdit), Key.Key_Return)
            QTest.keyClicks(dialog.findChild(QPlainTextEdit), line)
        button(dialog, answer).click()

    with in_dialog(act):
        QTest.keyClick(editor, Key.Key_F, CONTROL_ALT)
    editor.window().activateWindow()  # a real window manager does this when a dialog goes
    QTest.qWait(1)


def numbers(editor: ProseEditor) -> list[int]:
    """The numbers that the editor draws."""
    document = editor.document()
    places = [place for place in range(document.characterCount()) if document.characterAt(place) == ANCHOR]
    return [editor._numbers.number(document, place) for place in places]


def test_a_footnote_is_put_in_at_the_cursor_and_writing_goes_on_behind_it(editor: ProseEditor) -> None:
    type_keys("mot")
    ask_for_note(editor, "Gom:", "hai")
    type_keys(", ba")

    assert plain(editor) == "mot[chú thích: Gom: ⏎ hai], ba"
    assert numbers(editor) == [1]


def test_the_footnote_beside_the_cursor_is_changed_or_left_as_it_is(editor: ProseEditor) -> None:
    type_keys("mot")
    ask_for_note(editor, "hai")
    ask_for_note(editor, "x", answer="Bỏ")
    assert plain(editor) == "mot[chú thích: hai]"

    ask_for_note(editor, "ba")
    assert plain(editor) == "mot[chú thích: ba]"


def test_a_footnote_without_words_goes_and_none_comes_of_none(editor: ProseEditor) -> None:
    type_keys("mot")
    ask_for_note(editor)
    assert plain(editor) == "mot"

    ask_for_note(editor, "hai")
    ask_for_note(editor, " ")
    assert plain(editor) == "mot"


def test_one_undo_takes_back_the_footnote_and_no_word(editor: ProseEditor) -> None:
    type_keys("mot")
    ask_for_note(editor, "hai")
    QTest.keyClick(editor, Key.Key_Z, CONTROL)

    assert plain(editor) == "mot"


def test_backspace_takes_a_footnote_out_and_undo_brings_it_back(editor: ProseEditor, qtbot) -> None:
    type_keys("mot")
    ask_for_note(editor, "hai")
    qtbot.waitUntil(lambda: not editor.bridge.session.unsaved)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert plain(editor) == "mot"

    QTest.keyClick(editor, Key.Key_Z, CONTROL)
    assert plain(editor) == "mot[chú thích: hai]"
    assert editor.toPlainText().count(ANCHOR) == 1


def test_numbers_follow_what_stands_before_them(view: ReportView) -> None:
    first = editor_with(view, "III.1", "a[chú thích: x]")
    second = editor_with(view, "III.2", "b[chú thích: y] c[chú thích: z]")
    assert (numbers(first), numbers(second)) == ([1], [2, 3])

    first.setFocus()
    ask_for_note(first, answer="Bỏ")
    first.moveCursor(QTextCursor.MoveOperation.Start)
    first.insertPlainText("t\U0001f600")
    ask_for_note(first, "moi")

    assert (numbers(first)[1:], numbers(second)) == ([2], [3, 4])


def test_what_is_copied_keeps_its_footnotes(editor: ProseEditor) -> None:
    type_keys("mot")
    ask_for_note(editor, "hai")
    QTest.keyClick(editor, Key.Key_A, CONTROL)
    QTest.keyClick(editor, Key.Key_C, CONTROL)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Key.Key_V, CONTROL)

    assert plain(editor) == "mot[chú thích: hai]mot[chú thích: hai]"
    assert QApplication.clipboard().text() == "mot[chú thích: hai]"


def test_faces_and_list_marks_stay_around_footnotes(view: ReportView) -> None:
    editor = editor_with(view, "III.1", "- [chú thích: a]mot[chú thích: b][chú thích: b] hai\n[chú thích: c]")
    type_keys(".")
    assert plain(editor) == "- [chú thích: a]mot[chú thích: b][chú thích: b] hai\n[chú thích: c]."


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_words_are_said_under_the_mouse(editor: ProseEditor) -> None:
    type_keys("mot")
    ask_for_note(editor, "a<b>")
    place = editor.cursorRect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), event)

    assert "a&lt;b&gt;" in QToolTip.text()


def test_the_number_is_drawn_and_takes_no_more_height(view: ReportView) -> None:
    editor = editor_with(view, "III.1", "mot")
    plain_image, height = editor.grab().toImage(), editor.document().size().height()
    editor = editor_with(view, "III.1", "mot[chú thích: a]")

    assert editor.grab().toImage() != plain_image
    assert editor.document().size().height() == height


def test_the_key_stands_in_the_help_and_says_where_it_works(window: MainWindow, view: ReportView) -> None:
    assert "Ctrl+Alt+F" in [shortcut.keys for shortcut in shortcuts()]
    page = view.show_tab("I")
    page._outline.setFocus()
    with answering("Đã hiểu") as said:
        window.actions_by_name["footnote"].trigger()
    assert "con trỏ" in said[0]
