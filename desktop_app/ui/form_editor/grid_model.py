"""Records of a form as a table that is edited in place; only what changed is shown anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.form_editor.place_words import read_places, shown_places
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.theme import LEVEL_COLOURS, QUIET

Role = Qt.ItemDataRole
Options = tuple[tuple[str, str], ...]


class GridColumn(NamedTuple):
    """One column: its head, what it shows of a record, and how it is typed.

    width: in pixels, 0 takes the room that is left. options: values and words of a closed list.
    fixed: is shown and never typed. wraps: may hold several lines.
    """

    name: str
    head: str
    width: int
    read: Callable[[Any], str]
    options: Options = ()
    fixed: bool = False
    wraps: bool = False


class Sign(NamedTuple):
    """The worst that is wrong with a record."""

    level: str
    sentence: str


class GridModel(QAbstractTableModel):
    """`typed` says row, name of the column and text; whoever hears it changes the form."""

    typed = Signal(int, str, str)

    def __init__(self, columns: Sequence[GridColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.records: tuple[Any, ...] = ()
        self.is_closed = False
        self._signs: Mapping[str, Sign] = {}
        self._key_of: Callable[[Any], str] = lambda record: str(record.key)

    def call_by(self, key_of: Callable[[Any], str]) -> None:
        """How a record is called, where it has no key of its own."""
        self._key_of = key_of

    def key_at(self, row: int) -> str:
        """The key of a row; "" for none."""
        return self._key_of(self.records[row]) if 0 <= row < len(self.records) else ""

    def row_of(self, key: str) -> int:
        """Where a record stands; -1 for nowhere."""
        return next((n for n, record in enumerate(self.records) if self._key_of(record) == key), -1)

    def show(self, records: Sequence[Any], signs: Mapping[str, Sign]) -> None:
        """Other records, most of them the same as before."""
        new, old = tuple(records), self.records
        if new is not old:
            self._exchange(old, new)
        if signs != self._signs:
            touched = self._signs.keys() | signs.keys()
            self._signs = dict(signs)
            self._repaint([self.row_of(key) for key in touched])

    def repaint_all(self) -> None:
        """Everything may read otherwise now."""
        self._repaint([0, len(self.records) - 1])

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One row for each record."""
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """The columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        """The heads."""
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self.columns[section].head
        return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) if role == _ALIGN else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """What can be typed."""
        flags = super().flags(index)
        if self.is_closed or not index.isValid() or self.columns[index.column()].fixed:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """The texts; the first column has the sign of what is wrong with the row."""
        if not index.isValid():
            return None
        record, column = self.records[index.row()], self.columns[index.column()]
        if role == Role.EditRole:
            return shown_places(column.read(record))
        sign = self._signs.get(self._key_of(record))
        if role == Role.DisplayRole:
            text = _in_words(column, column.read(record))
            return f"{SIGNS[sign.level]} {text}" if sign and index.column() == 0 else text
        if role == Role.ToolTipRole:
            return sign.sentence if sign else None
        if role == Role.ForegroundRole:
            if sign and index.column() == 0:
                return LEVEL_COLOURS[sign.level]
            return QUIET if column.fixed else None
        if role == Role.AccessibleTextRole:
            told = f"{column.head}: {_in_words(column, column.read(record))}"
            return f"{told}. {sign.sentence}" if sign else told
        return _TOP if role == _ALIGN else None

    def setData(self, index: AnyIndex, value: object, role: int = Role.EditRole) -> bool:  # noqa: N802
        """Hand over what was typed."""
        column = self.columns[index.column()]
        text = read_places(str(value or "").strip())
        if role != Role.EditRole or text == column.read(self.records[index.row()]):
            return False
        self.typed.emit(index.row(), column.name, text)
        return True

    # -- inside --

    def _exchange(self, old: tuple[Any, ...], new: tuple[Any, ...]) -> None:
        """The rows between what is the same above and below."""
        least = min(len(old), len(new))
        above = next((n for n in range(least) if old[n] is not new[n]), least)
        if above == len(old) == len(new):
            self.records = new
            return
        below = next((n for n in range(least - above) if old[-1 - n] is not new[-1 - n]), least - above)
        gone, come = len(old) - above - below, len(new) - above - below
        both = min(gone, come)
        if gone > both:
            self.beginRemoveRows(QModelIndex(), above + both, above + gone - 1)
            self.records = (*new[: above + both], *new[len(new) - below :])
            self.endRemoveRows()
        elif come > both:
            self.beginInsertRows(QModelIndex(), above + both, above + come - 1)
            self.records = new
            self.endInsertRows()
        self.records = new
        if both:
            self.dataChanged.emit(self.index(above, 0), self.index(above + both - 1, len(self.columns) - 1))

    def _repaint(self, rows: Sequence[int]) -> None:
        there = [row for row in rows if row >= 0]
        if there:
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(min(there), 0), self.index(max(there), last))


_ALIGN = Role.TextAlignmentRole
_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _in_words(column: GridColumn, value: str) -> str:
    """The word of a value that is chosen from a list, the places of a text in words."""
    if column.options:
        return next((words for one, words in column.options if one == value), value)
    return shown_places(value)
