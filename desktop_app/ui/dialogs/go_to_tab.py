"""All tabs of the open report in one list: letters narrow it, Enter goes there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.base.text import without_marks
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.widgets.row_table import RowTable

_ALONG = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class TabRow(NamedTuple):
    """One tab: its short name, what it is and how far, what was found there."""

    tab: str
    name: str
    line: str
    found: str


class TabsModel(RowsModel):
    """Those whose words hold the letters that were typed, with or without marks."""

    heads = ("Thẻ", "Nội dung", "Lỗi, cảnh báo")

    def __init__(self, rows: list[TabRow], parent: QObject) -> None:
        super().__init__(parent)
        self._all = self.rows = rows

    def narrow(self, words: str) -> None:
        """Show those that hold all of these words."""
        wanted = without_marks(words).split()
        self.beginResetModel()
        self.rows = [row for row in self._all if all(word in _letters(row) for word in wanted)]
        self.endResetModel()

    def count(self) -> int:
        """One row for each tab."""
        return len(self.rows)

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        return self.rows[row][1:]


class GoToTabDialog(QDialog):
    """The line has the focus; arrows move in the list all the same."""

    def __init__(self, rows: list[TabRow], current: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đi đến thẻ")
        give_help_key(self, "bang-phim")
        open_at(self, 640, 460)
        self.model = TabsModel(rows, self)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Gõ vài chữ của tên thẻ hoặc tên bảng")
        self.words.setAccessibleName("Tên thẻ")
        self.words.installEventFilter(self)
        self.table = RowTable(self.model, "Các thẻ của báo cáo", 1, {0: 130, 2: 120}, self)
        self.table.activated.connect(self.accept)
        buttons = QDialogButtonBox()
        buttons.addButton("Đến thẻ này", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.words, self.table, buttons):
            layout.addWidget(part)
        self.table.selectRow(next((n for n, row in enumerate(rows) if row.tab == current), 0))
        self.words.textChanged.connect(self._narrow)
        self.words.setFocus()

    def chosen(self) -> str:
        """The tab of the chosen row; "" while none is left."""
        row = self.table.currentIndex().row()
        return self.model.rows[row].tab if 0 <= row < len(self.model.rows) else ""

    def eventFilter(self, field: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows typed in the line go to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ALONG:
            QApplication.sendEvent(self.table, event)
            return True
        return super().eventFilter(field, event)

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        self.table.selectRow(0)


def _letters(row: TabRow) -> str:
    return without_marks(f"{row.name} {row.line}")
