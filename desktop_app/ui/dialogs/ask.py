"""A question before something that cannot be undone; its buttons say what they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(parent: QWidget, question: str, do: str, leave: str) -> bool:
    """Whether the clerk chose `do`; Escape and closing mean `leave`."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Báo cáo CCHC")
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files and agencies are words, never markup
    box.setText(question)
    yes = box.addButton(do, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(leave, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes


def tell(parent: QWidget | None, sentence: str) -> None:
    """One sentence that must be read before going on."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Báo cáo CCHC")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.addButton("Đã hiểu", QMessageBox.ButtonRole.AcceptRole)
    box.exec()
