"""What is wrong with the form, at the foot of the editor: each leads to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.form_editing.form_session import PlacedFault
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.form_editor.form_tree import Place
from desktop_app.ui.models.rows_model import Role, RowsModel
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.theme import LEVEL_COLOURS
from desktop_app.ui.widgets.row_table import ROW_HEIGHT, RowTable

MOST_SHOWN = 500
MOST_SEEN, MOST_FITTED, MOST_HIGH = 3, 60, 44
RIM = 4


class FaultsModel(RowsModel[PlacedFault]):
    """One row for each."""

    heads = ("Ở đâu", "Cần xem lại")

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent=parent)
        self.name_of: Callable[[Place], str] = lambda place: ""

    def show(self, rows: Sequence[PlacedFault]) -> None:
        """The first of these instead."""
        super().show(rows[:MOST_SHOWN])

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        one = self.rows[row]
        return f"{SIGNS[one.level]} {self.name_of(one.place)}", one.sentence

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """The sign in the colour of its level; the whole sentence as a tip."""
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return LEVEL_COLOURS[self.rows[index.row()].level]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.rows[index.row()].sentence
        return super().data(index, role)


class FaultsList(QWidget):
    """`wanted` says the place to go to."""

    guide_place = "soan-mau#lỗi-của-mẫu"
    wanted = Signal(tuple)

    def __init__(self, name_of: Callable[[Place], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self._head.setProperty("heading", True)
        self.model = FaultsModel(self)
        self.model.name_of = name_of
        self.table = RowTable(self.model, "Lỗi của mẫu", 1, {0: 260}, self)
        self.table.activated.connect(self._go)
        self.table.clicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 4)
        layout.setSpacing(2)
        layout.addWidget(self._head)
        layout.addWidget(self.table, 1)
        self.table.horizontalHeader().hide()
        self.table.setWordWrap(True)
        self.table.verticalHeader().setMinimumSectionSize(ROW_HEIGHT - RIM)
        self.table.verticalHeader().setMaximumSectionSize(MOST_HIGH)

    def show_faults(self, faults: Sequence[PlacedFault]) -> None:
        """What is wrong now; nothing but a line where nothing is."""
        if faults != self.model.rows:
            row = self.table.currentIndex().row()
            self.model.show(faults)
            if faults:
                self.table.selectRow(min(max(0, row), len(self.model.rows) - 1))
        count = len(faults)
        self._head.setText(
            f"Cần xem lại: {count} chỗ (F8 để đến từng chỗ)" if count else "○ Mẫu không có lỗi."
        )
        self.table.setVisible(bool(count))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Long sentences take the lines that they need."""
        super().resizeEvent(event)
        self._fit()

    def step(self, step: int) -> None:
        """Go to the next one, round again at the end."""
        if count := len(self.model.rows):
            now = self.table.currentIndex()
            row = (now.row() + step) % count if self._was_shown else max(0, now.row())
            self.table.selectRow(row)
            self._go(self.table.currentIndex())

    _was_shown = False

    def _fit(self) -> None:
        """As high as the first few."""
        seen = min(len(self.model.rows), MOST_SEEN)
        for row in range(min(len(self.model.rows), MOST_FITTED)):
            self.table.resizeRowToContents(row)
        self.table.setFixedHeight(sum(self.table.rowHeight(row) for row in range(seen)) + RIM)

    def _go(self, index: QModelIndex) -> None:
        if fault := self.model.at(index.row()):
            self._was_shown = True
            self.wanted.emit(fault.place)
