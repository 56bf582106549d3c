"""The places that a search has found, as a list; to be looked over, ticks for those that will be replaced."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop_app.reports.session import Session
from desktop_app.searching.hits import Hit, around, place_name
from desktop_app.searching.replacing import refusal
from desktop_app.ui.qt_types import AnyIndex

Role = Qt.ItemDataRole
PARTS = int(Role.UserRole)
"""What the painter of a line asks for: its Parts."""


class Parts(NamedTuple):
    """One hit as it is shown: its place, what speaks against it, the words around, and the new ones."""

    place: str
    refused: str
    doubt: str
    before: str
    found: str
    after: str
    new: str | None


class HitsModel(QAbstractTableModel):
    """Words are read when a line is painted, so a hundred thousand hits cost their number alone."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.hits: list[Hit] = []
        self._new: str | None = None
        self._left_out: set[int] = set()

    def clear(self) -> None:
        """Nothing found, nothing to be replaced."""
        self.beginResetModel()
        self.hits = []
        self._new = None
        self._left_out = set()
        self.endResetModel()

    def add(self, hits: Sequence[Hit]) -> None:
        """More hits, behind the others."""
        if hits:
            self.beginInsertRows(QModelIndex(), len(self.hits), len(self.hits) + len(hits) - 1)
            self.hits += hits
            self.endInsertRows()

    @property
    def reviewing(self) -> bool:
        """Whether the lines show what would be replaced."""
        return self._new is not None

    def review(self, new: str | None, left_out: Collection[Hit] = ()) -> None:
        """Show what each place would become, ticked but where it is left out or refuses; None: no longer."""
        self.beginResetModel()
        self._new = new
        filled = self._session.filled
        self._left_out = {
            n for n, hit in enumerate(self.hits)
            if new is not None and (hit in left_out or refusal(filled, hit))
        }  # fmt: skip
        self.endResetModel()

    def ticked(self) -> list[Hit]:
        """The places to be replaced."""
        return [hit for n, hit in enumerate(self.hits) if n not in self._left_out]

    def toggle(self, row: int) -> None:
        """Tick the place or leave it out; one that refuses stays left out."""
        if self.reviewing and not refusal(self._session.filled, self.hits[row]):
            self._left_out ^= {row}
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One row for each hit."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One column."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """The parts of a line, the same as words for a screen reader, and the tick."""
        if role == PARTS:
            return self._parts(index.row())
        if role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return _spoken(self._parts(index.row()))
        if role == Role.CheckStateRole and self.reviewing:
            left_out = index.row() in self._left_out
            return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
        return None

    def _parts(self, row: int) -> Parts:
        filled, hit = self._session.filled, self.hits[row]
        refused = refusal(filled, hit) if self.reviewing else ""
        new = None if refused else self._new
        return Parts(place_name(filled, hit), refused, hit.doubt, *around(filled, hit), new)


def _spoken(parts: Parts) -> str:
    remark = parts.refused or (f"có thể đúng: {parts.doubt}" if parts.doubt else "")
    place = f"{parts.place} ({remark})" if remark else parts.place
    new = f" → «{parts.new}»" if parts.new is not None else ""
    return f"{place}: {parts.before}«{parts.found}»{new}{parts.after}"
