"""The table of an appendix with the habits of a spreadsheet: keys, clipboard, filling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.base import known_keys
from desktop_app.reports.offers import offered
from desktop_app.searching.hits import Hit
from desktop_app.ui.models.appendix_model import AppendixModel, Column
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.widgets.blocks import write_block
from desktop_app.ui.widgets.cell_editor import AppendixDelegate
from desktop_app.ui.widgets.pasting import Decide, block_of, placed

_WIDTHS = {
    Column.NUMBER: 60, Column.UNIT: 110, Column.VALUE: 170, Column.BEFORE: 100, Column.NOTE: 180,
}  # fmt: skip
_LABEL = 200
_FULL_WIDTH = 1000
"""Below this width of the table all columns but the label's become narrower."""
END = "Đã hết bảng này. Ctrl+PgDn: sang thẻ sau; Shift+Enter: trở lại ô vừa nhập."
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
        self.decide: Decide = lambda texts: texts
        self.rows = model
        self.setModel(model)
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
        header.setSectionResizeMode(Column.LABEL, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(50)
        self._fitted = -1
        model.dataChanged.connect(self._fit_changed)

    # -- keys --

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Spreadsheet keys first; any other key begins to edit."""
        if self.state() == QAbstractItemView.State.EditingState and not self.hasFocus():
            event.accept()  # a key that the open editor has used and let through
            return
        standard = QKeySequence.StandardKey
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        for key, act in ((standard.Copy, self.copy), (standard.Cut, self.cut), (standard.Paste, self.paste)):
            if event.matches(key):
                act()
                return
        if event.key() in (Key.Key_Return, Key.Key_Enter):
            self._step_rows(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in (Key.Key_Delete, Key.Key_Backspace):
            self.clear_cells()
        elif control and event.key() == Key.Key_D:
            self.fill_down()
        elif control and event.key() == Key.Key_R:
            self.take_computed()
        elif event.key() == Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

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

    # -- blocks --

    def copy(self) -> None:
        """The selected cells, as typed, for Excel and Word."""
        chosen = self._chosen()
        if not chosen:
            return
        rows = sorted({i.row() for i in chosen})
        columns = sorted({i.column() for i in chosen if not self.isColumnHidden(i.column())})
        cells = [[self._copied(self.rows.index(row, column)) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(write_block(cells))

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.clear_cells()

    def paste(self) -> None:
        """Fill the cells from the current one on; fixed cells are passed over, one undo step."""
        seen = [column for column in Column if not self.isColumnHidden(column)]
        block = block_of(QGuiApplication.clipboard().mimeData())
        pasted = placed(self.rows, self.currentIndex(), seen, block)
        if pasted.texts:
            texts = self.decide(pasted.texts)
            if texts is None:
                return
            self.rows.bridge.edit_many(f"Dán {len(texts)} ô", texts)
            self._choose(pasted.cells)
        self.said.emit(pasted.sentence())

    def clear_cells(self) -> None:
        """Empty every chosen cell, as one undo step."""
        keys = [key for index in self._chosen() if (key := self.rows.key_at(index))]
        filled = {key: "" for key in keys if self.rows.session.filled.text(key)}
        if filled:
            self.rows.bridge.edit_many(f"Xóa {len(filled)} ô", filled)

    def fill_down(self) -> None:
        """Copy the uppermost chosen cell of each column into the chosen cells below it."""
        texts: dict[str, str] = {}
        first: dict[int, str] = {}
        for index in sorted(self._chosen(), key=lambda i: i.row()):
            if key := self.rows.key_at(index):
                text = first.setdefault(index.column(), self.rows.session.filled.text(key))
                texts[key] = text
        if texts:
            self.rows.bridge.edit_many(f"Điền xuống {len(texts)} ô", texts)

    def take_computed(self) -> None:
        """Take what is offered: a rate is computed again, a total filled in, words go to the note."""
        texts: dict[str, str] = {}
        for index in self._chosen():
            texts |= offered(self.rows.session.filled, self.rows.key_at(index))
        if texts:
            self.rows.bridge.edit_many("Dùng giá trị tính", texts)

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
            QTimer.singleShot(0, self, self._fit_rows)  # once the label has its width
        elif event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())  # a message has come below

    def _share(self, width: int) -> None:
        """The label takes what is left; where that is too little, the table scrolls sideways."""
        share = min(1.0, max(0.62, width / _FULL_WIDTH))
        for column, full in _WIDTHS.items():
            self.setColumnWidth(column, round(full * share))
        left = width - sum(self.columnWidth(column) for column in _WIDTHS)  # a hidden one has none
        modes, header = QHeaderView.ResizeMode, self.horizontalHeader()
        header.setSectionResizeMode(Column.LABEL, modes.Stretch if left >= _LABEL else modes.Interactive)
        if left < _LABEL:
            self.setColumnWidth(Column.LABEL, _LABEL)

    def _fit_rows(self) -> None:
        """Rows as high as their texts, the current cell still in sight."""
        self.resizeRowsToContents()
        self.updateGeometries()  # else the scroll bar ends where the lower rows of before did
        self.scrollTo(self.currentIndex())

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.row() - first.row() > 3 or self.state() == QAbstractItemView.State.EditingState:
            return
        for row in range(first.row(), last.row() + 1):
            self.resizeRowToContents(row)

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

    def _chosen(self) -> list[QModelIndex]:
        chosen = self.selectionModel().selectedIndexes()
        current = self.currentIndex()
        return chosen or ([current] if current.isValid() else [])

    def _copied(self, index: QModelIndex) -> str:
        if key := self.rows.key_at(index):
            note = known_keys.is_note(key)
            return self.rows.session.filled.text(key) if note else self.rows.session.filled.shown(key)
        return "" if index.column() == Column.VALUE else str(index.data() or "").strip()

    def _choose(self, cells: list[QModelIndex]) -> None:
        """Show what was pasted; the current cell stays where it is."""
        chosen = QItemSelection()
        for index in cells:
            chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _next_entry(self, index: QModelIndex, step: int) -> QModelIndex:
        """The next cell in reading order that can be entered."""
        width = len(Column)
        place = index.row() * width + index.column() if index.isValid() else -1
        while 0 <= (place := place + step) < self.rows.rowCount() * width:
            candidate = self.rows.index(place // width, place % width)
            if self.rows.key_at(candidate) and not self.isColumnHidden(candidate.column()):
                return candidate
        return index

    def _step_rows(self, step: int) -> None:
        """The nearest row above or below whose cell in this column can be entered."""
        current = self.currentIndex()
        column = current.column() if current.column() in (Column.VALUE, Column.NOTE) else Column.VALUE
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
        self._select(self.rows.index(last.row(), Column.LABEL))
        self.said.emit(END)

    def _select(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _give_back(self, index: QModelIndex) -> None:
        key = self.rows.key_at(index)
        if key and self.rows.session.filled.text(key) != self._before:
            self.rows.bridge.type_text(key, self._before)
        self.rows.bridge.settle()
