"""The pieces of a Word file as rows: how sure, where they stood, their words, where they go."""

from __future__ import annotations

from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.word_import.pieces import Piece, Reading
from desktop_app.word_import.place_names import FORM_WORDS, NO_PLACE

LEFT, DOUBTFUL, SURE = "● Chưa có chỗ", "▲ Nên xem", "✓ Chắc"
MOST_SHOWN = 300


class PiecesModel(RowsModel[int]):
    """All pieces, or those alone that need a look: `rows` are their numbers; `names`: the places by key."""

    heads = ("Mức chắc", "Trong tệp", "Nội dung", "Đưa vào")

    def __init__(self, names: dict[str, str]) -> None:
        super().__init__()
        self.names = names
        self._reading: Reading | None = None

    def show_reading(self, reading: Reading, everything: bool) -> None:
        """The pieces of this reading; those that are sure only where everything is wanted."""
        self._reading = reading
        self.show([n for n, piece in enumerate(reading.pieces) if everything or not piece.is_sure])

    def update(self, reading: Reading) -> None:
        """The same rows with the places that they have now."""
        self._reading = reading
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.heads) - 1))

    def piece(self, row: int) -> Piece | None:
        """The piece of a row, None where there is no such row."""
        number = self.at(row)
        return self._reading.pieces[number] if self._reading and number is not None else None

    def row_after(self, row: int) -> int:
        """The next row below that needs a look; the row itself where there is none."""
        rows = (at for at in range(row + 1, len(self.rows)) if not _is_sure(self.piece(at)))
        return next(rows, row)

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        piece = self.piece(row)
        if piece is None:
            return ("",) * len(self.heads)
        sure = LEFT if piece.fate == "left" else DOUBTFUL if piece.doubt else SURE
        words = " ".join(piece.words.split())[:MOST_SHOWN]
        return sure, piece.place, words, self.place_of(piece)

    def place_of(self, piece: Piece) -> str:
        """Where the piece goes, in words; a note over several rows names the first and how many."""
        if piece.fate == "left":
            return NO_PLACE
        first = self.names.get(piece.keys[0], "") if piece.keys else ""
        if piece.fate == "form":
            return f"{FORM_WORDS} · {first}" if first else FORM_WORDS
        return f"{first} và {len(piece.keys) - 1} dòng dưới" if piece.keys[1:] else first


def _is_sure(piece: Piece | None) -> bool:
    return piece is None or piece.is_sure
