"""Where each key is printed: pages and rectangles, for a preview that can be clicked."""

from __future__ import annotations

import msgspec


class PrintPosition(msgspec.Struct, frozen=True):
    """A rectangle on a page: page from 0; left, top, width, height in points from the top left."""

    source: str
    page: int
    left: float
    top: float
    width: float
    height: float


class PrintPositions(msgspec.Struct, frozen=True):
    """Every place of a printed document, in printing order."""

    all: tuple[PrintPosition, ...] = ()

    def of(self, source: str) -> PrintPosition | None:
        """Where the key is printed first; a cell with nothing in it where its row, or its table, is."""
        while source:
            if place := next((place for place in self.all if place.source == source), None):
                return place
            source = source.rpartition(".")[0]
        return None

    def at(self, page: int, left: float, top: float) -> str:
        """The key printed at a point of a page: the one under it, else of its line; "" if none."""
        on_line = [p for p in self.all if p.page == page and p.top <= top <= p.top + p.height]
        under = [p for p in on_line if p.left <= left <= p.left + p.width]
        found = under or on_line
        return min(found, key=lambda p: p.height).source if found else ""
