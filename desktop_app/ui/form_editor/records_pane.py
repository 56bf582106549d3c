"""A list of records as a grid, and all that can be said of the one where the cursor is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.places import Done
from desktop_app.ui.form_editor.doing import Action, together
from desktop_app.ui.form_editor.form_bridge import FormBridge
from desktop_app.ui.form_editor.grid import Grid
from desktop_app.ui.form_editor.grid_model import GridModel, Sign
from desktop_app.ui.form_editor.pane import Pane
from desktop_app.ui.form_editor.property_form import PropertyForm
from desktop_app.ui.form_editor.sheet import Sheet
from desktop_app.ui.widgets.hint_label import HintLabel

WIDE = 860
"""From this width on the properties stand beside the grid, else below it."""
RANKS = {"error": 0, "warning": 1, "note": 2}


class RecordsPane(Pane):
    """The pane for one kind of records; `moved` says the record where the cursor is."""

    moved = Signal(str)

    def __init__(self, bridge: FormBridge, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.sheet = sheet
        self.guide_place = sheet.guide_place
        self.model = GridModel(sheet.columns, self)
        self.model.call_by(sheet.key)
        self.model.is_closed = bridge.is_closed
        self.grid = Grid(self.model, sheet.title, self)
        self.form = PropertyForm(sheet.properties, self)
        self.form.close_to_edits(bridge.is_closed)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.grid)
        self._split.addWidget(self.form)
        self.form.setVisible(bool(sheet.properties))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if sheet.about or sheet.commands:
            layout.addLayout(self._over())
        layout.addWidget(self._split, 1)
        self._connect()
        self.refresh()

    # -- what the editor asks --

    def refresh(self) -> None:
        """Show what changed."""
        records = self.sheet.records(self.bridge.written)
        row = self.grid.currentIndex().row()
        self.model.show(records, self._signs())
        if records and not self.grid.currentIndex().isValid():
            self.grid.go_to(min(max(0, row), len(records) - 1))
        self._show_properties()

    def go_to(self, key: str) -> None:
        """The record's row."""
        if (row := self.model.row_of(key)) >= 0:
            self.grid.go_to(row)

    def current_key(self) -> str:
        """The record where the cursor is."""
        return self.model.key_at(self.grid.currentIndex().row())

    def settle(self) -> None:
        """Hand over what is being typed."""
        self.grid.settle()
        self.form.settle()

    def focus_first(self) -> None:
        """The grid takes the keys."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> list[QWidget]:
        """What F6 goes to, in its order."""
        return [self.grid, self.form] if self.sheet.properties else [self.grid]

    # -- records --

    def add_record(self, row: int) -> None:
        """A new record below a row, and the cursor into it."""
        column = max(0, self.grid.currentIndex().column())
        if self.bridge.is_closed:
            return
        if done := self._do(lambda: self.sheet.add(self.bridge.written, self.model.key_at(row), self)):
            self.refresh()
            self.grid.go_to(self.model.row_of(done.place[-1]), column)
            self.grid.setFocus()

    def remove_records(self, rows: list[int]) -> None:
        """Without the records of these rows; the cursor stays near."""
        keys = [self.model.key_at(row) for row in rows if self.model.key_at(row)]
        if keys and self._do(lambda: self.sheet.remove(self.bridge.written, keys)):
            self.grid.go_to(min(rows[0], self.model.rowCount() - 1))

    def move_record(self, row: int, step: int) -> None:
        """One up or down, the cursor with it; several that are chosen go together."""
        key = self.model.key_at(row)
        keys = [self.model.key_at(each) for each in self.grid.chosen_rows()]
        if key not in keys:
            keys = [key]
        if key and self._do(lambda: self.sheet.move_all(self.bridge.written, keys, step)):
            self.grid.choose_rows([self.model.row_of(each) for each in keys], self.model.row_of(key))

    # -- inside --

    def _over(self) -> QHBoxLayout:
        """What the list is, and what can be done with all of it."""
        row = QHBoxLayout()
        row.setContentsMargins(8, 2, 8, 2)
        row.addWidget(HintLabel(self.sheet.about), 1)
        for name, words in self.sheet.commands:
            button = QPushButton(words, self)
            button.setEnabled(not self.bridge.is_closed)
            button.clicked.connect(lambda _=False, name=name: self._run(name))
            row.addWidget(button)
        return row

    def _run(self, name: str) -> None:
        self.settle()
        self._do(lambda: self.sheet.run(self.bridge.written, name))

    def _connect(self) -> None:
        self.bridge.looked.connect(self._on_looked)
        self.model.typed.connect(self._typed)
        self.grid.add_wanted.connect(self.add_record)
        self.grid.end_reached.connect(self._end)
        self.grid.remove_wanted.connect(self.remove_records)
        self.grid.move_wanted.connect(self.move_record)
        self.grid.pasted.connect(self._paste)
        self.grid.cleared.connect(self._clear)
        self.grid.selectionModel().currentChanged.connect(self._on_moved)
        self.form.changed.connect(self._say)
        self.form.picked.connect(self._pick)

    def _on_looked(self) -> None:
        if self.isVisible():
            self.model.show(self.model.records, self._signs())

    def _on_moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row():
            self.form.settle()
            self._show_properties()
            self.moved.emit(self.current_key())

    def _end(self, row: int) -> None:
        """Enter below the last record begins another; in one that is still blank it ends the list."""
        if self.sheet.is_blank(self.model.records[row]):
            self.remove_records([row])
        else:
            self.add_record(row)

    def _typed(self, row: int, name: str, text: str) -> None:
        record = self.model.records[row]
        self._do(lambda: self.sheet.change(self.bridge.written, record, name, text))

    def _say(self, name: str, text: str) -> None:
        if (row := self.model.row_of(self._shown)) >= 0:
            self._typed(row, name, text)

    def _clear(self, cells: list[tuple[int, int]]) -> None:
        """Empty the cells, as one step of undo."""
        written, steps = self.bridge.written, list[Action]()
        for row, column in cells:
            one, record = self.model.columns[column], self.model.records[row]
            if not one.fixed and not one.options and one.read(record):
                step = self.sheet.change(written, record, one.name, "")
                steps += [step] if step else []
        if steps:
            self._do(lambda: together(f"Xóa {len(steps)} ô", steps))

    def _paste(self, row: int, column: int, block: list[list[str]]) -> None:
        self._do(lambda: self.sheet.paste(self.bridge.written, row, column, block))

    def _pick(self, name: str) -> None:
        keys = [self.model.key_at(row) for row in self.grid.chosen_rows()]
        if keys:
            self._do(lambda: self.sheet.pick(self.bridge.written, keys, name, self))

    def _do(self, make: Callable[[], Action | None]) -> Done | None:
        try:
            action = make()
        except UserFault as fault:
            self.bridge.complained.emit(str(fault))
            self._show_properties()
            return None
        return self.bridge.do(action) if action else None

    def _show_properties(self) -> None:
        row = self.grid.currentIndex().row()
        self._shown = self.model.key_at(row)
        if not self.sheet.properties:
            return
        there = 0 <= row < len(self.model.records)
        self.form.show_inside(there)
        if there:
            self.form.show_values(self.sheet.values(self.bridge.written, self.model.records[row]))

    def _signs(self) -> dict[str, Sign]:
        """The worst that is wrong with each record."""
        found: dict[str, Sign] = {}
        home = self.sheet.place("")[:-1]
        for fault in self.bridge.faults:
            if fault.place[:-1] == home:
                key = fault.place[-1]
                if key not in found or RANKS[fault.level] < RANKS[found[key].level]:
                    found[key] = Sign(fault.level, fault.sentence)
        return found

    def showEvent(self, event: object) -> None:  # noqa: N802
        """Catch up with what was changed elsewhere."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Beside each other where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._split.orientation() != way or not event.oldSize().isValid():
            self._split.setOrientation(way)
            whole = event.size().width() if wide else event.size().height()
            self._split.setSizes([whole * 3 // 5, whole * 2 // 5])
