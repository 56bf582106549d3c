"""Ask how a new form is called."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.widgets.plain_label import PlainLabel

WIDTH = 460


class NameFormDialog(QDialog):
    """One line; nothing is made without a name."""

    def __init__(self, title: str, about: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        give_help_key(self, "mau-bao-cao")
        told = PlainLabel(about)
        told.setWordWrap(True)
        told.setProperty("quiet", True)
        self.line = QLineEdit(name)
        self.line.setAccessibleName("Tên mẫu")
        self.line.setMinimumWidth(WIDTH)
        self.line.selectAll()
        buttons = QDialogButtonBox()
        self._make = buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        self._make.setDefault(True)
        buttons.addButton("Thôi", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(lambda text: self._make.setEnabled(bool(text.strip())))
        self._make.setEnabled(bool(name.strip()))
        layout = QVBoxLayout(self)
        for part in (told, self.line, buttons):
            layout.addWidget(part)
        self.line.setFocus()


def ask_name(title: str, about: str, name: str, parent: QWidget) -> str:
    """The name; "" for none."""
    dialog = NameFormDialog(title, about, name, parent)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    wanted = " ".join(dialog.line.text().split())
    dialog.deleteLater()
    return wanted if done else ""
