"""Dialogs and menus that Qt makes speak Vietnamese too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.ui.report_view import ReportView
from desktop_app.ui.startup.qt_words import KEYS, WORDS, QtWords
from tests.support.dialogs import in_dialog
from tests.support.screen import button, focused, press, shown
from tests.support.systems import needs_own_print_dialog

NOT_WORDS = {"QT_LAYOUT_DIRECTION", "A4", "...", "Form", "%p%", "Alt+Left", "Alt+Right", "Alt+Up"}


class Listening(QtWords):
    """Notes what Qt asked for in vain."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown: set[str] = set()

    def translate(self, context: str, text: str, about: str | None = None, count: int = -1) -> str | None:
        if context != KEYS and text not in WORDS:
            self.unknown.add(text)
        return super().translate(context, text, about, count)


@pytest.fixture
def words(qapp: QApplication) -> Iterator[Listening]:
    made = Listening()
    qapp.installTranslator(made)
    yield made
    qapp.removeTranslator(made)


def test_the_dialog_of_an_export_is_vietnamese(words: Listening, view: ReportView) -> None:
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        said.append(shown(dialog))
        assert button(dialog, "Lưu") and button(dialog, "Hủy")
        dialog.reject()

    with in_dialog(look):
        press(focused(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    assert "Tên tệp:" in said[0].replace("&", "") and "Loại tệp:" in said[0].replace("&", "")
    assert words.unknown <= NOT_WORDS


@needs_own_print_dialog
def test_the_dialog_of_a_printer_is_vietnamese(words: Listening, qtbot: QtBot) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    groups = [box.title() for box in dialog.findChildren(QGroupBox)]

    assert "Máy in" in groups and button(dialog, "In")
    assert words.unknown <= NOT_WORDS


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_the_menu_of_the_right_button_is_vietnamese(
    words: Listening, qtbot: QtBot, kind: type[QWidget]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()  # type: ignore[attr-defined]
    texts = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]

    assert {"Hoàn tác", "Chép", "Dán", "Chọn tất cả"} <= set(texts)
    assert words.unknown <= NOT_WORDS


def test_every_standard_button_has_its_word(words: Listening, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    kinds = QMessageBox.StandardButton
    for standard in kinds:
        if (
            standard.value.bit_count() == 1
            and kinds.FirstButton.value <= standard.value <= kinds.LastButton.value
        ):
            box.addButton(standard)

    assert words.unknown <= NOT_WORDS


def test_a_file_that_is_there_is_asked_about_in_vietnamese(words: Listening) -> None:
    asked = QApplication.translate("QFileDialog", "%1 already exists.\nDo you want to replace it?")

    assert asked == "%1 đã có.\nThay bằng tệp mới?"
    assert QApplication.translate("QFileDialog", "unknown words") == "unknown words"
