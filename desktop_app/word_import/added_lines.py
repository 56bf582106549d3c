"""The lines of a list in a file, under the lines of the form's table that repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop_app.checking.plan import Plan
from desktop_app.forms.columns import MOST_LINES, is_entered, line_key
from desktop_app.word_import.cell_pieces import figure_pieces
from desktop_app.word_import.contents import WordRow, WordTable
from desktop_app.word_import.own_columns import OwnTable
from desktop_app.word_import.pieces import Piece

TOO_MANY = f"bảng của mẫu chỉ nhận {MOST_LINES} dòng"


class ListReader:
    """Reads the lists of a file one after another; a second table of one kind goes on behind the first."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._lines = Counter[int]()
        self._met: list[int] = []
        self.matched = 0

    def read(self, table: WordTable, own: OwnTable, hint: int | None) -> list[Piece]:
        """Every piece of the table: its head, and each line under a key of its own."""
        place = self._place(own, hint)
        pieces = [
            Piece(f"Bảng {table.at}, đầu bảng", text, "form") for text in _head(table.rows[: own.heads])
        ]
        first = self._lines[place]
        for number, row in enumerate(table.rows[own.heads :], 1):
            found = self._line(f"Bảng {table.at}, dòng {own.heads + number}", row, own, place, first + number)
            if any(piece.fate == "entry" for piece in found):
                self._lines[place] = first + number
                self.matched += 1
            pieces += found
        self.matched += 1
        return pieces

    def _place(self, own: OwnTable, hint: int | None) -> int:
        """Which of the form's tables with these columns it is: the one that is named, else the next."""
        fresh = [place for place in own.places if place not in self._met]
        place = hint if hint in own.places else (fresh or list(own.places))[0]
        self._met.append(place)
        return place

    def _line(self, where: str, row: WordRow, own: OwnTable, place: int, line: int) -> list[Piece]:
        table = self._plan.edition.appendices[place]
        alike = {(column.over, column.title): column for column in table.columns}
        pieces: list[Piece] = []
        for cell in row.cells:
            text = cell.text
            if cell.covered or not text:
                continue
            column = own.columns[cell.column] if cell.column < len(own.columns) else None
            known = alike.get((column.over, column.title)) if column else None
            if known is None:
                pieces.append(Piece(where, text))
            elif not is_entered(known):
                pieces.append(Piece(f"{where}, số thứ tự", text, "form"))
            elif line > MOST_LINES:
                pieces.append(Piece(where, text, doubt=TOO_MANY))
            else:
                value = self._plan.indicators[line_key(table.head.key, line, known)]
                pieces += figure_pieces(f"{where}, cột «{value.label}»", text, value, "")
        return pieces


def _head(rows: Sequence[WordRow]) -> list[str]:
    return [cell.text for row in rows for cell in row.cells if cell.text and not cell.covered]
