"""The rows of one appendix as a table: words of the form fixed, all that is entered editable."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QFont

from desktop_app.base import known_keys
from desktop_app.forms.columns import GROUP, cell_key
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.forms.values import is_numeric
from desktop_app.reports.filled_report import words_of
from desktop_app.reports.session import Changes
from desktop_app.ui import theme
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.models.row_layout import Span, depth_of, row_spans
from desktop_app.ui.models.shown_columns import PREVIOUS, shown_columns
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.session_bridge import SessionBridge

Role = Qt.ItemDataRole
LONG = 40
"""Letters beyond which a value is read as words, from the left."""
MANY = 60
"""Changed cells from which all are painted anew, which is quicker than each."""


_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OPEN = _FIXED | Qt.ItemFlag.ItemIsEditable
_LEFT, _CENTRE, _RIGHT = (
    int(across | Qt.AlignmentFlag.AlignVCenter)
    for across in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
)
"""Made once: a table asks for them some fifty times at each key, and Python joins flags slowly."""


class AppendixModel(QAbstractTableModel):
    """Reads the session, edits through the bridge, and repaints only rows that changed."""

    def __init__(
        self, bridge: SessionBridge, appendix: Appendix, before: dict[str, str],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.bridge, self.session = bridge, bridge.session
        self.appendix = appendix
        self.rows: Sequence[Indicator] = appendix.indicators
        self.columns = shown_columns(appendix, words_of(self.session.filled))
        self._before = before
        self._keys: frozenset[str] | None = None
        self._rows_of = {row.key: place for place, row in enumerate(self.rows)}
        self._columns_of = {each.source.key: n for n, each in enumerate(self.columns) if each.source}
        self._starts = {span.row: span.column for span in self.spans() if span.columns > 1}
        self._bold = QFont()
        self._bold.setBold(True)
        self._italic = QFont()
        self._italic.setItalic(True)

    # -- what Qt asks --

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One row for each indicator."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """The columns that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        """The heads of the form; of several lines the first, and all of them in the tool tip."""
        if way != Qt.Orientation.Horizontal or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        column = self.columns[section]
        if role == Role.ToolTipRole:
            return column.words
        return column.title if self.appendix.columns else column.title.split("\n")[0]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """What is entered can be edited, except in headings and rows of other agencies."""
        return _OPEN if self.key_at(index) else _FIXED

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """Texts, faces, colours and spoken words of a cell."""
        row, column = self.rows[index.row()], index.column()
        if role == Role.DisplayRole:
            return self._shown(row, column, index.row())
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
            return f"{self._spoken(row, column)}: {self._shown(row, column, index.row()) or 'trống'}"
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
        return self.open_key(self.rows[index.row()], index.column())

    def open_key(self, row: Indicator, column: int) -> str:
        """The same by row and column; a row of another agency is closed unless something stands there."""
        key = self._key(row, column)
        closed = key and self.reason_closed(row) and not self.session.filled.text(key)
        return "" if closed else key

    def row_at(self, place: int) -> Indicator | None:
        """The row at this place, shown or still to be added; None where there is none."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def cell_at(self, index: AnyIndex) -> Indicator | None:
        """Kind and answers of the value that is entered in a cell; None for notes and fixed cells."""
        return self.session.filled.plan.indicators.get(self._key(self.rows[index.row()], index.column()))

    def reason_closed(self, row: Indicator) -> str:
        """Why this agency does not report the row; "" when it does."""
        return self.session.filled.out_of_scope(row.key)

    def place(self, of: str) -> int:
        """Where the first column of this source stands; -1 without one."""
        return next((n for n, column in enumerate(self.columns) if column.of == of), -1)

    def depth(self, index: AnyIndex) -> int:
        """How many steps the text of a cell is moved in: that of a label stands below its row."""
        starts = self._starts.get(index.row(), -1) == index.column()
        if self.columns[index.column()].of != "label" and not starts:
            return 0
        return depth_of(self.rows[index.row()], self.appendix.head.key)

    def index_of(self, key: str) -> QModelIndex:
        """The cell of a key or note.<key>; an invalid index for keys of other tabs."""
        column = self.place("note" if known_keys.is_note(key) else "figure")
        row = self._row_of(known_keys.row_of(key))
        if row < 0:
            of_row, _, name = key.rpartition(".")
            row, column = self._row_of(of_row), self._columns_of.get(name, -1)
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def spans(self) -> list[Span]:
        """The cells that take more than their place: headings across, words over several rows."""
        return row_spans(self.rows, self.columns)

    def refresh(self, changes: Changes) -> None:
        """Repaint the cells of the keys that changed, and no others: painting is what a keystroke costs."""
        if known_keys.AGENCY_KIND in changes.keys:
            self.repaint_all()
            return
        changed = self._mine(changes.keys)
        if len(changed) > MANY:
            self.repaint_all()
            return
        for key in changed:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def repaint_all(self) -> None:
        """Repaint every cell."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    # -- inside --

    def _mine(self, keys: frozenset[str]) -> frozenset[str]:
        """Those of the keys that are entered here."""
        if self._keys is None:
            places = ((row, n) for row in self.rows for n, _ in enumerate(self.columns))
            self._keys = frozenset(key for row, n in places if (key := self._key(row, n)))
        return keys & self._keys

    def _key(self, row: Indicator, column: int) -> str:
        """The key of what is entered in the column of a row, whether it is open or not."""
        source = self.columns[column].source
        return cell_key(row, source) if source else ""

    def _row_of(self, key: str) -> int:
        """Where the row of this key stands; -1 for none."""
        return self._rows_of.get(key, -1)

    def _shown(self, row: Indicator, column: int, place: int) -> str:
        of = self.columns[column].of
        if of == "label" or self._starts.get(place, -1) == column:
            return f"{row.label} ({row.remark})" if row.remark else row.label
        if of == "number":
            return row.number
        if of == "unit":
            return row.unit or "\n".join(f"{c.word} = {c.code}" for c in row.choices)
        if of == GROUP:
            return row.group
        if of == PREVIOUS:
            return self._before.get(row.key, "")
        if of == "note":
            return self.session.filled.text(known_keys.note_of(row.key)) or row.note
        return self._value(self._key(row, column))

    def _value(self, key: str) -> str:
        """The value with its signs: overruled ✎, error ●, warning ▲."""
        if not key:
            return ""
        filled = self.session.filled
        cell, shown = filled.plan.indicators[key], filled.shown(key)
        if cell.kind == "choice" and (value := filled.result.value(key)).number is not None:
            word = next((c.word for c in cell.choices if c.code == value.number), "")
            shown = f"{shown} ({word})" if word else shown
        overruled = " ✎" if filled.is_overruled(key) else ""
        level = self.bridge.findings.level(key)
        sign = f" {SIGNS[level]}" if level else ""
        return f"{shown}{overruled}{sign}".strip()

    def _spoken(self, row: Indicator, column: int) -> str:
        """What a cell is, for the screen reader."""
        return f"{row.label}, {self.columns[column].words}" if self.appendix.columns else row.label

    def _alignment(self, row: Indicator, column: int) -> int:
        of = self.columns[column].of
        if row.across and (of != "number" or not row.number):
            return _LEFT
        if of == "unit" or (self.appendix.columns and of == "number"):
            return _CENTRE
        if of == PREVIOUS:
            return _RIGHT if is_numeric(row.kind) else _LEFT
        if of == "note" or not (key := self._key(row, column)):
            return _LEFT
        long = len(self.session.filled.text(key)) > LONG
        return _RIGHT if is_numeric(self.session.filled.plan.kind(key)) and not long else _LEFT

    def _font(self, row: Indicator, column: int) -> QFont | None:
        of = self.columns[column].of
        if row.strong or (row.kind == "heading" and of in ("number", "label", GROUP)):
            return self._bold
        if self._has_value(column) and not self.session.filled.text(self._key(row, column)):
            return self._italic  # computed by the form
        return None

    def _colour(self, row: Indicator, column: int) -> QBrush | None:
        if self.reason_closed(row):
            return QBrush(theme.FAINT)
        of = self.columns[column].of
        if self._has_value(column) and (key := self._key(row, column)):
            if level := self.bridge.findings.level(key):
                return QBrush(theme.LEVEL_COLOURS[level])
            if self.session.filled.is_carried(key):
                return QBrush(theme.QUIET)
        if of in ("unit", PREVIOUS):
            return QBrush(theme.QUIET)
        return None

    def _fill(self, row: Indicator, column: int) -> QBrush | None:
        if self.reason_closed(row):
            return QBrush(theme.OUT_OF_SCOPE_FILL)
        if row.kind == "heading":
            return QBrush(theme.HEADING_FILL)
        if self._has_value(column) and (key := self._key(row, column)):
            fill = theme.LEVEL_FILLS.get(self.bridge.findings.level(key))
            return QBrush(fill) if fill else None
        return None

    def _has_value(self, column: int) -> bool:
        return self.columns[column].is_typed and self.columns[column].of != "note"
