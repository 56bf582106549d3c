"""Where a table is cut at the foot of a page: which rows stay whole, and how many go together.

Both writers keep to these rules: a row stays whole unless that would leave more than a quarter of a
page blank, and the last page of a table has three rows at least, or a quarter of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

MOST_BLANK = 0.25
"""The part of a page that may stay blank so that a row stays whole; a taller row may be split."""
FEWEST_ROWS = 3
"""Rows on the last page of a table, its end among them."""


class Cut(NamedTuple):
    """`row` whole rows above, and `inside`: how much of the next row stands above as well."""

    row: int
    inside: float = 0.0


class Rows(NamedTuple):
    """Heights of the rows, whether each hangs together with the next by a merged cell, and of what ends all.

    page: the height of a page without the repeated head; least: what must stand on each side of a row
    that is split. All in one unit.
    """

    heights: Sequence[float]
    joined: Sequence[bool]
    ending: float
    page: float
    least: float

    def may_be_split(self, row: int) -> bool:
        """Whether the row is so tall that it may stand on two pages."""
        return self.heights[row] > MOST_BLANK * self.page

    def band(self, row: int) -> range:
        """The rows that merged cells join with this one."""
        first = last = row
        while first and self.joined[first - 1]:
            first -= 1
        while last < len(self.heights) - 1 and self.joined[last]:
            last += 1
        return range(first, last + 1)

    def kept_with_next(self, row: int) -> bool:
        """Whether no page may end between this row and what follows it."""
        band = self.band(row)
        if row < band[-1]:
            return sum(self.heights[n] for n in band) <= MOST_BLANK * self.page
        return row >= self._last_rows()

    def cut(self, room: float) -> Cut:
        """Where the rows are cut when `room` is left for them; Cut(0) when nothing should stand above."""
        row, used = 0, 0.0
        while row < len(self.heights) and used + self.heights[row] <= room:
            used += self.heights[row]
            row += 1
        row = self._out_of_band(row)
        left = room - sum(self.heights[:row])
        if row < len(self.heights) and self.may_be_split(row) and left >= self.least:
            return self._inside(row, min(left, self.heights[row] - self.least))
        return self._with_company(row)

    def _out_of_band(self, row: int) -> int:
        """The same, or the first row of the short band that would be cut."""
        if 0 < row < len(self.heights) and self.joined[row - 1]:
            band = self.band(row)
            if sum(self.heights[n] for n in band) <= MOST_BLANK * self.page:
                return band[0]
        return row

    def _inside(self, row: int, inside: float) -> Cut:
        """Less above, where only the end of a row would be left for the last page."""
        left = sum(self.heights[row:]) - inside + self.ending
        wanted = min(MOST_BLANK * self.page, self.heights[row] - self.least)
        if len(self.heights) - row < FEWEST_ROWS and left < wanted:
            inside = max(self.least, inside - (wanted - left))
        return Cut(row, inside)

    def _with_company(self, row: int) -> Cut:
        """Less above, where the last page would have one or two low rows, or the end alone."""
        first = self._last_rows()
        if first > row:
            return Cut(row)
        lacking = MOST_BLANK * self.page - sum(self.heights[first:]) - self.ending
        few = len(self.heights) - first < FEWEST_ROWS
        if few and lacking > 0 and first and self.may_be_split(first - 1):
            return Cut(first - 1, self.heights[first - 1] - max(self.least, lacking))
        return Cut(first)

    def _last_rows(self) -> int:
        """The first of the rows that stand on one page with the end of the table."""
        row, height = len(self.heights), self.ending
        while row and len(self.heights) - row < FEWEST_ROWS and height < MOST_BLANK * self.page:
            if self.may_be_split(row - 1):
                break
            row -= 1
            height += self.heights[row]
        return self._out_of_band(row)
