"""What a Word file holds, neutral: paragraphs of runs and tables of cells, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

Bullet = Literal["", "dash", "plus"]


class WordRun(msgspec.Struct, frozen=True):
    """A stretch of text in one face; with a note it is the anchor of a footnote and has no text."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str = ""
    font: str = ""
    hidden: bool = False


class WordParagraph(msgspec.Struct, frozen=True):
    """One paragraph as a reader sees it.

    number: what Word itself prints before it ("1.", "a)"); bullet: the kind of its list; level: of the
    outline, -1 for running text; contents: a line of a table of contents.
    """

    runs: tuple[WordRun, ...]
    number: str = ""
    bullet: Bullet = ""
    level: int = -1
    centred: bool = False
    contents: bool = False
    at: int = 0  # which paragraph of the file it is, from 1

    @property
    def text(self) -> str:
        """The words, without the number that Word prints and without footnotes."""
        return "".join(run.text for run in self.runs)

    @property
    def shown(self) -> str:
        """The words behind the number that Word prints."""
        return f"{self.number} {self.text}".strip() if self.number else self.text.strip()

    @property
    def bold(self) -> bool:
        """Whether every word of it is bold."""
        return self._all("bold")

    @property
    def italic(self) -> bool:
        """Whether every word of it is italic."""
        return self._all("italic")

    @property
    def notes(self) -> list[str]:
        """The words of its footnotes."""
        return [run.note for run in self.runs if run.note]

    def _all(self, face: str) -> bool:
        words = [run for run in self.runs if run.text.strip()]
        return bool(words) and all(getattr(run, face) for run in words)


class WordCell(msgspec.Struct, frozen=True):
    """One cell: first column of the grid, how many it spans; covered: it goes on from the row above."""

    paragraphs: tuple[WordParagraph, ...]
    column: int
    columns: int = 1
    covered: bool = False

    @property
    def text(self) -> str:
        """Its lines with words in them."""
        lines = (line.strip() for part in self.paragraphs for line in part.shown.split("\n"))
        return "\n".join(line for line in lines if line)


class WordRow(msgspec.Struct, frozen=True):
    """One row; head: repeated on every page."""

    cells: tuple[WordCell, ...]
    head: bool = False


class WordTable(msgspec.Struct, frozen=True):
    """A table with its rows; at: which table of the file it is, from 1."""

    rows: tuple[WordRow, ...]
    at: int = 0


Block = WordParagraph | WordTable


class WordFile(msgspec.Struct, frozen=True):
    """All of a file: the body; running heads and comments by what they are; sentences about the file."""

    blocks: tuple[Block, ...]
    aside: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()

    def paragraphs(self) -> Iterator[WordParagraph]:
        """Every paragraph, those in cells too."""
        for block in self.blocks:
            if isinstance(block, WordParagraph):
                yield block
            else:
                yield from (part for row in block.rows for cell in row.cells for part in cell.paragraphs)
