"""All tabs of the open report in one list: letters narrow it, Enter goes there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop_app.base.text import without_marks
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.widgets.row_table import RowTable
from desktop_app.ui.widgets.search_line import SearchLine


class TabRow(NamedTuple):
    """One tab: its short name, what it is and how far, what was found there."""

    tab: str
    name: str
    line: str
    found: str


class TabsModel(RowsModel[TabRow]):
    """Those whose words hold the letters that were typed, with or without marks."""

    heads = ("Thẻ", "Nội dung", "Lỗi, cảnh báo")

    def __init__(self, rows: list[TabRow], parent: QObject) -> None:
        super().__init__(rows, parent)
        self._all = rows

    def narrow(self, words: str) -> None:
        """Show those that hold all of these words."""
        wanted = without_marks(words).split()
        self.show([row for row in self._all if all(word in _letters(row) for word in wanted)])

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
        self.words = SearchLine("Tên thẻ", "Gõ vài chữ của tên thẻ hoặc tên bảng")
        self.table = RowTable(self.model, "Các thẻ của báo cáo", 1, {0: 130, 2: 120}, self)
        self.words.table = self.table
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
        chosen = self.model.at(self.table.currentIndex().row())
        return chosen.tab if chosen else ""

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        self.table.selectRow(0)


def _letters(row: TabRow) -> str:
    return without_marks(f"{row.name} {row.line}")
