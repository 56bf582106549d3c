"""A line to type words into while the arrows choose in the table below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchLine(QLineEdit):
    """Keeps the focus; the keys that lead from row to row go to `table`.

    Signal: moved whenever such a key was passed on.
    """

    moved = Signal()

    def __init__(self, name: str, hint: str) -> None:
        """name: what a screen reader calls it; hint: what stands in it while it is empty."""
        super().__init__()
        self.table: QTableView | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows lead through the table, all else is typed."""
        if self.table and event.key() in _ARROWS:
            QApplication.sendEvent(self.table, event)
            self.moved.emit()
        else:
            super().keyPressEvent(event)
