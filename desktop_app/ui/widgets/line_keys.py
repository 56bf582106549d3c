"""Whole lines of a table to which the clerk adds some: put in, taken out, moved, by key or button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from desktop_app.base.errors import UserFault
from desktop_app.reports.lines import LineStep, delete_lines, insert_line, move_line
from desktop_app.ui.models.lines_model import LinesModel

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NOT_A_LINE = "Dòng trống ở cuối bảng là chỗ để gõ dòng mới."


class LineKeys:
    """Ctrl+Enter and Insert put a line in, Ctrl+Delete takes one out, Alt and an arrow moves it."""

    def __init__(self, table: QTableView, model: LinesModel, say: Callable[[str], None]) -> None:
        self._table, self._model, self._say = table, model, say
        self.may_delete: Callable[[str], bool] = lambda _question: True
        """Asked before lines go that hold something."""

    def take(self, event: QKeyEvent) -> bool:
        """Do what the key says; whether it is one of these."""
        act = self._act(event)
        if act:
            act()
        return act is not None

    def is_ours(self, event: QKeyEvent) -> bool:
        """Whether the key is one that ends what is typed in a cell and works on its line."""
        return self._act(event) is not None and event.key() != Key.Key_Delete

    def insert(self) -> None:
        """An empty line before the current one; the cursor goes into it."""
        self._do(lambda: insert_line(self._model.session.filled, self._model.appendix, self._line()))
        self._go(self._line(), first=True)

    def delete(self) -> None:
        """Take the chosen lines out."""
        lines = {index.row() + 1 for index in self._table.selectionModel().selectedIndexes()}
        lines = {line for line in lines or {self._line()} if line <= self._model.last}
        if not lines:
            self._say(NOT_A_LINE)
            return
        which = f"dòng {min(lines)}" if len(lines) == 1 else f"{len(lines)} dòng đang chọn"
        if any(map(self._model.holds, lines)) and not self.may_delete(f"Xóa {which} của bảng?"):
            return
        first = min(lines)
        self._do(lambda: delete_lines(self._model.session.filled, self._model.appendix, lines))
        self._go(first)

    def up(self) -> None:
        """Change places with the line above."""
        self._move(-1)

    def down(self) -> None:
        """Change places with the line below."""
        self._move(1)

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        pressed = (Key(event.key()), event.modifiers() & ~Modifier.KeypadModifier)
        acts = {
            (Key.Key_Return, Modifier.ControlModifier): self.insert,
            (Key.Key_Enter, Modifier.ControlModifier): self.insert,
            (Key.Key_Insert, Modifier.NoModifier): self.insert,
            (Key.Key_Delete, Modifier.ControlModifier): self.delete,
            (Key.Key_Up, Modifier.AltModifier): self.up,
            (Key.Key_Down, Modifier.AltModifier): self.down,
        }
        return acts.get(pressed)

    def _move(self, step: int) -> None:
        line = self._line()
        to = line + step
        if not (line <= self._model.last and 1 <= to <= self._model.last):
            return
        self._do(lambda: move_line(self._model.session.filled, self._model.appendix, line, to))
        self._go(to)

    def _do(self, make: Callable[[], LineStep]) -> None:
        self._model.bridge.settle()
        try:
            step = make()
        except UserFault as fault:
            self._say(str(fault))
            return
        if step.texts:
            self._model.bridge.edit_many(step.label, step.texts)

    def _line(self) -> int:
        """The current line, counted from 1."""
        return max(0, self._table.currentIndex().row()) + 1

    def _go(self, line: int, *, first: bool = False) -> None:
        """Make the line current, in the same column or in the first that is typed in."""
        column = self._table.currentIndex().column()
        if first or column < 0:
            column = next((n for n, each in enumerate(self._model.columns) if each.is_typed), 0)
        index = self._model.index(min(line, self._model.rowCount()) - 1, column)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._table.selectionModel().setCurrentIndex(index, flag)
        self._table.scrollTo(index)
        self._table.setFocus()
