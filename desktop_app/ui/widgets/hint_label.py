"""Grey words below a field, as high as their lines are and no higher."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.plain_label import PlainLabel

NARROWEST = 220
SLACK = 8
"""More than its words are wide in one line, for what the style keeps at the sides."""


class HintLabel(PlainLabel):
    """Wrapped; a QLabel asks for two lines where its words would fill a quarter of the usual width."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        self._line: tuple[int, int] | None = None  # width and height of its words in one line
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setProperty("quiet", True)

    def setText(self, text: str) -> None:  # noqa: N802
        """Other words may be of other heights."""
        self._forget()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another face, too."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """A layout asks for many widths and many times over, and to measure words is slow."""
        if self._line is None:
            letters = self.fontMetrics().horizontalAdvance(self.text())
            self._line = letters + SLACK, super().heightForWidth(letters + SLACK)
        if "\n" not in self.text() and width >= self._line[0]:
            return self._line[1]
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def _forget(self) -> None:
        self._heights.clear()
        self._line = None

    def sizeHint(self) -> QSize:  # noqa: N802
        """The height at the width that it has."""
        return QSize(NARROWEST, self.heightForWidth(max(NARROWEST, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: no line is ever cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width may ask for another height."""
        super().resizeEvent(event)
        if self.heightForWidth(event.size().width()) != event.size().height():
            self.updateGeometry()
