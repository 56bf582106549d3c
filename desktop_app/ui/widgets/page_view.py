"""The printed pages, one below the other: scrolled, fitted, zoomed, clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from desktop_app.documents.pdf_pages import Area, PdfPages
from desktop_app.ui.theme import DESK, EDGE
from desktop_app.ui.widgets.page_layout import MARGIN, Fit, PageLayout, Room, Spot
from desktop_app.ui.widgets.page_tiles import PageTiles, Tile, tiles_in

LEAST, MOST, STEP = 0.3, 4.0, 1.2
DRAW_SECONDS = 0.03
"""Seconds that one painting may spend on pieces of which there is nothing yet; the rest comes after it."""
SCROLL_STEP = 24
READING = 0.4
"""How far down the page stands that is called the current one, as a share of what is in sight."""


class PageView(QAbstractScrollArea):
    """All pages of a PDF; draws what is in sight, in small pieces between the keys that are typed."""

    clicked = Signal(object)  # Spot
    current_changed = Signal(int)

    def __init__(self, pages: PdfPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = pages
        self._tiles = PageTiles(pages)
        self._fit, self._zoom = Fit.WIDTH, 1.0
        self._layout = PageLayout((), Room(1, 1), self._fit, 1.0)
        self._current = 0
        self._pressed = QPoint()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._draw_next)
        # Always there: if it came and went with the height, the width to be fitted would change again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(SCROLL_STEP)

    # -- what is shown --

    def show_again(self) -> None:
        """Another PDF is open: the same place of it, and the old pages until the new ones are drawn."""
        self._tiles.grow_stale()
        self._lay_out(QPointF())
        self.viewport().update()

    def current_page(self) -> int:
        """The page that is being looked at, from 0."""
        return self._current

    def jump(self, page: int, top: float = 0.0, above: int = MARGIN) -> None:
        """Scroll to a height of a page, in points; `above` units stay in sight above it."""
        if not 0 <= page < len(self.pages.sizes):
            return
        _, y = self._layout.pixel(Spot(page, 0, top))
        self.verticalScrollBar().setValue(round(y / self._layout.room.ratio) - above)
        if not top:
            self._tell(page)  # the last pages may be too short to come to the top

    def spot_at(self, point: QPointF) -> Spot:
        """What stands at a point of the viewport."""
        ratio, (left, top) = self._layout.room.ratio, self._offset()
        return self._layout.spot(point.x() * ratio + left, point.y() * ratio + top)

    def point_of(self, spot: Spot) -> QPointF:
        """Where a spot stands in the viewport; outside it when it is out of sight."""
        ratio, (left, top) = self._layout.room.ratio, self._offset()
        x, y = self._layout.pixel(spot)
        return QPointF((x - left) / ratio, (y - top) / ratio)

    # -- how large --

    def fit(self, fit: Fit) -> None:
        """Fit every page to the width, or into the window; the current page stays in sight."""
        page = self._current
        self._fit = fit
        self._lay_out(QPointF())
        if fit is Fit.PAGE:
            self.jump(page)
        self.viewport().update()

    def zoom(self) -> float:
        """How large the current page is; 1 is its natural size."""
        if self._fit is Fit.FREE or not self._layout.scales:
            return self._zoom
        return self._layout.scales[self._current] / (self._natural() * self._layout.room.ratio)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller than now; the point of the viewport (else its middle) stays where it is."""
        self._zoom = min(MOST, max(LEAST, self.zoom() * factor))
        self._fit = Fit.FREE
        self._lay_out(QPointF(self.viewport().rect().center()) if at is None else at)
        self.viewport().update()

    def _natural(self) -> float:
        """Units of the window for one point."""
        return self.logicalDpiX() / 72

    def _lay_out(self, at: QPointF) -> None:
        """PrintPosition the pages anew; what stood at a point of the viewport stands there again."""
        spot, before = self.spot_at(at), self._layout.boxes
        ratio = self.devicePixelRatioF()
        units = self.viewport().size()
        room = Room(int(units.width() * ratio), int(units.height() * ratio), ratio)
        scale = self._zoom * self._natural() * ratio
        made = self._layout = PageLayout(self.pages.sizes, room, self._fit, scale)
        pairs = zip(before, made.boxes, strict=False)
        if any((old.width, old.height) != (new.width, new.height) for old, new in pairs):
            self._tiles.forget()
        x, y = made.pixel(spot)
        for bar, total, shown, place in (
            (self.horizontalScrollBar(), made.width, units.width(), x / ratio - at.x()),
            (self.verticalScrollBar(), made.height, units.height(), y / ratio - at.y()),
        ):
            bar.setRange(0, max(0, ceil(total / ratio) - shown))
            bar.setPageStep(max(SCROLL_STEP, shown - 2 * SCROLL_STEP))
            bar.setValue(round(place))
        self._see()

    def _offset(self) -> tuple[int, int]:
        """Pixels that are scrolled away."""
        ratio = self._layout.room.ratio
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return round(across * ratio), round(down * ratio)

    def _see(self) -> None:
        """Find out which page is the current one."""
        reading = self._offset()[1] + round(self._layout.room.height * READING)
        self._tell(self._layout.page_at(reading))

    def _tell(self, page: int) -> None:
        if page != self._current:
            self._current = page
            self.setAccessibleDescription(f"Trang {page + 1} / {len(self.pages.sizes)}")
            self.current_changed.emit(page)

    # -- drawing --

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The desk, and on it the pieces that are there; those that are not are drawn soon."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), DESK)
        ratio = self._layout.room.ratio
        painter.scale(1 / ratio, 1 / ratio)  # from here on pixels of the screen
        left, top = self._offset()
        painter.translate(-left, -top)
        begun = perf_counter()
        sight = self._sight(event.rect())
        for page in self._layout.pages_in(sight):
            box = self._layout.boxes[page]
            painter.fillRect(box.left - 1, box.top - 1, box.width + 2, box.height + 2, EDGE)
            painter.fillRect(box.left, box.top, box.width, box.height, Qt.GlobalColor.white)
            for tile in tiles_in(page, box, sight):
                image = self._tiles.image(tile)
                if image is None and perf_counter() - begun < DRAW_SECONDS:
                    image = self._draw(tile)
                if image:
                    painter.drawImage(box.left + tile.area.left, box.top + tile.area.top, image)
                if image is None or not self._tiles.is_fresh(tile):
                    self._later.start()
        painter.end()
        self._tiles.thin_out(self._seen())

    def _sight(self, rect: QRect) -> Area:
        """A part of the viewport as a part of all pages."""
        ratio, (left, top) = self._layout.room.ratio, self._offset()
        x, y = int(rect.left() * ratio), int(rect.top() * ratio)
        across, down = ceil((rect.right() + 1) * ratio), ceil((rect.bottom() + 1) * ratio)
        return Area(left + x, top + y, across - x, down - y)

    def is_drawn(self) -> bool:
        """Whether all that is in sight is drawn from the document that is open."""
        return all(self._tiles.is_fresh(tile) for tile in self._seen())

    def _seen(self) -> Iterator[Tile]:
        """The pieces that are in sight, from above."""
        sight = self._sight(self.viewport().rect())
        for page in self._layout.pages_in(sight):
            yield from tiles_in(page, self._layout.boxes[page], sight)

    def _draw(self, tile: Tile) -> QImage:
        box = self._layout.boxes[tile.page]
        return self._tiles.draw(tile, QSize(box.width, box.height))

    def _draw_next(self) -> None:
        """Draw one piece that is in sight; whoever types comes before the next one."""
        tile = next((tile for tile in self._seen() if not self._tiles.is_fresh(tile)), None)
        if tile:
            self._draw(tile)
            self.viewport().update(self._place(tile))
            self._later.start()

    def _place(self, tile: Tile) -> QRect:
        """Where a piece stands in the viewport."""
        ratio, (left, top) = self._layout.room.ratio, self._offset()
        box = self._layout.boxes[tile.page]
        corner = QPointF(box.left + tile.area.left - left, box.top + tile.area.top - top) / ratio
        size = QPointF(tile.area.width, tile.area.height) / ratio
        return QRectF(corner.x(), corner.y(), size.x(), size.y()).toAlignedRect()

    # -- events --

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the pages again."""
        super().resizeEvent(event)
        self._lay_out(QPointF())

    def event(self, event: QEvent) -> bool:
        """A window that comes to another screen has other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out(QPointF())
        return super().event(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Show what has come into sight."""
        super().scrollContentsBy(dx, dy)
        self._see()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """With Ctrl larger and smaller around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Home and End, and with Ctrl larger (+), smaller (-), as wide as the window (0)."""
        bar = self.verticalScrollBar()
        zooming: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: self.zoom_by(STEP),
            Qt.Key.Key_Equal: lambda: self.zoom_by(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom_by(1 / STEP),
            Qt.Key.Key_0: lambda: self.fit(Fit.WIDTH),
        }
        moving: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Home: lambda: bar.setValue(bar.minimum()),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
        }
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        act = moving.get(event.key()) or (zooming.get(event.key()) if control else None)
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click begins."""
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a page is emitted with its place there."""
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        spot = self.spot_at(event.position())
        still = moved < QApplication.startDragDistance()
        if still and event.button() == Qt.MouseButton.LeftButton and self._layout.holds(spot):
            self.clicked.emit(spot)
