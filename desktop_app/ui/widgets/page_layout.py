"""Where the pages stand below each other, in pixels of the screen; plain arithmetic without Qt."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum

import msgspec

from desktop_app.documents.pdf_pages import Area

MARGIN = 8
"""Around the pages and between them, in units of the window."""


class Fit(Enum):
    """What decides how large a page is."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class Spot(msgspec.Struct, frozen=True):
    """A point of a page, in points from its top left; outside it where the pointer was beside it."""

    page: int
    left: float
    top: float


class Room(msgspec.Struct, frozen=True):
    """What the pages have to fit: pixels of the screen across and down, and how many make one unit."""

    width: int
    height: int
    ratio: float = 1.0


class PageLayout:
    """The boxes of all pages. Whole pixels of the screen, so that letters stay crisp also at 150 %."""

    def __init__(self, sizes: tuple[tuple[float, float], ...], room: Room, fit: Fit, scale: float) -> None:
        self.room = room
        self.margin = round(MARGIN * room.ratio)
        self.scales = [self._scale(size, fit, scale) for size in sizes]
        sides = [
            (max(1, round(size[0] * s)), max(1, round(size[1] * s)))
            for size, s in zip(sizes, self.scales, strict=True)
        ]
        self.width = max([room.width, *(width + 2 * self.margin for width, _ in sides)])
        self.boxes: list[Area] = []
        top = self.margin
        for width, height in sides:
            self.boxes.append(Area((self.width - width) // 2, top, width, height))
            top += height + self.margin
        self.height = top
        self._tops = [box.top - self.margin // 2 for box in self.boxes]

    def page_at(self, y: int) -> int:
        """The page at a height, that before where there is none; 0 without pages."""
        return max(0, bisect_right(self._tops, y) - 1)

    def spot(self, x: float, y: float) -> Spot:
        """What stands at a pixel."""
        page = self.page_at(round(y))
        if not self.boxes:
            return Spot(0, -1, -1)
        box, scale = self.boxes[page], self.scales[page]
        return Spot(page, (x - box.left) / scale, (y - box.top) / scale)

    def pixel(self, spot: Spot) -> tuple[float, float]:
        """Where a spot stands; the gap above a page is a gap at every size."""
        if not self.boxes:
            return 0, 0
        page = min(spot.page, len(self.boxes) - 1)
        box, scale = self.boxes[page], self.scales[page]
        top = spot.top * scale if spot.top >= 0 else -self.margin
        return box.left + spot.left * scale, box.top + top

    def holds(self, spot: Spot) -> bool:
        """Whether a spot is on its page, not beside it."""
        if not self.boxes:
            return False
        box, scale = self.boxes[spot.page], self.scales[spot.page]
        return 0 <= spot.left * scale < box.width and 0 <= spot.top * scale < box.height

    def pages_in(self, sight: Area) -> range:
        """The pages that are in sight."""
        return range(self.page_at(sight.top), self.page_at(sight.top + sight.height) + bool(self.boxes))

    def _scale(self, size: tuple[float, float], fit: Fit, scale: float) -> float:
        """Pixels for one point of a page of this size."""
        across = max(1, self.room.width - 2 * self.margin) / size[0]
        if fit is Fit.WIDTH:
            return across
        if fit is Fit.PAGE:
            return min(across, max(1, self.room.height - 2 * self.margin) / size[1])
        return scale
