"""Rows of spanning cells laid on their grid: which cell begins where, which places are covered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.model import Cell, Row


class Placed(NamedTuple):
    """A place of the grid: the cell that begins there, or the one of above or of the left that covers it.

    One of `cell` and `covered_by` is None.
    """

    row: int
    column: int
    cell: Cell | None
    covered_by: Cell | None = None


def lay_out(rows: Sequence[Row], columns: int) -> list[list[Placed]]:
    """Every place of the grid, row by row; a row with too few cells is filled with empty ones."""
    grid: list[list[Placed | None]] = [[None] * columns for _ in rows]
    for number, row in enumerate(rows):
        waiting = list(row.cells)
        for column in range(columns):
            if grid[number][column] is not None:
                continue
            cell = waiting.pop(0) if waiting else Cell()
            _cover(grid, number, column, cell)
    return [[place for place in row if place is not None] for row in grid]


def _cover(grid: list[list[Placed | None]], row: int, column: int, cell: Cell) -> None:
    grid[row][column] = Placed(row, column, cell)
    if cell.rows == cell.columns == 1:
        return
    for down in range(min(cell.rows, len(grid) - row)):
        for along in range(min(cell.columns, len(grid[0]) - column)):
            grid[row + down][column + along] = Placed(row + down, column + along, None, covered_by=cell)
    grid[row][column] = Placed(row, column, cell)
