"""The lines of the head and foot of a report, wherever they are laid out: cells, tabs, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from desktop_app.word_import.contents import Block, WordParagraph, WordTable
from desktop_app.word_import.pieces import Piece

_APART = re.compile(r"\t+| {4,}|\u00a0{4,}")
"""What sets two words of one line at opposite sides of the page."""
_OPEN = re.compile(r"\b(Số\s?:?|ngày|tháng|năm)[\s.…_]{2,}", re.IGNORECASE)
"""Room left to write a number or a day by hand."""
_BULLETS = "-–—+*•●▪·\uf0b7"


class Line(msgspec.Struct, frozen=True):
    """One line; side: 0 at the left, 1 at the right, as cells and tabs say it."""

    text: str
    place: str
    side: int = 0
    bold: bool = False

    @property
    def is_upper(self) -> bool:
        """Whether it has letters, all of them capitals."""
        return self.text.isupper()

    @property
    def is_ruled(self) -> bool:
        """Whether it holds no word: a rule drawn with dashes, dots, stars."""
        return not any(letter.isalnum() for letter in self.text)

    def to_form(self) -> Piece:
        """The form prints it itself."""
        return Piece(self.place, self.text, "form")

    def left(self) -> Piece:
        """It found no place."""
        return Piece(self.place, self.text)

    def entered(self, key: str, text: str, doubt: str = "") -> Piece:
        """It is entered under the key."""
        return Piece(self.place, self.text, "entry", (key,), text, doubt=doubt)


def lines_of(block: Block) -> list[Line]:
    """Every line with something in it; of a table column by column within each row."""
    if isinstance(block, WordParagraph):
        return list(_lines(block, f"Đoạn {block.at}", None))
    return list(_table_lines(block))


def is_contents(block: Block) -> bool:
    """Whether it is a line of a table of contents."""
    return isinstance(block, WordParagraph) and block.contents


def bare(text: str) -> str:
    """A line of a list without its mark and end."""
    return text.strip().lstrip(_BULLETS).strip().rstrip(";.,").strip()


def has_bullet(text: str) -> bool:
    """Whether it begins as the line of a list."""
    return text.lstrip()[:1] in _BULLETS and bool(text.strip())


def _table_lines(table: WordTable) -> Iterator[Line]:
    for number, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row.cells):
            for paragraph in () if cell.covered else cell.paragraphs:
                yield from _lines(paragraph, f"Bảng {table.at}, dòng {number}", min(at, 1))


def _lines(paragraph: WordParagraph, place: str, side: int | None) -> Iterator[Line]:
    mark = "- " if paragraph.bullet else ""
    whole, bold = paragraph.bold, [run.text for run in paragraph.runs if run.bold]
    for line in f"{mark}{paragraph.shown}".split("\n"):
        parts = [part.strip() for part in _APART.split(_OPEN.sub(r"\1 ", line))]
        words = [(at, part) for at, part in enumerate(parts) if part and part != mark.strip()]
        for at, part in words:
            own = min(at, 1) if side is None else side
            yield Line(part, place, own, whole or any(part in text for text in bold))
