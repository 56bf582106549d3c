"""A table that is only read: heads, and a tuple of texts for each row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt

from desktop_app.ui.qt_types import AnyIndex

Role = Qt.ItemDataRole


class RowsModel(QAbstractTableModel):
    """Nothing is made per row, so a thousand cost nothing; subclasses say `heads`, `count` and `cells`."""

    heads: tuple[str, ...] = ()
    centred: frozenset[int] = frozenset()
    """Columns of counts and sizes; a head stands over its column as the texts do."""

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
