"""Grey words below a field, as high as their lines are and no higher."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.plain_label import PlainLabel

NARROWEST = 220


class HintLabel(PlainLabel):
    """Wrapped; a QLabel asks for two lines where its words would fill a quarter of the usual width."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setProperty("quiet", True)

    def setText(self, text: str) -> None:  # noqa: N802
        """Other words may be of other heights."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another face, too."""
        self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Asked four times for each layout, and measuring words is slow."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

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
