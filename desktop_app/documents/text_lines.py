"""How many lines a text takes in a column, counted without a font file, so that a page can be planned.

Words are measured once and remembered: a report is composed anew with every pause in typing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from desktop_app.documents.grid import lay_out
from desktop_app.documents.metrics import MM_PER_POINT, text_width
from desktop_app.documents.model import Cell, DrawnLine, Paragraph, Row, Table
from desktop_app.documents.row_breaks import Rows
from desktop_app.documents.styles import STYLES, Style

LEADING = 1.15
"""One "single" line of a Times face, in font sizes."""
CELL_EDGE = 1.06
"""Left and right margin inside a cell in mm: three points."""
CELL_TOP, CELL_BOTTOM = 1.0, 2.0
"""Margins above and below the text of a ruled cell in points."""
LINE_HEIGHT, LINE_AFTER = 8.0, 6.0
"""Points that a drawn line takes, and the gap below it."""
MANY_WORDS = 80
"""Beyond, lines are not counted word by word but estimated: some three in a hundred are too short."""
SPARE = 0.3
"""Millimetres that stay free: the same words are a hair wider in other faces."""


def cell_height(cell: Cell, width: float) -> float:
    """The height of a cell of this width in mm, in points, with its margins."""
    inner = width - 2 * CELL_EDGE
    heights = (LINE_HEIGHT if isinstance(part, DrawnLine) else _height(part, inner) for part in cell.content)
    return sum(heights) + CELL_TOP + CELL_BOTTOM


@lru_cache(maxsize=64)
def measured(table: Table, ending: tuple[Paragraph, ...], room: float) -> Rows:
    """The rows of a table as they are cut into pages of `room` points, `ending` below the last."""
    head, rows = _heights(table.head, table.widths), _heights(table.rows, table.widths)
    joined = [False] * len(rows)
    for number, row in enumerate(table.rows):
        for below in range(number, number + max((cell.rows for cell in row.cells), default=1) - 1):
            joined[min(below, len(rows) - 1)] = True
    width = sum(table.widths)
    end = sum(_height(part, width) for part in ending)
    return Rows(rows, joined, end, room - sum(head), 2 * LEADING * STYLES["cell"].size)


def _heights(rows: Sequence[Row], widths: Sequence[float]) -> list[float]:
    """The height of each row in points; what a merged cell lacks is added to its last row."""
    heights = [CELL_TOP + CELL_BOTTOM] * len(rows)
    begun = [
        (place.cell, place) for line in lay_out(rows, len(widths)) for place in line if place.cell is not None
    ]
    for cell, place in sorted(begun, key=lambda pair: pair[0].rows):
        width = sum(widths[place.column : place.column + cell.columns])
        below = min(place.row + cell.rows, len(rows))
        lacking = cell_height(cell, width) - sum(heights[place.row : below])
        heights[below - 1] += max(0.0, lacking)
    return heights


def widest_word(cell: Cell) -> float:
    """The width in mm that the cell needs so that no word of it is broken."""
    words = (_widest(part) for part in cell.content if isinstance(part, Paragraph))
    return max(words, default=0.0) + 2 * CELL_EDGE + SPARE


def letters(cell: Cell) -> int:
    """The letters of its longest paragraph."""
    return max((len(part.text) for part in cell.content if isinstance(part, Paragraph)), default=0)


@lru_cache(maxsize=200_000)
def _height(paragraph: Paragraph, width: float) -> float:
    style = STYLES[paragraph.style]
    lines = sum(_count(line, width, _size(style), style.bold) for line in paragraph.text.split("\n"))
    return lines * _size(style) * LEADING + style.before + style.after


def _count(text: str, width: float, size: float, bold: bool) -> int:
    """The lines of a text without line ends."""
    words = _words(text, size, bold)
    if len(words) > MANY_WORDS:
        whole = sum(words) + text_width(" ", size, bold=bold) * (len(words) - 1)
        return ceil(whole / max(width, 1) * 1.03)
    blank = text_width(" ", size, bold=bold)
    lines, left = 1, width
    for word in words:
        if word > left and left < width:
            lines, left = lines + 1, width
        if word > width:  # broken where it must be
            more = ceil(word / max(width, 1)) - 1
            lines, word = lines + more, word - more * width
        left -= word + blank
    return lines


@lru_cache(maxsize=20_000)
def _words(text: str, size: float, bold: bool) -> tuple[float, ...]:
    return tuple(_word(word, size, bold) for word in text.split(" ") if word)


@lru_cache(maxsize=50_000)
def _word(word: str, size: float, bold: bool) -> float:
    return text_width(word, size, bold=bold)


def _widest(paragraph: Paragraph) -> float:
    style = STYLES[paragraph.style]
    lines = paragraph.text.split("\n")
    return max((max(_words(line, _size(style), style.bold), default=0.0) for line in lines), default=0.0)


def _size(style: Style) -> float:
    """Styles of the body follow a setting and stand in no cell of ours; the largest that may be."""
    return style.size or style.most


def points(length: float) -> float:
    """Millimetres as points."""
    return length / MM_PER_POINT
