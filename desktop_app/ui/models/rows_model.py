"""A table that is only read: heads, and a tuple of texts for each row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt

from desktop_app.ui.qt_types import AnyIndex

Role = Qt.ItemDataRole


class RowsModel(QAbstractTableModel):
    """Nothing is made per row, so a thousand cost nothing; subclasses say `heads`, `count` and `cells`."""

    heads: tuple[str, ...] = ()

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def cells(self, row: int) -> tuple[str, ...]:
        """The texts of a row, one for each head."""
        raise NotImplementedError

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """The rows."""
        return 0 if parent is not None and parent.isValid() else self.count()

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One column for each head."""
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        """The heads."""
        return self.heads[section] if way == Qt.Orientation.Horizontal and role == Role.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """The text of a cell; a screen reader gets the whole row."""
        if role == Role.DisplayRole:
            return self.cells(index.row())[index.column()]
        if role == Role.AccessibleTextRole:
            return ", ".join(self.cells(index.row()))
        return None
