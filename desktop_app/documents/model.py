"""A document without a file format: sections of blocks; both writers print exactly these words.

Lengths are millimetres. Texts are printed as they stand: capitals, numbers and punctuation are
settled by whoever composes the document. `source` names the key that a block comes from.
"""

from __future__ import annotations

import re

import msgspec

from desktop_app.documents.settings import PrintSettings

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Run(msgspec.Struct, frozen=True):
    """A stretch of text in one face, on top of the face of its style; with a note, its number."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str = ""  # the words of a footnote, line ends in them; the text is its number, printed raised


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """One paragraph in one of the styles of styles.py."""

    style: str
    runs: tuple[Run, ...]
    source: str = ""

    @property
    def text(self) -> str:
        """The words without faces and without the numbers of footnotes."""
        return "".join(run.text for run in self.runs if not run.note)


class DrawnLine(msgspec.Struct, frozen=True, tag="line"):
    """A solid line, centred, such as the one under the motto."""

    length: float


class Cell(msgspec.Struct, frozen=True):
    """One cell, spanning `columns` and `rows`; covered cells are left out of their rows."""

    content: tuple[Paragraph | DrawnLine, ...] = ()
    columns: int = 1
    rows: int = 1
    top: bool = True  # against the top edge, else in the middle


class Row(msgspec.Struct, frozen=True):
    """One row; the cells that spans from above cover are left out."""

    cells: tuple[Cell, ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table; `head` rows are repeated on every page, `ruled` draws its lines.

    blank: the style of a cell without words, which in a Word file is as high as a line of it.
    """

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    ruled: bool = True
    blank: str = "cell"


class Ending(msgspec.Struct, frozen=True, tag="ending"):
    """A paragraph and the table that must not stand on a page without two of its lines."""

    last: Paragraph
    table: Table


Block = Paragraph | DrawnLine | Table | Ending


class PageSection(msgspec.Struct, frozen=True):
    """Pages numbered from 1 of their own, the first without its number; or going on from those before."""

    blocks: tuple[Block, ...]
    title: str = ""  # for the outline of the file
    landscape: bool = False
    continues: bool = False


class Document(msgspec.Struct, frozen=True):
    """All sections, with the settings they are printed by."""

    title: str
    sections: tuple[PageSection, ...]
    settings: PrintSettings


def plain(style: str, text: str, source: str = "") -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(style, (Run(text),) if text else (), source)


def legal(text: str) -> str:
    """The text with letters that no file may hold replaced by a sign that can be seen."""
    return _ILLEGAL.sub("\ufffd", text)
