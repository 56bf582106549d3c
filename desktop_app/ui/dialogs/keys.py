"""All shortcuts in one table: where, which key, what it does."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import TextsModel
from desktop_app.ui.shortcuts import shortcuts
from desktop_app.ui.widgets.row_table import RowTable


class KeysModel(TextsModel):
    """One row for each shortcut."""

    heads = ("Ở đâu", "Phím", "Làm gì")


class KeysDialog(QDialog):
    """Read and closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phím tắt")
        give_help_key(self, "bang-phim")
        open_at(self, 760, 520)
        table = RowTable(
            KeysModel([tuple(one) for one in shortcuts()], self), "Phím tắt", 2, {0: 180, 1: 190}, self
        )
        table.selectRow(0)
        buttons = QDialogButtonBox()
        buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
