"""A table that is only read: heads, and a tuple of texts for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop_app.ui.qt_types import AnyIndex

Role = Qt.ItemDataRole
R = TypeVar("R")


class RowsModel(QAbstractTableModel, Generic[R]):
    """Each row stands for one of `rows`; nothing is made per row. Subclasses say `heads` and `cells`."""

    heads: tuple[str, ...] = ()
    centred: frozenset[int] = frozenset()
    """Columns of counts and sizes; a head stands over its column as the texts do."""

    def __init__(self, rows: Sequence[R] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows

    def show(self, rows: Sequence[R]) -> None:
        """Exchange all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def at(self, row: int) -> R | None:
        """What the row stands for; None where there is no such row."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def cells(self, row: int) -> tuple[str, ...]:
        """The texts of a row, one for each head."""
        raise NotImplementedError

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """The rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One column for each head."""
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        """The heads."""
        if way != Qt.Orientation.Horizontal:
            return None
        return self._alignment(section) if role == Role.TextAlignmentRole else self._head(section, role)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """The text of a cell; a screen reader gets the whole row."""
        if role == Role.DisplayRole:
            return self.cells(index.row())[index.column()]
        if role == Role.AccessibleTextRole:
            return ", ".join(self.cells(index.row()))
        return self._alignment(index.column()) if role == Role.TextAlignmentRole else None

    def _head(self, section: int, role: int) -> str | None:
        return self.heads[section] if role == Role.DisplayRole else None

    def _alignment(self, column: int) -> int:
        across = Qt.AlignmentFlag.AlignHCenter if column in self.centred else Qt.AlignmentFlag.AlignLeft
        return int(across | Qt.AlignmentFlag.AlignVCenter)


class TextsModel(RowsModel[tuple[str, ...]]):
    """Rows that are texts already."""

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        return self.rows[row]
