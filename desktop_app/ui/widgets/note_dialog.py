"""A small window for the words of one footnote; they are printed at the foot of the page."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.reports.prose import tidy_note
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key

ABOUT = (
    "Lời chú thích được in ở cuối trang, dưới số mà chương trình tự đánh. Để trống rồi ghi là bỏ chú thích."
)


class NoteDialog(QDialog):
    """Several lines, Enter begins the next one; Ctrl+Enter keeps them."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chú thích")
        give_help_key(self, "loi-van#chú-thích-cuối-trang")
        open_at(self, 460, 240)
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        self.text = QPlainTextEdit(words)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Lời chú thích")
        self.text.selectAll()
        buttons = QDialogButtonBox()
        buttons.addButton("Ghi chú thích", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Bỏ", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.text.setFocus()


def ask_note(words: str, parent: QWidget) -> str | None:
    """The words as the clerk leaves them, "" for no footnote; None when nothing is to change."""
    dialog = NoteDialog(words, parent)
    kept = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return tidy_note(dialog.text.toPlainText()) if kept else None
