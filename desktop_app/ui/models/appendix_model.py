"""The rows of one appendix as a table: number, label and unit fixed, value and note editable."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QFont

from desktop_app.base import known_keys
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.forms.values import is_numeric
from desktop_app.reports.session import Changes
from desktop_app.ui import theme
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.session_bridge import SessionBridge

Role = Qt.ItemDataRole
LONG = 40
"""Letters beyond which a value is read as words, from the left."""


_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OPEN = _FIXED | Qt.ItemFlag.ItemIsEditable
_LEFT, _CENTRE, _RIGHT = (
    int(across | Qt.AlignmentFlag.AlignVCenter)
    for across in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
)
"""Made once: a table asks for them some fifty times at each key, and Python joins flags slowly."""


class Column(IntEnum):
    """The columns in their order."""

    NUMBER = 0
    LABEL = 1
    UNIT = 2
    VALUE = 3
    BEFORE = 4
    NOTE = 5


class AppendixModel(QAbstractTableModel):
    """Reads the session, edits through the bridge, and repaints only rows that changed."""

    def __init__(
        self, bridge: SessionBridge, appendix: Appendix, before: dict[str, str],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.bridge, self.session = bridge, bridge.session
        self.appendix, self.rows = appendix, appendix.indicators
        self._before = before
        self._place = {row.key: place for place, row in enumerate(self.rows)}
        self._bold = QFont()
        self._bold.setBold(True)
        self._italic = QFont()
        self._italic.setItalic(True)
        self.heads = (
            appendix.head.number_head, appendix.head.label_head, "Đơn vị", "Kỳ này", "Kỳ trước",
            appendix.head.note_head,
        )  # fmt: skip

    # -- what Qt asks --

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One row for each indicator."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """The columns of Column."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        """The heads of the form; of several lines the first, and all of them in the tool tip."""
        if way != Qt.Orientation.Horizontal or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        head = self.heads[section]
        return head if role == Role.ToolTipRole else head.split("\n")[0]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Values and notes can be edited, except in headings and rows of other agencies."""
        return _OPEN if self.key_at(index) else _FIXED

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """Texts, faces, colours and spoken words of a cell."""
        row, column = self.rows[index.row()], index.column()
        if role == Role.DisplayRole:
            return self._shown(row, column)
        if role == Role.EditRole:
            return self.session.filled.text(self.key_at(index)) if self.key_at(index) else ""
        if role == Role.TextAlignmentRole:
            return self._alignment(row, column)
        if role == Role.FontRole:
            return self._font(row, column)
        if role == Role.ForegroundRole:
            return self._colour(row, column)
        if role == Role.BackgroundRole:
            return self._fill(row, column)
        if role == Role.AccessibleTextRole:
            return f"{row.label}: {self._shown(row, column) or 'trống'}"
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Role.EditRole) -> bool:  # noqa: N802
        """Accept a text for a cell; whatever was typed is kept."""
        key = self.key_at(index)
        if not key or role != Role.EditRole:
            return False
        if str(value) != self.session.filled.text(key):
            self.bridge.edit(key, str(value))
        elif self.session.unsaved:
            self.bridge.settle()
        return True

    # -- what the page asks --

    def key_at(self, index: AnyIndex) -> str:
        """The key that is edited in a cell; "" where nothing can be entered."""
        row = self.rows[index.row()]
        if row.kind == "heading" or index.column() not in (Column.VALUE, Column.NOTE):
            return ""
        key = row.key if index.column() == Column.VALUE else known_keys.note_of(row.key)
        closed = self.session.filled.out_of_scope(row.key) and not self.session.filled.text(key)
        return "" if closed else key

    def depth(self, index: AnyIndex) -> int:
        """How many steps the text of a cell is moved in: that of a label stands below its row."""
        if index.column() != Column.LABEL:
            return 0
        row = self.rows[index.row()]
        return row.key.count(".") - 1 if row.number else 2

    def index_of(self, key: str) -> QModelIndex:
        """The cell of a key or note.<key>; an invalid index for keys of other tabs."""
        row = self._place.get(known_keys.row_of(key), -1)
        column = Column.NOTE if known_keys.is_note(key) else Column.VALUE
        return self.index(row, column) if row >= 0 else QModelIndex()

    def refresh(self, changes: Changes) -> None:
        """Repaint the cells of the keys that changed, and no others: painting is what a keystroke costs."""
        if known_keys.AGENCY_KIND in changes.keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))
            return
        for key in changes.keys:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)

    # -- inside --

    def _shown(self, row: Indicator, column: int) -> str:
        if column == Column.NUMBER:
            return row.number
        if column == Column.LABEL:
            return f"{row.label} ({row.remark})" if row.remark else row.label
        if column == Column.UNIT:
            return row.unit or "\n".join(f"{c.word} = {c.code}" for c in row.choices)
        if column == Column.VALUE:
            return self._value(row)
        if column == Column.BEFORE:
            return self._before.get(row.key, "")
        return self.session.filled.text(known_keys.note_of(row.key)) or row.note

    def _value(self, row: Indicator) -> str:
        """The value with its signs: overruled ✎, error ●, warning ▲."""
        if row.kind == "heading":
            return ""
        shown = self.session.filled.shown(row.key)
        if row.kind == "choice" and (value := self.session.filled.result.value(row.key)).number is not None:
            word = next((c.word for c in row.choices if c.code == value.number), "")
            shown = f"{shown} ({word})" if word else shown
        overruled = " ✎" if self.session.filled.is_overruled(row.key) else ""
        level = self.bridge.findings.level(row.key)
        sign = f" {SIGNS[level]}" if level else ""
        return f"{shown}{overruled}{sign}".strip()

    def _alignment(self, row: Indicator, column: int) -> int:
        if column == Column.UNIT:
            return _CENTRE
        long = column == Column.VALUE and len(self.session.filled.text(row.key)) > LONG
        if column in (Column.VALUE, Column.BEFORE) and is_numeric(row.kind) and not long:
            return _RIGHT
        return _LEFT

    def _font(self, row: Indicator, column: int) -> QFont | None:
        if row.kind == "heading" and column <= Column.LABEL:
            return self._bold
        if column == Column.VALUE and not self.session.filled.text(row.key):
            return self._italic  # computed by the form
        return None

    def _colour(self, row: Indicator, column: int) -> QBrush | None:
        if self.session.filled.out_of_scope(row.key):
            return QBrush(theme.FAINT)
        if column == Column.VALUE and (level := self.bridge.findings.level(row.key)):
            return QBrush(theme.LEVEL_COLOURS[level])
        if column in (Column.UNIT, Column.BEFORE):
            return QBrush(theme.QUIET)
        return None

    def _fill(self, row: Indicator, column: int) -> QBrush | None:
        if self.session.filled.out_of_scope(row.key):
            return QBrush(theme.OUT_OF_SCOPE_FILL)
        if row.kind == "heading":
            return QBrush(theme.HEADING_FILL)
        if column == Column.VALUE:
            fill = theme.LEVEL_FILLS.get(self.bridge.findings.level(row.key))
            return QBrush(fill) if fill else None
        return None
