"""The raised number of a footnote in an editor: one character that no key types and that counts by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop_app.ui.theme import LINK

ANCHOR = "\ufffc"
"""The character that stands for a number."""
KIND = int(QTextFormat.ObjectTypes.UserObject) + 1
SMALL = 0.7
"""The size of the number, in sizes of the text."""


class NoteNumber(QPyTextObject):
    """Draws the numbers of one document; `before`: how many footnotes stand in the report before it."""

    def __init__(self, before: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._before = before

    def number(self, document: QTextDocument, position: int) -> int:
        """The number of the anchor at this position."""
        return self._before() + anchors_before(document, position) + 1

    def intrinsicSize(  # noqa: N802
        self, document: QTextDocument, position: int, style: QTextFormat
    ) -> QSizeF:
        """As wide as the number, as high as the letters beside it."""
        font = document.defaultFont()
        width = QFontMetricsF(_small(font)).horizontalAdvance(str(self.number(document, position)))
        return QSizeF(width + 1, QFontMetricsF(font).ascent())

    def drawObject(  # noqa: N802
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int,
        style: QTextFormat,
    ) -> None:  # fmt: skip
        """The number, small and at the top."""
        painter.save()
        font = _small(document.defaultFont())
        painter.setFont(font)
        painter.setPen(LINK)
        place = QPointF(rect.left() + 0.5, rect.top() + QFontMetricsF(font).ascent())
        painter.drawText(place, str(self.number(document, position)))
        painter.restore()


def anchors_before(document: QTextDocument, position: int) -> int:
    """How many anchors stand before the position, which counts as Qt does: letters of two as two."""
    found = 0
    block = document.begin()
    while block.isValid() and block.position() < position:
        text = block.text()
        inside = position - block.position()
        if inside < len(text.encode("utf-16-le", "surrogatepass")) // 2:
            cut = text.encode("utf-16-le", "surrogatepass")[: 2 * inside]
            text = cut.decode("utf-16-le", "ignore")
        found += text.count(ANCHOR)
        block = block.next()
    return found


def anchor_beside(cursor: QTextCursor) -> QTextCursor | None:
    """The anchor before the cursor or behind it, selected; None without one."""
    document = cursor.document()
    for place in (cursor.position() - 1, cursor.position()):
        if place >= 0 and document.characterAt(place) == ANCHOR:
            found = QTextCursor(document)
            found.setPosition(place)
            found.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
            return found
    return None


def as_anchor(style: QTextCharFormat) -> QTextCharFormat:
    """The format for an anchor beside text of this format."""
    made = QTextCharFormat(style)
    made.setObjectType(KIND)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made
