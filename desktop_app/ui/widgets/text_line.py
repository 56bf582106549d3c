"""A place for a few lines of text that changes with every key and never moves its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_TOP = 2
"""Pixels above the first line: accents over capitals rise above the height of the face."""


class TextLine(QWidget):
    """Wrapped text of a fixed number of lines; what does not fit ends in "…" and is told by the tool tip.

    A QLabel asks the whole window for a new layout whenever its text changes: measured here, six
    milliseconds of a keystroke that may take four.
    """

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._lines = lines
        self.setAccessibleName(name)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What stands there."""
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self.setToolTip(text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The text alone."""
        painter, metrics = QPainter(self), self.fontMetrics()
        step = metrics.lineSpacing()
        room = self.rect() if self._lines == 1 else QRect(0, _TOP, self.width(), step)
        for line in fitted(self._text, metrics, self.width(), self._lines):
            painter.drawText(room, int(_MIDDLE), line)
            room.translate(0, step)


def fitted(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """The text broken between words into so many lines at most, the last of them cut where it must be."""
    made: list[str] = []
    words = text.split(" ")
    while words and len(made) < lines - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        made.append(line)
    if words:
        made.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return made
