"""What differs between a report and its edited Word file, as rows that are taken or left."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.ui.models.rows_model import Role, RowsModel
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.word_import.comparison import WordDifference

NOTHING_THERE = "(trống)"
MOST_SHOWN = 300
TAKE = 0


class DifferencesModel(RowsModel[WordDifference]):
    """One row for each difference, with a box to tick; `taken`: the rows that are ticked."""

    heads = ("Lấy", "Chỗ", "Trong báo cáo", "Trong tệp")

    def __init__(self, differences: list[WordDifference]) -> None:
        super().__init__(differences)
        self.taken: set[int] = set()

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        one = self.rows[row]
        texts = (" ".join(text.split())[:MOST_SHOWN] or NOTHING_THERE for text in (one.ours, one.theirs))
        return "✓" if row in self.taken else "", one.name, *texts

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """A tick in the first column, read aloud as what it says."""
        if index.column() == TAKE and role == Role.CheckStateRole:
            ticked = index.row() in self.taken
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if index.column() == TAKE and role == Role.DisplayRole:
            return ""
        return super().data(index, role)

    def toggle(self, rows: list[int]) -> None:
        """Tick the rows, or untick them where all are ticked."""
        ticked = set(rows) <= self.taken
        self.taken = self.taken - set(rows) if ticked else self.taken | set(rows)
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(self.heads) - 1))

    def chosen(self) -> list[WordDifference]:
        """The differences that are ticked."""
        return [self.rows[row] for row in sorted(self.taken)]
