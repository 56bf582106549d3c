"""A grid of records with the habits of a spreadsheet: rows come, go and move by keys, blocks are pasted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.ui.form_editor.grid_editor import GridDelegate
from desktop_app.ui.form_editor.grid_model import GridModel
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.widgets.blocks import write_block
from desktop_app.ui.widgets.pasting import block_of

ROW_HEIGHT = 28
MOST_FITTED = 300
"""Rows that are made as high as their texts; in a larger table each shows one line."""
LEAST_WIDTH = 150
Key = Qt.Key
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_ENTER = (Key.Key_Return, Key.Key_Enter)
_ELSEWHERE = (
    Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_PageUp,
    Key.Key_PageDown,
)  # fmt: skip
"""Keys that leave the row that was being typed along."""


class Grid(QTableView):
    """What is wanted of the records is said by signals; whoever holds the grid changes the form."""

    add_wanted = Signal(int)  # below this row, -1: as the first
    end_reached = Signal(int)  # Enter in the last row
    remove_wanted = Signal(list)
    move_wanted = Signal(int, int)  # row, and where: -1 up, 1 down
    pasted = Signal(int, int, list)  # row and column of the first cell, and the block
    cleared = Signal(list)  # (row, column) of each cell

    def __init__(self, model: GridModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._tab_began = -1
        self.fits_rows = True
        self.setModel(model)
        self.setItemDelegate(GridDelegate(self))
        self.setAccessibleName(name)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(26)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(30)
        self.horizontalHeader().setHighlightSections(False)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_rows)
        model.dataChanged.connect(self._fit_changed)
        model.rowsInserted.connect(lambda _parent, first, last: self._fit_between(first, last))

    def go_to(self, row: int, column: int = -1) -> None:
        """Make a cell the current one, in sight."""
        if 0 <= row < self.rows.rowCount():
            wanted = column if column >= 0 else max(0, self.currentIndex().column())
            index = self.rows.index(row, wanted)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def choose_rows(self, rows: list[int], current: int) -> None:
        """Select the rows, the cursor in one of them where it was in its column."""
        column = max(0, self.currentIndex().column())
        chosen = QItemSelection()
        for row in rows:
            index = self.rows.index(row, column)
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(current, column), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        self.scrollTo(self.currentIndex())

    def chosen_rows(self) -> list[int]:
        """The rows of all cells that are selected, else the current one."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        return sorted(rows) or [row for row in (self.currentIndex().row(),) if row >= 0]

    def settle(self) -> None:
        """Hand over what is being typed in a cell."""
        if self.state() == QAbstractItemView.State.EditingState and (editor := self._open_editor()):
            self.commitData(editor)
            self.closeEditor(editor, GridDelegate.EndEditHint.NoHint)

    # -- keys --

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys for rows and blocks first; any other begins to edit."""
        if self.state() == QAbstractItemView.State.EditingState and not self.hasFocus():
            event.accept()  # a key that the open editor has used and let through
            return
        standard = QKeySequence.StandardKey
        for key, act in ((standard.Copy, self.copy), (standard.Cut, self.cut), (standard.Paste, self.paste)):
            if event.matches(key):
                act()
                return
        if not self._row_key(event) and not self._move_key(event):
            super().keyPressEvent(event)

    def _row_key(self, event: QKeyEvent) -> bool:
        """Rows come, go and move."""
        key, held, row = event.key(), event.modifiers(), self.currentIndex().row()
        if self.rows.is_closed:
            return key in (Key.Key_Insert, Key.Key_Delete, Key.Key_Backspace)
        if key == Key.Key_Insert or (key in _ENTER and held & _CONTROL):
            self.add_wanted.emit(row)
        elif key == Key.Key_Delete and held & _CONTROL:
            self.remove_wanted.emit(self.chosen_rows())
        elif key in (Key.Key_Up, Key.Key_Down) and held & _ALT:
            self.move_wanted.emit(row, -1 if key == Key.Key_Up else 1)
        elif key in (Key.Key_Delete, Key.Key_Backspace):
            chosen = self.selectionModel().selectedIndexes()
            self.cleared.emit([(index.row(), index.column()) for index in chosen])
        else:
            return False
        return True

    def _move_key(self, event: QKeyEvent) -> bool:
        """Enter goes down, and below the last row makes another; Escape goes to whoever holds the grid."""
        if event.key() in _ENTER:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.key() == Key.Key_Escape:
            event.ignore()
            return True
        if event.key() in _ELSEWHERE:
            self._tab_began = -1
        return False

    def _step(self, step: int) -> None:
        current = self.currentIndex()
        column = self._tab_began if self._tab_began >= 0 else current.column()
        self._tab_began = -1
        if step > 0 and current.row() == self.rows.rowCount() - 1 and not self.rows.is_closed:
            self.end_reached.emit(current.row())
        else:
            self.go_to(current.row() + step, column)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes along the cells; an empty grid is passed over."""
        if not self.rows.rowCount():
            return super().focusNextPrevChild(forward)
        return False

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab remembers where it began, so that Enter begins the next row there."""
        actions = QAbstractItemView.CursorAction
        if action in (actions.MoveNext, actions.MovePrevious):
            return self._beside(1 if action == actions.MoveNext else -1)
        return super().moveCursor(action, modifiers)

    def closeEditor(self, editor: QWidget, hint: GridDelegate.EndEditHint) -> None:  # noqa: N802
        """Enter moves down, Tab along."""
        hints = GridDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        self.setFocus()
        if hint == hints.SubmitModelCache:
            self._step(1)
        elif hint in (hints.EditNextItem, hints.EditPreviousItem):
            beside = self._beside(1 if hint == hints.EditNextItem else -1)
            self.go_to(beside.row(), beside.column())

    def selectionCommand(  # noqa: N802
        self, index: AnyIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """What is chosen goes with the cursor; Qt leaves it behind at Ctrl and an arrow, out of sight."""
        flags = QItemSelectionModel.SelectionFlag
        if isinstance(event, QKeyEvent) and event.key() in _ELSEWHERE and event.modifiers() & _CONTROL:
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return flags.SelectCurrent if extends else flags.ClearAndSelect
        return super().selectionCommand(index, event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters typed on a fixed cell lead nowhere."""

    # -- blocks --

    def copy(self) -> None:
        """The selected cells as Excel takes them."""
        chosen = self.selectionModel().selectedIndexes()
        rows, columns = sorted({i.row() for i in chosen}), sorted({i.column() for i in chosen})
        cells = [
            [str(self.rows.index(r, c).data(Qt.ItemDataRole.EditRole) or "") for c in columns] for r in rows
        ]
        QGuiApplication.clipboard().setText(write_block(cells))

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.cleared.emit([(i.row(), i.column()) for i in self.selectionModel().selectedIndexes()])

    def paste(self) -> None:
        """Say what is on the clipboard, from the current cell on."""
        block = block_of(QGuiApplication.clipboard().mimeData())
        if block and not self.rows.is_closed:
            self.pasted.emit(self.currentIndex().row(), max(0, self.currentIndex().column()), block)

    # -- sizes --

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Columns share the room there is; none is ever pushed out of sight."""
        super().resizeEvent(event)
        self._share()
        self._fit.start()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Delete and Alt+arrows are the grid's, whatever a menu thinks."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            moves = event.key() in (Key.Key_Up, Key.Key_Down) and event.modifiers() & _ALT
            if moves or event.key() == Key.Key_Insert:
                event.accept()
                return True
        return super().event(event)

    # -- inside --

    def _open_editor(self) -> QWidget | None:
        return self.indexWidget(self.currentIndex())

    def _beside(self, step: int) -> QModelIndex:
        current, width = self.currentIndex(), len(self.rows.columns)
        if self._tab_began < 0:
            self._tab_began = current.column()
        place = current.row() * width + current.column()
        while 0 <= (place := place + step) < self.rows.rowCount() * width:
            if not self.rows.columns[place % width].fixed:
                return self.rows.index(place // width, place % width)
        return current

    def _share(self) -> None:
        room, columns = self.viewport().width(), self.rows.columns
        fixed, free = sum(c.width for c in columns), [c for c in columns if not c.width]
        least = LEAST_WIDTH * len(free)
        share = min(1.0, max(0.3, (room - least) / fixed)) if fixed else 1.0
        widths = [int(column.width * share) for column in columns]
        rest = room - sum(widths)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width or max(30, rest // max(1, len(free))))
            self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)

    def _fit_rows(self) -> None:
        if self.fits_rows and self.rows.rowCount() <= MOST_FITTED:
            self.resizeRowsToContents()
            self.scrollTo(self.currentIndex())

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit_between(first.row(), last.row())

    def _fit_between(self, first: int, last: int) -> None:
        if self.fits_rows and self.rows.rowCount() <= MOST_FITTED:
            for row in range(first, last + 1):
                self.resizeRowToContents(row)
