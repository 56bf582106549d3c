"""The parts of the search bar that have keys of their own: a line of words, the list of hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QWidget

from desktop_app.ui.models.hits_model import HitsModel
from desktop_app.ui.widgets.hit_delegate import HitDelegate, line_height
from desktop_app.ui.widgets.report_keys import is_report_key

MOST_LETTERS = 500
Key, Modifier = Qt.Key, Qt.KeyboardModifier
_ENTER = (Key.Key_Return, Key.Key_Enter)


class WordsLine(QLineEdit):
    """One line; Enter, Shift+Enter and Ctrl+Enter are told apart, Down goes to the list."""

    returned = Signal(int)  # 1, or -1 with Shift
    entered = Signal()
    went_down = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(MOST_LETTERS)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the report: what was replaced is taken back from here too."""
        if is_report_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of a bar first."""
        if event.key() in _ENTER and event.modifiers() & Modifier.ControlModifier:
            self.entered.emit()
        elif event.key() in _ENTER:
            self.returned.emit(-1 if event.modifiers() & Modifier.ShiftModifier else 1)
        elif event.key() == Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class HitList(QTableView):
    """One column; arrows show a place, Enter goes into it, Space ticks it while it is looked over.

    A table, since a QListView lays out all its rows whenever some come.
    """

    chosen = Signal(int)
    went_in = Signal()

    def __init__(self, model: HitsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits = model
        self.setModel(model)
        self.setAccessibleName("Các chỗ tìm thấy")
        self.setItemDelegate(HitDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(line_height(self.fontMetrics()))
        self.clicked.connect(self._click)
        self.doubleClicked.connect(lambda _: self.went_in.emit())

    def choose(self, row: int) -> None:
        """Show this line as the current one."""
        self.setCurrentIndex(self._hits.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter, Space and the arrows; any other key as in every list."""
        row = self.currentIndex().row()
        if event.key() in _ENTER and row >= 0:
            self.went_in.emit()
        elif event.key() == Key.Key_Space and row >= 0:
            self._hits.toggle(row)
        else:
            super().keyPressEvent(event)
            if self.currentIndex().row() != row:
                self.chosen.emit(self.currentIndex().row())

    def _click(self, index: QModelIndex) -> None:
        """A click shows the place; on the box it ticks."""
        if self._hits.reviewing:
            self._hits.toggle(index.row())
        self.chosen.emit(index.row())
