"""A form that nobody has seen, built by keyboard alone, published, and a report made on it and checked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.dialogs.new_report import NewReportDialog
from desktop_app.ui.form_editor.choose_rows import ChooseRowsDialog
from desktop_app.ui.form_editor.editor_page import EditorPage
from desktop_app.ui.form_editor.form_tree import FormTree
from desktop_app.ui.main_window import MainWindow
from tests.support.dialogs import answering, in_dialog
from tests.support.screen import focused, named, press, type_keys

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def back_to(window: MainWindow) -> None:
    """What a window system does once a dialog has gone, however busy the computer is."""
    for _ in range(200):
        window.activateWindow()
        QApplication.processEvents()
        if window.isActiveWindow() and QApplication.focusWidget() is not None:
            return
        QTest.qWait(5)


def tap(key: Qt.Key, times: int = 1, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for _ in range(times):
        press(focused(), key, held)


def editor(window: MainWindow) -> EditorPage:
    assert window.sides.forms and window.sides.forms.editor
    return window.sides.forms.editor


def written(window: MainWindow) -> WrittenEdition:
    return editor(window).bridge.written


def part(window: MainWindow, name: str) -> None:
    """Escape to the tree, then arrows to the part whose line begins so."""
    while not isinstance(focused(), FormTree):
        tap(Key.Key_Escape)
    tree = focused()
    assert isinstance(tree, FormTree)
    tap(Key.Key_Home)
    for _ in range(60):
        item = tree.currentItem()
        if item and item.text(0).lstrip("●▲○ ").startswith(name):
            return
        tap(Key.Key_Down)
    raise AssertionError(f"no part «{name}»")


def into(name: str) -> None:
    """Tab on to the input that is called so."""
    for _ in range(40):
        if focused().accessibleName() == name:
            return
        tap(Key.Key_Tab)
    raise AssertionError(f"no input «{name}»")


def choosing(window: MainWindow, *words: str) -> None:
    """The chooser of rows, opened by Enter: each row looked for by words, marked by Space, taken by Enter."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ChooseRowsDialog)
        for word in words:
            dialog.words.setFocus()
            press(dialog.words, Key.Key_A, CTRL)
            for letter in word:
                press(dialog.words, Key.Key_Space) if letter == " " else type_into(dialog.words, letter)
            press(dialog.words, Key.Key_Down)
            press(dialog.words, Key.Key_Up)
            press(dialog.words, Key.Key_Space)
        press(dialog.words, Key.Key_Return)

    with in_dialog(act):
        tap(Key.Key_Return)
    back_to(window)


def type_into(line: QWidget, letters: str) -> None:
    """Letters into a line of a dialog that may only just have come."""
    line.window().activateWindow()
    line.setFocus()
    for _ in range(200):
        if QApplication.focusWidget() is line:
            break
        QTest.qWait(5)
    type_keys(letters)


def begin(window: MainWindow) -> None:
    def name(dialog: QDialog) -> None:
        line = named(dialog, QLineEdit, "Tên mẫu")
        type_into(line, "Mẫu theo dõi đơn thư")
        press(line, Key.Key_Return)

    press(window, Key.Key_M, CTRL)
    with in_dialog(name):
        tap(Key.Key_Insert)
    back_to(window)


def write_periods(window: MainWindow) -> None:
    part(window, "Thông tin chung")
    tap(Key.Key_Return)
    into("Dùng từ kỳ")
    box = focused()
    assert isinstance(box, QComboBox)
    tap(Key.Key_Home)
    into("Năm")
    tap(Key.Key_A, held=CTRL)
    type_keys("2026")
    part(window, "Kỳ báo cáo")
    tap(Key.Key_Return)
    while len(written(window).periods) > 2:
        tap(Key.Key_Delete, held=CTRL)


def write_outline(window: MainWindow) -> None:
    part(window, "Đề cương")
    tap(Key.Key_Insert)
    tap(Key.Key_Right, 2)
    type_keys("TÌNH HÌNH")
    tap(Key.Key_Return)
    type_keys("ĐỀ XUẤT")
    tap(Key.Key_Return, 2)


def write_table(window: MainWindow) -> None:
    part(window, "Bảng, phụ lục")
    tap(Key.Key_Insert)
    tap(Key.Key_Right, 2)
    type_keys("Đơn thư")
    tap(Key.Key_Tab)
    part(window, "Dòng")
    tap(Key.Key_Return)
    tap(Key.Key_Insert)
    for text in ("Tổng số đơn", "Đơn khiếu nại", "Đơn tố cáo", "Đơn đã giải quyết", "Tỷ lệ giải quyết"):
        tap(Key.Key_Home)
        tap(Key.Key_Right)
        type_keys(text)
        tap(Key.Key_Tab)
        type_keys("%" if text.startswith("Tỷ") else "Đơn")
        tap(Key.Key_Return)
    tap(Key.Key_Return)


def relate(window: MainWindow, row: int, name: str, *words: str) -> None:
    part(window, "Dòng")
    tap(Key.Key_Return)
    tap(Key.Key_Home, held=CTRL)
    tap(Key.Key_Down, row)
    tap(Key.Key_F6)
    into(name)
    choosing(window, *words)


def build(window: MainWindow) -> WrittenEdition:
    begin(window)
    write_periods(window)
    write_outline(window)
    write_table(window)
    relate(window, 0, "Tổng của", "khieu nai", "to cao")
    relate(window, 4, "Tỷ lệ của", "da giai quyet", "tong so")
    return written(window)


def test_a_small_form_is_built_by_keys(window: MainWindow) -> None:
    form = build(window)
    table = form.appendices[0]

    assert form.head.name == "Mẫu theo dõi đơn thư" and form.head.valid_from == "2026-Q1"
    assert len(form.periods) == 2
    assert [(s.level, s.number, s.title) for s in form.sections] == [
        ("part", "I.", "TÌNH HÌNH"), ("part", "II.", "ĐỀ XUẤT"),
    ]  # fmt: skip
    assert table.head.title == "Đơn thư"
    assert [(row.number, row.unit) for row in table.indicators] == [
        ("1", "Đơn"), ("2", "Đơn"), ("3", "Đơn"), ("4", "Đơn"), ("5", "%"),
    ]  # fmt: skip
    keys = [row.key for row in table.indicators]
    assert table.indicators[0].total_of == (keys[1], keys[2])
    assert table.indicators[4].rate_of == (keys[3], keys[0])
    assert table.indicators[4].kind == "percent"
    assert [fault for fault in editor(window).bridge.look() if fault.level == "error"] == []


def test_every_key_of_it_is_taken_back_and_done_again(window: MainWindow) -> None:
    form = build(window)
    session = editor(window).bridge.session
    steps = 0
    while session.undo_name:
        tap(Key.Key_Z, held=CTRL)
        steps += 1
    assert written(window).sections == () and written(window).appendices == ()
    assert steps > 15
    for _ in range(steps):
        tap(Key.Key_Y, held=CTRL)

    assert written(window) == form


def new_report(window: MainWindow, form: str) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, NewReportDialog)
        named(dialog, QSpinBox, "Năm").setValue(2026)
        kinds = named(dialog, QComboBox, "Kỳ báo cáo")
        kinds.setCurrentIndex(kinds.findText("Quý III"))
        forms = named(dialog, QComboBox, "Mẫu báo cáo")
        assert forms.currentData() == form, "a new form is the first of its period"
        press(dialog, Key.Key_Return)

    with in_dialog(act):
        press(window, Key.Key_N, CTRL)
    back_to(window)


def publish(window: MainWindow, qtbot: QtBot) -> str:
    made = written(window).head.id
    part(window, "Thông tin chung")
    with answering("Ban hành") as asked:
        press(window, Key.Key_B, ALT)
        qtbot.waitUntil(lambda: bool(asked))
    back_to(window)
    assert editor(window).bridge.is_closed
    return made


def test_it_is_published_and_a_report_on_it_is_checked(window: MainWindow, qtbot: QtBot) -> None:
    form = build(window)
    made = publish(window, qtbot)
    assert "Đã ban hành" in window.messages.text()
    new_report(window, made)
    view = window.view
    assert view and view.session.filled.plan.edition.head.id == made
    keys = [row.key for row in form.appendices[0].indicators]
    view.go_to(keys[0])
    type_figures(["9", "6", "2", "4"])

    assert view.session.filled.shown(keys[4]) == "44,44%" or view.session.filled.shown(keys[4]) == "44,44"
    said = [finding.message for finding in view.session.filled.findings() if finding.level == "error"]
    assert any("9" in message and "8" in message for message in said), said
    view.go_to(keys[0])
    type_figures(["8"])
    assert [
        f for f in view.session.filled.findings() if f.code.endswith(f"{keys[0].rpartition('.')[2]}")
    ] == []


def type_figures(figures: list[str]) -> None:
    for figure in figures:
        type_keys(figure)
        tap(Key.Key_Return)
