"""A tab of a table: its rows, what the current cell is, the form's printed note."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.checking.derivation import derivation_of
from desktop_app.forms.model import Appendix
from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit
from desktop_app.ui import first_use
from desktop_app.ui.dialogs.ask import ask
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.models.appendix_model import AppendixModel
from desktop_app.ui.models.lines_model import LinesModel
from desktop_app.ui.models.shown_columns import PREVIOUS
from desktop_app.ui.pages.page import Page
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.appendix_table import AppendixTable
from desktop_app.ui.widgets.line_bar import LineBar
from desktop_app.ui.widgets.line_keys import LineKeys
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.text_line import TextLine

MOST_LETTERS = 260
LOW = 460


class AppendixPage(Page):
    """One appendix; `before` holds what the report of the period before shows, by key."""

    guide_place = "phu-luc"

    def __init__(
        self, bridge: SessionBridge, appendix: Appendix, before: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(bridge, parent)
        self.appendix = appendix
        repeats = appendix.head.repeats
        lines = LinesModel(bridge, appendix, self) if repeats else None
        self.model = lines or AppendixModel(bridge, appendix, before, self)
        self.table = AppendixTable(self.model, self)
        if (previous := self.model.place(PREVIOUS)) >= 0:
            self.table.setColumnHidden(previous, not before)
        self.table.said.connect(self._say)
        self.table.blocks.decide = lambda texts: first_use.decided(self.session.filled, texts, self)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self._line = TextLine("Ô hiện tại", 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.setSpacing(6)
        if lines:
            layout.addWidget(self._line_bar(lines))
        for part in (self.table, self._line):
            layout.addWidget(part)
        self._note = PlainLabel(appendix.head.note)
        self._note.setWordWrap(True)
        self._note.setProperty("quiet", True)
        layout.addWidget(self._note)
        self._note.setVisible(bool(appendix.head.note))
        self._go_first()

    def _line_bar(self, model: LinesModel) -> LineBar:
        keys = LineKeys(self.table, model, self._say)
        keys.may_delete = lambda question: ask(self, question, "Xóa dòng", "Không xóa")
        self.table.take_lines(keys)
        return LineBar(keys)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a low screen the rows are worth more than the printed note."""
        super().resizeEvent(event)
        self._note.setVisible(bool(self.appendix.head.note) and event.size().height() > LOW)

    def go_to(self, key: str) -> None:
        """Make the cell of the key current and take the focus."""
        index = self.model.index_of(key)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.table.selectionModel().setCurrentIndex(index, flag)
            self.table.scrollTo(index, AppendixTable.ScrollHint.PositionAtCenter)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hit(self, hit: Hit) -> QWidget | None:
        """Mark the letters in their cell."""
        if not self.model.index_of(hit.key).isValid():
            return None
        self.table.mark(hit)
        return self.table

    def forget_hit(self) -> None:
        """Mark nothing any more."""
        self.table.mark(None)

    def focus_first(self) -> None:
        """Focus the table, at the cell where it was."""
        self.table.setFocus()

    def current_key(self) -> str:
        """The key of the current cell, for coming back to it."""
        index = self.table.currentIndex()
        return self.model.key_at(index) if index.isValid() else ""

    def refresh(self, changes: Changes) -> None:
        """Repaint what changed."""
        self.model.refresh(changes)
        if changes.keys and self.isVisible():
            self._show_current(self.table.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What changed while another tab was shown is said now."""
        super().showEvent(event)
        self._show_current(self.table.currentIndex())

    def _go_first(self) -> None:
        model = self.model
        cells = (
            (n, c) for n, _ in enumerate(model.rows) for c, each in enumerate(model.columns) if each.is_typed
        )
        first = next((index for n, c in cells if model.key_at(index := model.index(n, c))), None)
        if first:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.table.selectionModel().setCurrentIndex(first, flag)

    def _show_current(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        self._line.setText(self._about(index) if index.isValid() else "")

    def _about(self, index: QModelIndex) -> str:
        """What the current cell is: its row, where its number comes from, what is wrong."""
        row, names = self.model.rows[index.row()], self.session.filled.plan.names
        if reason := self.model.reason_closed(row):
            name = f"Dòng {row.number}" if row.number else names.get(row.key, row.label)
            return f"{name}: không thuộc phạm vi của cơ quan này ({reason})."
        cell = self.model.cell_at(index)
        key = cell.key if cell else row.key
        parts = [names.get(key, row.label), *self._formula(key)]
        for finding in self.bridge.findings.at(key):
            parts.append(f"{SIGNS[finding.level]} {finding.message} {finding.advice}")
        text = " · ".join(parts)
        return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rstrip() + "…"

    def _formula(self, key: str) -> list[str]:
        derivation = derivation_of(self.session.filled.plan, self.session.filled.result, key)
        if derivation is None:
            return []
        result = derivation.result or "chưa tính được"
        if self.session.filled.is_overruled(key):
            return [f"= {derivation.formula} · Sửa tay, giá trị tính {result} (Ctrl+R: dùng giá trị tính)"]
        offered = "" if self.session.filled.shown(key) else " (Ctrl+R: điền vào)"
        return [f"= {derivation.formula} = {result}{offered}"]

    def _say(self, sentence: str) -> None:
        self._line.setText(sentence)
