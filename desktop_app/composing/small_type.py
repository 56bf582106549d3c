"""Tables of many columns: in the largest type in which their columns have room for their words.

The decree sets no size for the text inside of tables, so that this is ours; the usual tables keep theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from desktop_app.documents.column_widths import Range, fitted_widths, least_widths
from desktop_app.documents.model import Cell, Paragraph, Row, Table
from desktop_app.documents.styles import SMALL_SIZES, small_style


def table_that_fits(head: Sequence[Row], rows: Sequence[Row], ranges: Sequence[Range], width: float) -> Table:
    """The table as wide as the page, small only where it must be."""
    head, rows = tuple(head), tuple(rows)
    blank = "cell"
    small_head, small_rows = head, rows
    for size in SMALL_SIZES:
        if sum(least_widths(small_head, small_rows, ranges)) <= width:
            break
        blank = small_style("cell", size)
        small_head, small_rows = _small(head, size), _small(rows, size)
    widths = fitted_widths(small_head, small_rows, ranges, width)
    return Table(widths, small_rows, small_head, blank=blank)


def _small(rows: tuple[Row, ...], size: int) -> tuple[Row, ...]:
    return tuple(Row(tuple(_small_cell(cell, size) for cell in row.cells)) for row in rows)


def _small_cell(cell: Cell, size: int) -> Cell:
    parts = tuple(
        msgspec.structs.replace(part, style=small_style(part.style, size))
        if isinstance(part, Paragraph)
        else part
        for part in cell.content
    )
    return msgspec.structs.replace(cell, content=parts)
