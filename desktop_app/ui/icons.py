"""The signs of the tool bar, drawn here so that they are sharp at every scale and belong to nobody else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

SIDE = 16
SCALES = (1, 2, 3)
"""Pictures for 100, 200 and 300 %; Qt takes the larger one and makes it smaller for those between."""
INK, PALE = QColor("#3c4855"), QColor("#b3bbc4")
LINE = 1.4


def icon(name: str) -> QIcon:
    """The sign of an action of this name, also pale for when it cannot be done; empty where there is none."""
    made = QIcon()
    if name in _SIGNS:
        for scale in SCALES:
            made.addPixmap(_picture(name, scale, INK), QIcon.Mode.Normal)
            made.addPixmap(_picture(name, scale, PALE), QIcon.Mode.Disabled)
    return made


def _picture(name: str, scale: int, colour: QColor) -> QPixmap:
    picture = QPixmap(QSize(SIDE, SIDE) * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _SIGNS[name](painter)
    painter.end()
    return picture


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _list(painter: QPainter) -> None:
    """An arrow back to the left."""
    _line(painter, (7.5, 3), (2.5, 8), (7.5, 13))
    _line(painter, (2.5, 8), (13.5, 8))


def _sheet(painter: QPainter, letter: str) -> None:
    """A sheet with a folded corner and a letter."""
    _line(painter, (9.5, 1.5), (3, 1.5), (3, 14.5), (13, 14.5), (13, 5), (9.5, 1.5), (9.5, 5), (13, 5))
    font = QFont("sans-serif")
    font.setPixelSize(8)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRectF(3, 5, 10, 9), Qt.AlignmentFlag.AlignCenter, letter)


def _print(painter: QPainter) -> None:
    """A printer with a sheet above and one below."""
    _line(painter, (4.5, 5.5), (4.5, 1.5), (11.5, 1.5), (11.5, 5.5))
    painter.drawRoundedRect(QRectF(1.5, 5.5, 13, 6), 1, 1)
    painter.drawRect(QRectF(4.5, 9.5, 7, 5))


def _turn(painter: QPainter, *, back: bool) -> None:
    """A bent arrow, to the left or to the right."""
    if not back:
        painter.translate(SIDE, 0)
        painter.scale(-1, 1)
    path = QPainterPath(QPointF(2.5, 6))
    path.lineTo(9.5, 6)
    path.cubicTo(15, 6, 15, 13.5, 9.5, 13.5)
    path.lineTo(6, 13.5)
    painter.drawPath(path)
    _line(painter, (6, 2.5), (2.5, 6), (6, 9.5))


def _preview(painter: QPainter) -> None:
    """A sheet under a glass."""
    _line(painter, (6, 14.5), (2.5, 14.5), (2.5, 1.5), (11.5, 1.5), (11.5, 4.5))
    painter.drawEllipse(QPointF(9.5, 9), 3.5, 3.5)
    _line(painter, (12, 11.5), (14.5, 14.5))
    _line(painter, (5, 4.5), (9, 4.5))


def _check(painter: QPainter) -> None:
    """A list with a tick."""
    _line(painter, (1.5, 4), (3, 5.5), (5.5, 2.5))
    for y in (4, 8.5, 13):
        _line(painter, (8, y), (14.5, y))
    _line(painter, (2, 8.5), (5, 8.5))
    _line(painter, (2, 13), (5, 13))


_SIGNS: dict[str, Callable[[QPainter], None]] = {
    "list": _list,
    "export_docx": lambda painter: _sheet(painter, "W"),
    "export_pdf": lambda painter: _sheet(painter, "P"),
    "print": _print,
    "undo": lambda painter: _turn(painter, back=True),
    "redo": lambda painter: _turn(painter, back=False),
    "preview": _preview,
    "panel": _check,
}
