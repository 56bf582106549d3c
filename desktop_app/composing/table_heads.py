"""The head of an appendix's table: its columns in one storey, or two where words stand over some of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from desktop_app.composing.text import Printed
from desktop_app.documents.model import Cell, Row, plain
from desktop_app.forms.columns import columns_of, group_width, has_groups
from desktop_app.forms.heads import Column, ColumnRange
from desktop_app.forms.model import Appendix


class Columns(NamedTuple):
    """The printed columns; grouped: merged cells stand at the left of the labels."""

    all: tuple[Column, ...]
    grouped: bool

    @property
    def across(self) -> int:
        """How many columns the grid has, that of the merged cells with them."""
        return len(self.all) + self.grouped

    def span(self, column: Column) -> int:
        """Over how many columns of the grid its head stands."""
        return 2 if self.grouped and column.of == "label" else 1


def printed_columns(printed: Printed, appendix: Appendix) -> Columns:
    """The columns of the table."""
    return Columns(columns_of(appendix, printed.edition.head.columns), has_groups(appendix))


def column_ranges(printed: Printed, appendix: Appendix, columns: Columns) -> list[ColumnRange]:
    """Least and most of each column of the grid, in mm."""
    ranges: list[ColumnRange] = []
    for column in columns.all:
        if columns.span(column) > 1:
            ranges.append(group_width(appendix, printed.edition.head.columns))
        ranges.append(column.width)
    return ranges


def table_head(printed: Printed, columns: Columns) -> tuple[Row, ...]:
    """One row, or two: words over neighbours, and under them their titles."""
    two = any(column.over for column in columns.all)
    upper: list[Cell] = []
    lower: list[Cell] = []
    for over, members in groupby(columns.all, key=lambda column: column.over):
        together = tuple(members)
        if over:
            upper.append(_cell(printed, over, sum(map(columns.span, together))))
            lower += _titles(printed, columns, together, 1)
        else:
            upper += _titles(printed, columns, together, 2 if two else 1)
    return (Row(tuple(upper)), Row(tuple(lower))) if two else (Row(tuple(upper)),)


def _titles(printed: Printed, columns: Columns, members: Sequence[Column], rows: int) -> list[Cell]:
    return [_cell(printed, column.title, columns.span(column), rows) for column in members]


def _cell(printed: Printed, text: str, columns: int, rows: int = 1) -> Cell:
    return Cell((plain("table_head", printed.fill(text)),), columns, rows, top=False)
