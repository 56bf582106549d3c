"""Read the diagnostic package before it is written: what is shown is all that it holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.dialogs.files import ask_where
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key

ABOUT = (
    "Gói này dành cho người giúp bạn tìm lỗi. Dưới đây là toàn bộ nội dung của gói; gói không có số liệu hay "
    "lời văn của báo cáo. Hãy đọc trước khi đưa cho ai."
)


class DiagnosticsDialog(QDialog):
    """The texts of the package, and the button that writes it."""

    def __init__(self, contents: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Gói chẩn đoán")
        give_help_key(self, "lam-gi-khi#gói-chẩn-đoán")
        open_at(self, 720, 480)
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        self.text = QPlainTextEdit("\n\n".join(f"=== {name}\n{text}" for name, text in contents.items()))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Nội dung gói chẩn đoán")
        buttons = QDialogButtonBox()
        buttons.addButton("Ghi gói ra tệp…", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Không ghi", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)


def ask_target(parent: QWidget) -> Path | None:
    """Where the package goes; None when nowhere."""
    return ask_where(parent, "Ghi gói chẩn đoán", "bao-cao-cchc-chan-doan.zip", "Tệp nén (*.zip)")
