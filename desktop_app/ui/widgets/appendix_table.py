"""The table of an appendix with the habits of a spreadsheet: keys, clipboard, filling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.searching.hits import Hit
from desktop_app.ui.models.appendix_model import AppendixModel
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.widgets.cell_editor import AppendixDelegate
from desktop_app.ui.widgets.column_widths import WIDEST_LABEL, fixed_widths, least_widths, shared, widest_of
from desktop_app.ui.widgets.frozen_columns import FrozenColumns
from desktop_app.ui.widgets.line_keys import LineKeys
from desktop_app.ui.widgets.table_blocks import TableBlocks
from desktop_app.ui.widgets.table_head import TableHead

END = "Đã hết bảng này. Ctrl+PgDn: sang thẻ sau; Shift+Enter: trở lại ô vừa nhập."
_MOST_KEPT = 0.6
"""Of the width, for number and label; more would leave no room to type in."""
Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_MOVES = (
    Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End,
)  # fmt: skip


class AppendixTable(QTableView):
    """Enter goes down, Tab to the next entry, F2 edits, Delete clears, blocks go by Ctrl+C and V."""

    said = Signal(str)  # one quiet sentence about what a paste or fill did

    def __init__(self, model: AppendixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.blocks = TableBlocks(self, model)
        self.lines: LineKeys | None = None
        """What the keys for whole lines do, in a table to which the clerk adds some."""
        if model.appendix.columns:
            self.setHorizontalHeader(TableHead(model.columns, self))
        self.setModel(model)
        for span in model.spans():
            self.setSpan(*span)
        self._frozen: FrozenColumns | None = None
        self._widest = widest_of(model.columns)
        named = bool(model.appendix.columns)
        letters = self.horizontalHeader().fontMetrics()
        wordy = any(row.kind == "text" for row in model.appendix.indicators)
        self._widths = fixed_widths(model.columns, letters, named=named, wordy=wordy)
        self._least = least_widths(model.columns, letters) if named else {}
        self._cells = AppendixDelegate(self)
        self.setItemDelegate(self._cells)
        self.setWordWrap(True)
        self.setTabKeyNavigation(True)
        self.setAccessibleName(f"Bảng số liệu {model.appendix.head.short}")
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        header = self.horizontalHeader()
        header.setSectionResizeMode(self._widest, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(50)
        self._fitted, self._unfitted = -1, False
        model.dataChanged.connect(self._fit_changed)

    def take_lines(self, lines: LineKeys) -> None:
        """Let the clerk put lines in, take them out and move them; each is as high as its text."""
        self.lines = self._cells.lines = lines
        self.rows.rowsInserted.connect(lambda *_: self._fit_soon())

    # -- keys --

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Spreadsheet keys first; any other key begins to edit."""
        if self.state() == QAbstractItemView.State.EditingState and not self.hasFocus():
            event.accept()  # a key that the open editor has used and let through
            return
        if (self.lines and self.lines.take(event)) or self._take_standard(event):
            return
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Key.Key_Return, Key.Key_Enter):
            self._step_rows(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in (Key.Key_Delete, Key.Key_Backspace):
            self.blocks.clear()
        elif control and event.key() == Key.Key_D:
            self.blocks.fill_down()
        elif control and event.key() == Key.Key_R:
            self.blocks.take_computed()
        elif event.key() == Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _take_standard(self, event: QKeyEvent) -> bool:
        standard = QKeySequence.StandardKey
        if event.matches(standard.Copy):
            self.blocks.copy()
        elif event.matches(standard.Cut):
            self.blocks.cut()
        elif event.matches(standard.Paste):
            if sentence := self.blocks.paste():
                self.said.emit(sentence)
        else:
            return False
        return True

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab goes to the next cell that can be entered, Shift+Tab to the one before."""
        actions = QAbstractItemView.CursorAction
        if action == actions.MoveNext:
            return self._next_entry(self.currentIndex(), 1)
        if action == actions.MovePrevious:
            return self._next_entry(self.currentIndex(), -1)
        return super().moveCursor(action, modifiers)

    def selectionCommand(  # noqa: N802
        self, index: AnyIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """What is chosen goes with the cursor; Qt leaves it behind at Ctrl and an arrow, out of sight."""
        flags = QItemSelectionModel.SelectionFlag
        if isinstance(event, QKeyEvent) and event.key() in _MOVES and event.modifiers() & _CONTROL:
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return flags.SelectCurrent if extends else flags.ClearAndSelect
        return super().selectionCommand(index, event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters typed on a fixed cell lead nowhere; Qt would jump to another row."""

    def closeEditor(self, editor: QWidget, hint: AppendixDelegate.EndEditHint) -> None:  # noqa: N802
        """Enter moves down and Tab along; Escape gives the old text back."""
        hints = AppendixDelegate.EndEditHint
        index = self.currentIndex()
        if hint == hints.RevertModelCache:
            self._give_back(index)
        super().closeEditor(editor, hints.NoHint)
        self.setFocus()
        self.resizeRowToContents(index.row())
        if hint == hints.SubmitModelCache:
            self._step_rows(1)
        elif hint == hints.EditNextItem:
            self._select(self._next_entry(index, 1))
        elif hint == hints.EditPreviousItem:
            self._select(self._next_entry(index, -1))

    def edit(  # type: ignore[override]  # the other form of it calls this one
        self, index: AnyIndex, trigger: QAbstractItemView.EditTrigger, event: QEvent
    ) -> bool:
        """Remember the text from before, for Escape."""
        if not self.rows.key_at(index):
            return False
        if self.state() != QAbstractItemView.State.EditingState:
            self._before = self.rows.session.filled.text(self.rows.key_at(index))
        return super().edit(index, trigger, event)

    # -- focus and size --

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Leaving for the editor of a cell is no leaving: all rows would be painted anew."""
        if self.state() != QAbstractItemView.State.EditingState:
            super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Columns share the width there is; rows follow the label column."""
        super().resizeEvent(event)
        width = self.viewport().width()
        if width != self._fitted:
            self._fitted = width
            self._share(width)
            self._fit_soon()  # once the label has its width
        elif event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())  # a message has come below

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Rows that changed while another tab was shown get their height."""
        super().showEvent(event)
        if self._unfitted:
            self._fit_soon()

    def _share(self, width: int) -> None:
        """The label takes what is left; where that is too little, the table scrolls sideways."""
        seen = {n: full for n, full in self._widths.items() if not self.isColumnHidden(n)}
        for column, share in shared(seen, self._least, width).items():
            self.setColumnWidth(column, share)
        left = width - sum(self.columnWidth(column) for column in self._widths)  # a hidden one has none
        modes, header, room = QHeaderView.ResizeMode, self.horizontalHeader(), left >= WIDEST_LABEL
        header.setSectionResizeMode(self._widest, modes.Stretch if room else modes.Interactive)
        if not room:
            self.setColumnWidth(self._widest, WIDEST_LABEL)
        self._freeze(wanted=not room)

    def _freeze(self, *, wanted: bool) -> None:
        """Keep number and label in sight while the table scrolls sideways, where it names its columns."""
        count = self.rows.place("label") + 1
        kept = sum(self.columnWidth(column) for column in range(count))
        wanted = wanted and kept < self.viewport().width() * _MOST_KEPT
        if self._frozen is None and wanted and count and self.rows.appendix.columns:
            self._frozen = FrozenColumns(self, self.rows, count)
        if self._frozen:
            self._frozen.wanted = wanted

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit_rows)

    def _fit_rows(self) -> None:
        """Rows as high as their texts, the current cell still in sight."""
        self._unfitted = False
        self.resizeRowsToContents()
        self.updateGeometries()  # else the scroll bar ends where the lower rows of before did
        if self._frozen:
            self._frozen.lie_over()
        self.scrollTo(self.currentIndex())

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return
        if last.row() - first.row() > 3:
            self._unfitted = True
            if self.isVisible():
                self._fit_soon()
            return
        for row in range(first.row(), last.row() + 1):
            self.resizeRowToContents(row)

    def scrollTo(  # noqa: N802
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """A cell in sight is none that lies under the columns that stay."""
        super().scrollTo(index, hint)
        if self._frozen and self._frozen.isVisible() and index.column() >= self._frozen.count:
            hidden = self._frozen.width() - self.visualRect(index).left()
            if hidden > 0:
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() - hidden)

    def mark(self, hit: Hit | None) -> None:
        """Show what a search has found in its cell, made current and in sight; None: no longer."""
        self._cells.marked = hit
        if hit:
            self.selectionModel().setCurrentIndex(
                self.rows.index_of(hit.key), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(self.currentIndex(), AppendixTable.ScrollHint.PositionAtCenter)
        self.viewport().update()

    # -- inside --

    def _next_entry(self, index: QModelIndex, step: int) -> QModelIndex:
        """The next cell in reading order that can be entered."""
        width = len(self.rows.columns)
        place = index.row() * width + index.column() if index.isValid() else -1
        while 0 <= (place := place + step) < self.rows.rowCount() * width:
            candidate = self.rows.index(place // width, place % width)
            if self.rows.key_at(candidate) and not self.isColumnHidden(candidate.column()):
                return candidate
        return index

    def _step_rows(self, step: int) -> None:
        """The nearest row above or below whose cell in this column can be entered."""
        current = self.currentIndex()
        columns = self.rows.columns
        first = next((n for n, each in enumerate(columns) if each.is_typed), 0)
        column = current.column() if current.isValid() and columns[current.column()].is_typed else first
        row = current.row() - (step if step < 0 and column != current.column() else 0)
        while 0 <= (row := row + step) < self.rows.rowCount():
            candidate = self.rows.index(row, column)
            if self.rows.key_at(candidate):
                self._select(candidate)
                return
        if step > 0:
            self._end(current)

    def _end(self, last: QModelIndex) -> None:
        """After the last row nothing more is typed over it: the cursor goes to its label and says so."""
        self._select(self.rows.index(last.row(), max(0, self.rows.place("label"))))
        self.said.emit(END)

    def _select(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _give_back(self, index: QModelIndex) -> None:
        key = self.rows.key_at(index)
        if key and self.rows.session.filled.text(key) != self._before:
            self.rows.bridge.type_text(key, self._before)
        self.rows.bridge.settle()
