"""Blocks of cells of a table: copied, pasted, cleared, filled down, each as one undo step."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from desktop_app.base import known_keys
from desktop_app.reports.offers import offered
from desktop_app.ui.models.appendix_model import AppendixModel
from desktop_app.ui.widgets.blocks import write_block
from desktop_app.ui.widgets.pasting import Decide, block_of, placed, without_computed


class TableBlocks:
    """What a table does with the cells that are chosen in it."""

    def __init__(self, table: QTableView, model: AppendixModel) -> None:
        self._table, self._rows = table, model
        self.decide: Decide = lambda texts: texts

    def copy(self) -> None:
        """The selected cells, as typed, for Excel and Word."""
        chosen = self._chosen()
        if not chosen:
            return
        rows = sorted({i.row() for i in chosen})
        columns = sorted({i.column() for i in chosen if not self._table.isColumnHidden(i.column())})
        cells = [[self._copied(self._rows.index(row, column)) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(write_block(cells))

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.clear()

    def paste(self) -> str:
        """Fill the cells from the current one on; fixed cells are passed over. What it did, in a sentence."""
        seen = [n for n in range(len(self._rows.columns)) if not self._table.isColumnHidden(n)]
        block = block_of(QGuiApplication.clipboard().mimeData())
        pasted = placed(self._rows, self._table.currentIndex(), seen, block)
        if pasted.texts:
            texts = self.decide(pasted.texts)
            if texts is None:
                return ""
            texts = without_computed(self._rows, texts)
            self._rows.bridge.edit_many(f"Dán {len(texts)} ô", texts)
            self._choose([self._rows.index_of(key) for key in pasted.texts])
        return pasted.sentence()

    def clear(self) -> None:
        """Empty every chosen cell, as one undo step."""
        keys = [key for index in self._chosen() if (key := self._rows.key_at(index))]
        filled = {key: "" for key in keys if self._rows.session.filled.text(key)}
        if filled:
            self._rows.bridge.edit_many(f"Xóa {len(filled)} ô", filled)

    def fill_down(self) -> None:
        """Copy the uppermost chosen cell of each column into the chosen cells below it."""
        texts: dict[str, str] = {}
        first: dict[int, str] = {}
        for index in sorted(self._chosen(), key=lambda i: i.row()):
            if key := self._rows.key_at(index):
                text = first.setdefault(index.column(), self._rows.session.filled.text(key))
                texts[key] = text
        if texts:
            self._rows.bridge.edit_many(f"Điền xuống {len(texts)} ô", texts)

    def take_computed(self) -> None:
        """Take what is offered: a rate is computed again, a total filled in, words go to the note."""
        texts: dict[str, str] = {}
        for index in self._chosen():
            texts |= offered(self._rows.session.filled, self._rows.key_at(index))
        if texts:
            self._rows.bridge.edit_many("Dùng giá trị tính", texts)

    def _chosen(self) -> list[QModelIndex]:
        chosen = self._table.selectionModel().selectedIndexes()
        current = self._table.currentIndex()
        return chosen or ([current] if current.isValid() else [])

    def _copied(self, index: QModelIndex) -> str:
        if key := self._rows.key_at(index):
            note = known_keys.is_note(key)
            return self._rows.session.filled.text(key) if note else self._rows.session.filled.shown(key)
        column = self._rows.columns[index.column()]
        return "" if column.is_typed and column.of != "note" else str(index.data() or "").strip()

    def _choose(self, cells: list[QModelIndex]) -> None:
        """Show what was pasted; the current cell stays where it is."""
        chosen = QItemSelection()
        for index in cells:
            chosen.select(index, index)
        self._table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
