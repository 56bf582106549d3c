"""The head of a table that names its own columns: titles of several lines, shared words in a storey above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from desktop_app.ui import theme
from desktop_app.ui.models.shown_columns import ShownColumn

_PAD, _MOST_LINES = 4, 6
_WORDS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class TableHead(QHeaderView):
    """As high as its titles need at the widths of their columns."""

    def __init__(self, columns: Sequence[ShownColumn], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._shown = columns
        self._bold = QFont(self.font())
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._letters = QFontMetrics(self._bold)
        self.setSectionsClickable(True)
        self.sectionResized.connect(lambda *_: self.updateGeometry())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Storey and titles."""
        upper = self._storey()
        heights = [
            self._height(column.title, self.sectionSize(n)) + (upper if column.over else 0)
            for n, column in enumerate(self._shown)
            if not self.isSectionHidden(n)
        ]
        single = self._line() + 2 * _PAD
        return QSize(super().sizeHint().width(), max([single, *heights]))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        """The title, below the storey where something stands over it."""
        column = self._shown[logical]
        room = QRect(rect)
        if column.over:
            room.setTop(room.top() + self._storey())
        self._paint(painter, room, column.title)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The titles, then the words that stand over several of them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for first, last in self.groups():
            left = self.sectionViewportPosition(first)
            right = self.sectionViewportPosition(last) + self.sectionSize(last)
            self._paint(painter, QRect(left, 0, right - left, self._storey()), self._shown[first].over)

    def groups(self) -> Iterator[tuple[int, int]]:
        """First and last column of each run of neighbours with the same words over them."""
        seen = [n for n in range(len(self._shown)) if not self.isSectionHidden(n)]
        first = last = -1
        for n in seen:
            if first >= 0 and self._shown[n].over == self._shown[first].over:
                last = n
                continue
            if first >= 0:
                yield first, last
            first = last = n if self._shown[n].over else -1
        if first >= 0:
            yield first, last

    def _paint(self, painter: QPainter, room: QRect, text: str) -> None:
        painter.save()
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect = room
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        painter.setFont(self._bold)
        painter.setPen(QPen(theme.TEXT))
        painter.setClipRect(room)
        painter.drawText(room.adjusted(_PAD, 1, -_PAD, -1), _WORDS, text)
        painter.restore()

    def _storey(self) -> int:
        """The height of the upper storey; 0 without one."""
        widths = {
            first: self.sectionPosition(last) + self.sectionSize(last) - self.sectionPosition(first)
            for first, last in self.groups()
        }
        heights = (self._height(self._shown[first].over, width) for first, width in widths.items())
        return max(heights, default=0)

    def _height(self, text: str, width: int) -> int:
        room = QRect(0, 0, max(20, width - 2 * _PAD), 10_000)
        lines = self._letters.boundingRect(room, _WORDS, text).height()
        return min(lines, _MOST_LINES * self._line()) + 2 * _PAD

    def _line(self) -> int:
        return self._letters.lineSpacing()
