"""Widths of the columns of a table that follow what stands in them: as low as the table can be.

Each column stays within its range and is as wide as its longest word; what is left over goes where it
lowers the table most. Counted in whole millimetres with the widths of a Times face, so that both
writers get the same columns. Tables that have been fitted are remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from desktop_app.documents.grid import lay_out
from desktop_app.documents.model import Cell, Row
from desktop_app.documents.text_lines import cell_height, letters, widest_word

LEVELLING = 0.02
"""How much each cell counts beside the highest of its row: of two that are equally high none alone
lowers the row."""
STEPS = (1, 2, 4, 8, 16, 32)
"""Millimetres that are moved from one column to another at a time."""
ROUNDS = 40
LONG_WORD, WORDY = 45.0, 30
"""A word that is longer breaks, in mm; from so many letters on a cell is a text."""
DIGITS = 6
"""Decimals of a point to which heights are compared."""

Range = tuple[float, float]


def fitted_widths(
    head: Sequence[Row], rows: Sequence[Row], ranges: Sequence[Range], width: float
) -> tuple[float, ...]:
    """The widths in mm; their sum is `width`. ranges: least and most of each column, in mm."""
    return _fitted(tuple(head), tuple(rows), tuple(ranges), width)


def least_widths(
    head: Sequence[Row], rows: Sequence[Row], lows: Sequence[float], readable: float
) -> list[float]:
    """What each column needs in mm: for its words, if they are not endless; readable: where texts stand."""
    table = _Table(head, rows, len(lows))
    words, longest = table.least([(low, low) for low in lows]), table.longest(len(head), len(lows))
    return [
        max(low, min(word, LONG_WORD), readable if letters_ > WORDY else 0)
        for word, low, letters_ in zip(words, lows, longest, strict=True)
    ]


@lru_cache(maxsize=64)
def _fitted(
    head: tuple[Row, ...], rows: tuple[Row, ...], ranges: tuple[Range, ...], width: float
) -> tuple[float, ...]:
    table = _Table(head, rows, len(ranges))
    least = table.least(ranges)
    spare = int(width) - sum(least)
    if spare < 0:
        return _broken_words([low for low, _ in ranges], least, width)
    most = [max(low, int(high)) for low, (_, high) in zip(least, ranges, strict=True)]
    widths: list[float] = [*_lowest(table, _spread(least, most, spare), least, most)]
    widths[_widest_label(widths)] += width - sum(widths)
    return tuple(round(part, 2) for part in widths)


def _broken_words(lows: Sequence[float], least: Sequence[int], width: float) -> tuple[float, ...]:
    """Where not every longest word finds room: no column below its range, the rest after the words."""
    room = max(0.0, width - sum(lows))
    wanted = [word - low for word, low in zip(least, lows, strict=True)]
    if room == 0 or sum(wanted) == 0:
        return tuple(round(low * width / sum(lows), 2) for low in lows)
    return tuple(round(low + room * more / sum(wanted), 2) for low, more in zip(lows, wanted, strict=True))


class _Table:
    """How high the rows are, column by column; what has been measured once is kept."""

    def __init__(self, head: Sequence[Row], rows: Sequence[Row], columns: int) -> None:
        self._height = 0
        self._cells: dict[tuple[int, int], list[tuple[int, Cell]]] = {}
        for part in (head, rows):
            for line in lay_out(part, columns):
                for place in line:
                    if place.cell and place.cell.content:
                        span = (place.column, place.column + place.cell.columns)
                        self._cells.setdefault(span, []).append((self._height, place.cell))
                self._height += 1
        self._measured: dict[tuple[tuple[int, int], int], tuple[tuple[float, ...], float]] = {}

    def least(self, ranges: Sequence[Range]) -> list[int]:
        """The least width of each column: of its range, and of its longest word."""
        least = [ceil(low) for low, _ in ranges]
        for (begin, end), cells in self._cells.items():
            if end - begin == 1:
                least[begin] = max(least[begin], *(ceil(widest_word(cell)) for _, cell in cells))
        return least

    def longest(self, head: int, columns: int) -> list[int]:
        """The letters of the longest text of each column, below so many rows of the head."""
        longest = [0] * columns
        for (begin, end), cells in self._cells.items():
            if end - begin == 1:
                longest[begin] = max((letters(cell) for row, cell in cells if row >= head), default=0)
        return longest

    def height(self, widths: Sequence[int]) -> float:
        """The sum of all rows, with a little of every cell of theirs.

        Rounded, so that what is equally high compares so: from 3.12 on Python sums fractions otherwise.
        """
        spans = [self._span(span, sum(widths[span[0] : span[1]])) for span in self._cells]
        highest = sum(map(max, *(heights for heights, _ in spans), self._nothing))
        return round(highest + LEVELLING * sum(whole for _, whole in spans), DIGITS)

    @property
    def _nothing(self) -> tuple[float, ...]:
        return (0.0,) * self._height

    def _span(self, span: tuple[int, int], width: int) -> tuple[tuple[float, ...], float]:
        """The heights in points of the cells of a span of columns, by row, and their sum."""
        if (span, width) not in self._measured:
            heights = [0.0] * self._height
            for row, cell in self._cells[span]:
                height = cell_height(cell, width) / cell.rows
                for place in range(row, min(row + cell.rows, self._height)):
                    heights[place] = height
            self._measured[span, width] = (tuple(heights), sum(heights))
        return self._measured[span, width]


def _spread(least: Sequence[int], most: Sequence[int], spare: int) -> list[int]:
    """The spare width dealt out in proportion to what each column may still take."""
    room = [high - low for low, high in zip(least, most, strict=True)]
    whole = sum(room) or 1
    widths = [low + min(r, spare * r // whole) for low, r in zip(least, room, strict=True)]
    widths[_widest_label(widths)] += sum(least) + spare - sum(widths)
    return widths


def _widest_label(widths: Sequence[float]) -> int:
    """The column that takes what nobody needs: the widest."""
    return max(range(len(widths)), key=lambda column: widths[column])


def _lowest(table: _Table, widths: list[int], least: Sequence[int], most: Sequence[int]) -> list[int]:
    """Move width between two columns as long as that lowers the table, the best move first."""
    height = table.height(widths)
    for _ in range(ROUNDS):
        tried = ((table.height(other), other) for other in _moves(widths, least, most))
        lower, best = min(tried, default=(height, widths))
        if lower >= height - 1e-9:
            break
        height, widths = lower, best
    return widths


def _moves(widths: Sequence[int], least: Sequence[int], most: Sequence[int]) -> list[list[int]]:
    moves = []
    for giving in range(len(widths)):
        for taking in range(len(widths)):
            for step in STEPS:
                if giving == taking or widths[giving] - step < least[giving]:
                    break
                if widths[taking] + step > most[taking]:
                    break
                moved = list(widths)
                moved[giving] -= step
                moved[taking] += step
                moves.append(moved)
    return moves
