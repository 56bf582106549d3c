"""Sheets without a file format: cells of text, numbers and formulas over other cells."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

Format = Literal["text", "count", "decimal", "percent"]


class SheetCell(msgspec.Struct, frozen=True):
    """One cell. A formula is written by us alone; typed text is only ever text."""

    text: str = ""
    number: Decimal | None = None
    formula: str = ""
    form: Format = "text"
    locked: bool = True
    strong: bool = False
    centred: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """One sheet: a title line, one row of heads, and rows of cells. Widths in letters."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    widths: tuple[float, ...]


HEAD_ROWS = 2
"""Rows above the first row of cells: title and heads."""
