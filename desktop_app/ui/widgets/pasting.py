"""A block of cells put into the table: which cell takes which text, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QModelIndex
from PySide6.QtGui import QTextDocument, QTextTable

from desktop_app.reports.filled_report import FilledReport, with_entries
from desktop_app.reports.report import Entry
from desktop_app.ui.models.appendix_model import AppendixModel
from desktop_app.ui.widgets.blocks import read_block

NOTHING = "Không có gì để dán: bảng tạm trống hoặc chỉ có hình."
Decide = Callable[[dict[str, str]], dict[str, str] | None]
"""What becomes of a block by key, None for nothing: whoever holds the table may ask first."""
_HEADS = frozenset({"số liệu", "kỳ này", "kỳ trước", "giá trị", "ghi chú"})


class Pasted(NamedTuple):
    """texts: by key. closed, beyond: how many texts met a closed cell, or no cell at all."""

    texts: dict[str, str]
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
    columns = _columns(model, start.column(), seen, max((len(line) for line in block), default=0))
    pasted = Pasted({}, 0, 0)
    for down, line in enumerate(block):
        pasted = _line_placed(model, start.row() + down, columns, line, pasted)
    return pasted


def without_computed(model: AppendixModel, texts: dict[str, str]) -> dict[str, str]:
    """The block without what its own columns of sums say anyway: those go on being computed."""
    filled = model.session.filled
    sums = [key for key in texts if (index := model.index_of(key)).isValid() and _computes(model, index)]
    if not sums:
        return texts
    typed = {key: Entry(text) for key, text in texts.items() if key not in sums}
    after = with_entries(filled, typed | dict.fromkeys(sums, Entry("")))
    return {key: "" if key in sums and _says(after, key, text) else text for key, text in texts.items()}


def _computes(model: AppendixModel, index: QModelIndex) -> bool:
    return model.columns[index.column()].is_computed


def _says(filled: FilledReport, key: str, text: str) -> bool:
    return text.strip() == filled.computed_text(key)


def _line_placed(
    model: AppendixModel, place: int, columns: list[int], line: list[str], before: Pasted
) -> Pasted:
    texts, closed, beyond = before
    row = model.row_at(place)
    typed = next((n for n, column in enumerate(model.columns) if column.is_typed), 0)
    for along, text in enumerate(line):
        inside = row is not None and along < len(columns)
        key = model.open_key(row, columns[along]) if row is not None and inside else ""
        if key:
            texts[key] = text.strip()
        elif text.strip() and not inside:
            beyond += 1
        elif text.strip() and columns[along] >= typed:
            closed += 1
    return Pasted(texts, closed, beyond)


def _columns(model: AppendixModel, first: int, seen: Sequence[int], width: int) -> list[int]:
    """Those that can be typed in alone, unless the block is as wide as all that are shown."""
    columns = [column for column in seen if column >= first]
    open_ones = [column for column in columns if model.columns[column].is_typed]
    return open_ones if first in open_ones and width <= len(open_ones) else columns


def _without_heads(model: AppendixModel, block: list[list[str]]) -> list[list[str]]:
    """A block copied with its heads, of one storey or two, begins with the row below them."""
    heads = _HEADS | {" ".join(head.split()).casefold() for c in model.columns for head in (c.title, c.over)}
    rest = block
    while len(rest) > 1 and (words := _words(rest[0])) and all(word in heads for word in words):
        rest = rest[1:]
    return rest


def _words(line: list[str]) -> list[str]:
    return [" ".join(text.split()).casefold() for text in line if text.strip()]


def _cells(table: QTextTable) -> list[list[str]]:
    return [[_text(table, row, column) for column in range(table.columns())] for row in range(table.rows())]


def _text(table: QTextTable, row: int, column: int) -> str:
    cursor = table.cellAt(row, column).firstCursorPosition()
    cursor.setPosition(table.cellAt(row, column).lastPosition(), cursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")
