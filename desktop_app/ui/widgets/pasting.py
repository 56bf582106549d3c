"""A block of cells put into the table: which cell takes which text, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QModelIndex
from PySide6.QtGui import QTextDocument, QTextTable

from desktop_app.ui.models.appendix_model import AppendixModel, Column
from desktop_app.ui.widgets.blocks import read_block

NOTHING = "Không có gì để dán: bảng tạm trống hoặc chỉ có hình."
Decide = Callable[[dict[str, str]], dict[str, str] | None]
"""What becomes of a block by key, None for nothing: whoever holds the table may ask first."""
_HEADS = frozenset({"số liệu", "kỳ này", "kỳ trước", "giá trị", "ghi chú"})


class Pasted(NamedTuple):
    """cells: those that take a text. closed, beyond: how many texts met a closed cell, or no cell at all."""

    texts: dict[str, str]
    cells: list[QModelIndex]
    closed: int
    beyond: int

    def sentence(self) -> str:
        """What the paste did."""
        if not self.texts and not self.closed and not self.beyond:
            return NOTHING
        parts = [f"Đã dán {len(self.texts)} ô"] if self.texts else ["Chưa dán được ô nào"]
        if self.closed:
            parts.append(
                f"{self.closed} ô không nhập được vào dòng tiêu đề, dòng ngoài phạm vi hoặc cột cố định"
            )
        if self.beyond:
            parts.append(f"{self.beyond} ô thừa vì đoạn dán dài hoặc rộng hơn bảng")
        return "; ".join(parts) + (". Ctrl+Z để hoàn tác." if self.texts else ".")


def block_of(source: QMimeData) -> list[list[str]]:
    """The cells on the clipboard; a table that comes as HTML alone is read too."""
    if source.hasText() or not source.hasHtml():
        return read_block(source.text())
    document = QTextDocument()
    document.setHtml(source.html())
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    return _cells(tables[0]) if tables else read_block(document.toPlainText())


def placed(
    model: AppendixModel, start: QModelIndex, seen: Sequence[int], block: list[list[str]]
) -> Pasted:  # fmt: skip
    """The block laid over the table from `start` on; seen: the columns that are shown."""
    block = _without_heads(model, block)
    columns = _columns(start.column(), seen, max((len(line) for line in block), default=0))
    pasted = Pasted({}, [], 0, 0)
    for down, line in enumerate(block):
        pasted = _line_placed(model, start.row() + down, columns, line, pasted)
    return pasted


def _line_placed(
    model: AppendixModel, row: int, columns: list[int], line: list[str], before: Pasted
) -> Pasted:
    texts, cells, closed, beyond = before
    for along, text in enumerate(line):
        inside = row < model.rowCount() and along < len(columns)
        index = model.index(row, columns[along]) if inside else QModelIndex()
        key = model.key_at(index) if inside else ""
        if key:
            texts[key] = text.strip()
            cells.append(index)
        elif text.strip() and not inside:
            beyond += 1
        elif text.strip() and columns[along] >= Column.VALUE:
            closed += 1
    return Pasted(texts, cells, closed, beyond)


def _columns(first: int, seen: Sequence[int], width: int) -> list[int]:
    """Those that can be typed in alone, unless the block is as wide as all that are shown."""
    columns = [column for column in seen if column >= first]
    open_ones = [column for column in columns if column in (Column.VALUE, Column.NOTE)]
    return open_ones if first in open_ones and width <= len(open_ones) else columns


def _without_heads(model: AppendixModel, block: list[list[str]]) -> list[list[str]]:
    """A block copied with its heads begins with the row below them."""
    heads = _HEADS | {head.strip().casefold() for head in model.heads}
    words = [text.strip().casefold() for text in block[0] if text.strip()] if len(block) > 1 else []
    return block[1:] if words and all(word in heads for word in words) else block


def _cells(table: QTextTable) -> list[list[str]]:
    return [[_text(table, row, column) for column in range(table.columns())] for row in range(table.rows())]


def _text(table: QTextTable, row: int, column: int) -> str:
    cursor = table.cellAt(row, column).firstCursorPosition()
    cursor.setPosition(table.cellAt(row, column).lastPosition(), cursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")
