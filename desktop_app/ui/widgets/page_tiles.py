"""Pieces of pages that have been drawn: few enough to be kept, small enough to be made between two keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desktop_app.documents.pdf_pages import Area, PdfPages
from desktop_app.ui.page_image import page_image

STRIP_PIXELS = 1024 * 256
"""A megabyte, and one to three milliseconds of drawing; a whole page takes ten, at 400 % a hundred."""
KEPT = 64


class Tile(msgspec.Struct, frozen=True):
    """One piece of a page."""

    page: int
    area: Area


def tiles_in(page: int, box: Area, sight: Area) -> Iterator[Tile]:
    """The pieces of a page that are in sight; the box is where the page stands.

    Always as wide as the page: at a cut from above to below the library puts letters of one line
    up to a pixel beside where they stood.
    """
    rows = max(1, STRIP_PIXELS // box.width)
    first = max(0, sight.top - box.top) // rows * rows
    for top in range(first, min(box.height, sight.top + sight.height - box.top), rows):
        yield Tile(page, Area(0, top, box.width, min(rows, box.height - top)))


class PageTiles:
    """The drawn pieces of one document at one size; pieces of the document before stand in for new ones."""

    def __init__(self, pages: PdfPages) -> None:
        self._pages = pages
        self._drawn: dict[Tile, QImage] = {}
        self._fresh: set[Tile] = set()

    def grow_stale(self) -> None:
        """Another document is open: what is drawn stays until it has been drawn again."""
        self._fresh.clear()

    def forget(self) -> None:
        """Pages have another size now."""
        self._drawn.clear()
        self._fresh.clear()

    def image(self, tile: Tile) -> QImage | None:
        """The piece as far as it is drawn, be it that of the document before."""
        return self._drawn.get(tile)

    def is_fresh(self, tile: Tile) -> bool:
        """Whether the piece is drawn from this very document."""
        return tile in self._fresh

    def draw(self, tile: Tile, size: QSize) -> QImage:
        """Draw the piece of a page that is `size` pixels large."""
        self._drawn.pop(tile, None)
        image = self._drawn[tile] = page_image(self._pages, tile.page, size, tile.area)
        self._fresh.add(tile)
        return image

    def __len__(self) -> int:
        return len(self._drawn)

    def thin_out(self, seen: Iterable[Tile]) -> None:
        """Give up the oldest pieces once there are many, but none that is in sight."""
        if len(self) <= KEPT:
            return
        needed = set(seen)
        for tile in [tile for tile in self._drawn if tile not in needed][: len(self) - KEPT]:
            del self._drawn[tile]
            self._fresh.discard(tile)
