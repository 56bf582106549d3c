"""Tables of many columns: in the largest type in which their columns have room for their words.

The decree sets no size for the text inside of tables, so that this is ours; the usual tables keep theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from desktop_app.documents.column_widths import Range, fitted_widths, least_widths
from desktop_app.documents.model import Cell, Paragraph, Row, Table
from desktop_app.documents.styles import SMALL_SIZES, small_style
from desktop_app.forms.heads import ANY_WIDTH

_TRIED = (*((size, 34.0) for size in (0, *SMALL_SIZES)), (SMALL_SIZES[-1], 22.0), (SMALL_SIZES[-1], 0.0))
"""Sizes, 0 for the usual, with the millimetres below which a column of labels reads badly."""
NARROW = 6.0
"""Millimetres for a column of figures in small type."""


def table_that_fits(head: Sequence[Row], rows: Sequence[Row], ranges: Sequence[Range], width: float) -> Table:
    """The table as wide as the page, small only where it must be."""
    head, rows = tuple(head), tuple(rows)
    for size, readable in _TRIED:
        small_head, small_rows = (_small(head, size), _small(rows, size)) if size else (head, rows)
        lows = [_low(one, size) for one in ranges]
        needed = least_widths(small_head, small_rows, lows, readable)
        if sum(needed) <= width:
            break
    if sum(needed) > width:  # more columns than any type has room for: words break, in all of them alike
        widths = tuple(round(one * width / sum(needed), 2) for one in needed)
    else:
        wide = [(need, max(need, most)) for need, (_, most) in zip(needed, ranges, strict=True)]
        widths = fitted_widths(small_head, small_rows, wide, width)
    return Table(widths, small_rows, small_head, blank=small_style("cell", size) if size else "cell")


def _low(wanted: Range, size: int) -> float:
    """The least of a column; of one whose width the form leaves open less, once the type is small."""
    return NARROW if size and wanted == ANY_WIDTH else wanted[0]


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
