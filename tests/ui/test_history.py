"""The history of a cell and of a paragraph, with real keys, and undo across restarts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.ui.dialogs.history import HistoryDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import in_dialog
from tests.support.library import services_in

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def type_figure(view: ReportView, key: str, text: str) -> None:
    """Into the cell of the key, letter by letter, and Enter."""
    view.bridge.go_to(key)
    for letter in text:
        QTest.keyClick(view.window().focusWidget(), letter)  # the first opens an editor
    QTest.keyClick(view.window().focusWidget(), Key.Key_Return)
    QApplication.processEvents()  # Enter closes the editor a moment later


def test_an_earlier_figure_is_taken_back_by_keyboard_alone(view: ReportView) -> None:
    for text in ("187", "188"):
        type_figure(view, "pl1.7.1", text)
    view.bridge.go_to("pl1.7.1")
    seen: list[list[str]] = []

    def choose_the_first(dialog: QDialog) -> None:
        assert isinstance(dialog, HistoryDialog)
        model = dialog.model
        seen.append([model.index(row, 3).data() for row in range(model.rowCount())])
        QTest.keyClick(dialog.table, Key.Key_End, CONTROL)
        assert dialog.table.currentIndex().row() == 2
        QTest.keyClick(dialog.table, Key.Key_Return)

    with in_dialog(choose_the_first):
        view.window().actions_by_name["history"].trigger()

    assert seen == [["188", "187", "186"]]
    assert view.session.filled.text("pl1.7.1") == "186"
    view.window().command("undo")()
    assert view.session.filled.text("pl1.7.1") == "188"


def test_a_paragraph_shows_what_differs_from_today(view: ReportView) -> None:
    for text in ("Đã họp hai lần", "Đã họp ba lần trong quý"):
        view.bridge.edit("I.1", write_prose(from_plain(text)))
    view.bridge.go_to("I.1")
    marked: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, HistoryDialog)
        assert dialog.text.toPlainText() == "Đã họp hai lần"
        block = dialog.text.document().firstBlock()
        pieces = block.begin()
        while not pieces.atEnd():
            fragment = pieces.fragment()
            if fragment.charFormat().fontUnderline():
                marked.append(fragment.text())
            pieces += 1

    with in_dialog(look):
        view.window().command("history")()

    assert marked == ["hai"]


def test_many_saves_are_shown_by_sitting_until_each_is_wanted(view: ReportView, services) -> None:
    for number in range(40):
        view.bridge.edit("I.1", write_prose(from_plain(f"Câu {number}")))
    dialog = HistoryDialog(view.bridge, services.library, "I.1", view)

    assert dialog.every.isVisibleTo(dialog)
    assert dialog.model.rowCount() == 2  # the sitting, and what the report began with
    dialog.every.setChecked(True)
    assert dialog.model.rowCount() == 41


def test_a_note_and_a_field_of_the_head_have_a_history_too(view: ReportView) -> None:
    type_figure(view, "note.pl1.7.1", "theo so giao")
    view.bridge.go_to("note.pl1.7.1")
    assert view.current_page().current_key() == "note.pl1.7.1"
    view.bridge.go_to("header.number")
    assert view.current_page().current_key() == "header.number"
    view.bridge.go_to("I.3.province_done")
    assert view.current_page().current_key() == "I.3", "a number of a sentence has the history of its section"


def test_undo_goes_on_after_a_restart(tmp_path: Path, qtbot: QtBot) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create_sample("2023-q1")
        session = services.library.open(report)
        session.edit("pl1.7.1", "187")
        session.edit_many("Dán 2 ô", {"pl1.7.2": "1", "pl1.7.3": "2"})
        session.undo()
    with services_in(tmp_path) as services:
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.open_report(report)
        view = window.view
        assert view
        actions = window.actions_by_name
        assert actions["undo"].text() == "Hoàn tác: Phụ lục 1, dòng 7.1"
        assert actions["redo"].text() == "Làm lại: Dán 2 ô"
        actions["redo"].trigger()
        actions["undo"].trigger()
        actions["undo"].trigger()
        assert view.session.filled.text("pl1.7.1") == "186"
        assert not actions["undo"].isEnabled()
