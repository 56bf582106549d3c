"""A place for a few lines of text that changes with every key and never moves its neighbours."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout
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
        self._fitted: tuple[str, int, list[str]] = ("", 0, [])
        self.setAccessibleName(name)
        self.setAutoFillBackground(True)  # else all that lies behind it is painted with it at each key
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
        if self._fitted[:2] != (self._text, self.width()):
            self._fitted = (
                self._text,
                self.width(),
                fitted(self._text, self.font(), self.width(), self._lines),
            )
        for line in self._fitted[2]:
            painter.drawText(room, int(_MIDDLE), line)
            room.translate(0, step)


def fitted(text: str, font: QFont, width: int, lines: int) -> list[str]:
    """The text broken between words into so many lines at most, the last of them cut where it must be."""
    layout, places, units = QTextLayout(text, font), [0], text.encode("utf-16-le", "surrogatepass")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        places.append(line.textStart() + line.textLength())
    layout.endLayout()
    if len(places) > lines + 1:
        places[lines:] = [len(units)]
    made = [
        units[2 * begin : 2 * end].decode("utf-16-le", "surrogatepass").rstrip()
        for begin, end in pairwise(places)  # Qt counts in units of UTF-16
    ]
    cut = QFontMetrics(font).elidedText(made[-1], Qt.TextElideMode.ElideRight, width) if made else ""
    return [*made[:-1], cut] if made else []
