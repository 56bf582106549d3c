"""A number that follows its figure, by real keys: inserted, bound, typed beside and into, let go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from desktop_app.reports.prose import from_plain, to_plain, write_prose
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.insert_number import InsertNumberDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.prose_editor import ProseEditor
from tests.support.dialogs import answering, in_dialog
from tests.support.screen import button, focused, named, press, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
SECTION = "I.5"


@pytest.fixture
def view(window: MainWindow, services: Services) -> ReportView:
    """An empty report on the form in force, with one figure."""
    window.open_report(services.library.create("2026-Q1"))
    assert window.view
    window.view.bridge.edit_many("Gõ", {"bm1.4.1": "186", "bm1.4.1.1": "90", "bm1.2.1": "5"})
    return window.view


def editor_with(view: ReportView, plain: str, section: str = SECTION) -> ProseEditor:
    view.bridge.edit(section, write_prose(from_plain(plain)))
    view.go_to(section)
    found = view.page(section.split(".")[0]).sections[section].editor
    assert found is not None and focused() is found
    found.moveCursor(QTextCursor.MoveOperation.End)
    return found


def ask(editor: ProseEditor, search: str, *, answer: str = "Chèn", down: int = 0, way: int = 0) -> list[str]:
    """Ctrl+G, words of the label, arrows, the way, the button; returns what the dialog said."""
    said: list[str] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, InsertNumberDialog)
        QTest.keyClicks(named(dialog, QLineEdit, "Tìm chỉ tiêu"), search)
        for _ in range(down):
            QTest.keyClick(named(dialog, QLineEdit, "Tìm chỉ tiêu"), Key.Key_Down)
        dialog.choose_way(way)
        said.append(dialog.about())
        button(dialog, answer).click()

    with in_dialog(act):
        press(editor, Key.Key_G, CONTROL)
    editor.window().activateWindow()
    QApplication.processEvents()
    return said


def words(editor: ProseEditor) -> str:
    return to_plain(editor.bridge.session.filled.prose(editor.key))


def bounds(editor: ProseEditor) -> list[str]:
    prose = editor.bridge.session.filled.prose(editor.key)
    return [run.bound for paragraph in prose for run in paragraph.runs if run.bound]


def test_a_number_is_inserted_by_words_of_its_label_without_marks(view: ReportView) -> None:
    editor = editor_with(view, "Trong quy, tinh duoc giao")
    type_keys(" ")
    said = ask(editor, "tong so nhiem vu")
    type_keys(" viec.")

    assert said == ["Sẽ ghi: 186"]
    assert words(editor) == "Trong quy, tinh duoc giao 186 viec."
    assert bounds(editor) == ["bm1.4.1"], "what is typed behind the number is no part of it"
    assert editor.toPlainText() == words(editor)


def test_the_sentence_on_the_screen_follows_the_table(view: ReportView) -> None:
    editor = editor_with(view, "Giao")
    type_keys(" ")
    ask(editor, "tong so nhiem vu")
    view.bridge.edit("bm1.4.1", "190")

    assert editor.toPlainText() == "Giao 190"
    view.bridge.undo()
    assert editor.toPlainText() == "Giao 186"


def test_a_number_that_is_typed_already_is_bound_where_it_stands(view: ReportView) -> None:
    editor = editor_with(view, "Giao 186")
    said = ask(editor, "")
    assert words(editor) == "Giao 186" and bounds(editor) == ["bm1.4.1"], "its equal comes first"
    assert "▲" not in said[0]


def test_another_number_is_said_before_it_is_exchanged(view: ReportView) -> None:
    editor = editor_with(view, "Giao 185")
    said = ask(editor, "tong so nhiem vu")

    assert "Trong câu đang là 185, theo số liệu là 186" in said[0]
    assert words(editor) == "Giao 186"
    press(editor, Key.Key_Z, CONTROL)
    assert words(editor) == "Giao 185" and bounds(editor) == []


def test_typing_in_front_of_a_number_and_into_it(view: ReportView) -> None:
    editor = editor_with(view, "")
    ask(editor, "tong so nhiem vu")
    press(editor, Key.Key_Home)
    type_keys("Giao ")
    assert words(editor) == "Giao 186" and bounds(editor) == ["bm1.4.1"]

    press(editor, Key.Key_Right)
    type_keys("0")
    assert words(editor) == "Giao 1086" and bounds(editor) == [], "typed over, it is the clerk's number"


def test_a_share_of_a_whole_follows_both(view: ReportView) -> None:
    editor = editor_with(view, "Xong ")
    type_keys(" ")
    ask(editor, "dung han", way=2)
    assert len(bounds(editor)) == 2 and bounds(editor)[0] == "bm1.4.1.1"
    assert words(editor).startswith("Xong 90/")


def test_a_number_gets_a_name_and_is_used_elsewhere(view: ReportView) -> None:
    editor = editor_with(view, "Trang co 10.000")
    ask(editor, "luot truy cap trang")
    assert bounds(editor) == ["number.luot_truy_cap_trang"]
    other = editor_with(view, "Nho do co", "III.1")
    type_keys(" ")
    ask(other, "luot truy cap trang")

    assert words(other) == "Nho do co 10.000"
    view.go_to(SECTION)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(5):
        press(editor, Key.Key_Left)
    type_keys("5")
    assert other.toPlainText() == "Nho do co 150.000"


def test_a_bound_number_is_let_go(view: ReportView) -> None:
    editor = editor_with(view, "Giao")
    type_keys(" ")
    ask(editor, "tong so nhiem vu")
    ask(editor, "", answer="Tách thành số thường")
    view.bridge.edit("bm1.4.1", "190")

    assert words(editor) == "Giao 186" and bounds(editor) == []


def test_the_key_outside_the_words_says_where_it_works(view: ReportView) -> None:
    view.go_to("bm1.4.1")
    with answering("Đã hiểu") as told:
        press(focused(), Key.Key_G, CONTROL)

    assert "đặt con trỏ vào chỗ cần số" in told[0]


def following_rows(view: ReportView) -> list[str]:
    filled = view.session.filled
    runs = (run for key in filled.plan.sections for p in filled.prose(key) for run in p.runs)
    return [run.bound for run in runs if run.bound.startswith("bm")]


def test_all_numbers_that_equal_their_rows_are_bound_by_one_answer(
    window: MainWindow, services: Services
) -> None:
    window.open_report(services.library.create_sample("2025-y"))
    view = window.view
    assert view
    filled = view.session.filled
    before = {key: to_plain(filled.prose(key)) for key in filled.plan.sections}
    with answering("Gắn tất cả") as said:
        press(window, Key.Key_G, CONTROL_SHIFT)
    filled = view.session.filled

    assert "Gắn tất cả?" in said[0]
    assert {key: to_plain(filled.prose(key)) for key in filled.plan.sections} == before
    assert len(following_rows(view)) > 5
    window.activateWindow()
    QApplication.processEvents()
    with answering("Đã hiểu") as said:
        press(window, Key.Key_G, CONTROL_SHIFT)
    assert "Không còn số nào" in said[0]

    window.activateWindow()
    QApplication.processEvents()
    press(window, Key.Key_Z, CONTROL)
    filled = view.session.filled
    assert not any(
        run.bound.startswith("bm")
        for key in filled.plan.sections
        for p in filled.prose(key)
        for run in p.runs
    )


def test_figures_beside_the_prose_went_into_their_sentences(window: MainWindow, services: Services) -> None:
    window.open_report(services.library.create_sample("2025-y"))
    assert window.view
    page = window.view.show_tab("II")
    section = page.sections["II.2.c"]

    assert "II.2.c.department_rate" in {b.split("|")[0] for b in bounds(section.editor)}
    assert not [put for put in section.findChildren(QPushButton) if put.text().startswith("Chèn vào câu")]


def test_a_figure_that_no_sentence_states_offers_its_way_in(view: ReportView) -> None:
    view.bridge.edit("II.2.c.petitions", "34")
    view.go_to("II.2.c")
    section = view.page("II").sections["II.2.c"]
    (put,) = [one for one in section.findChildren(QPushButton) if one.text().startswith("Chèn vào câu")]
    put.setFocus()
    press(put, Key.Key_Space)

    assert "34." in words(section.editor) and bounds(section.editor) == ["II.2.c.petitions"]
    assert focused() is section.editor
    view.go_to("II.2.c.petitions")
    assert section.editor.textCursor().selectedText() == "34"
