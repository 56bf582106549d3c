"""Draw the program's icon, size by size, into resources/icon.ico: `python -m tools.draw_icon`.

A sheet with a ticked table on the program's blue. Small sizes are drawn with fewer and thicker
strokes on whole pixels, not made smaller from the large one, which would blur them.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

TARGET = Path(__file__).parents[1] / "resources" / "icon.ico"
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
BLUE, DEEP, PAPER, INK, GREEN = "#1f5fa8", "#174a85", "#ffffff", "#9db4cf", "#1e8e4e"
FEW_LINES = 24


def main() -> None:
    """Draw every size and write the file."""
    application = QGuiApplication([*sys.argv[:1], "-platform", "offscreen"])
    pictures = [picture(size) for size in SIZES]
    largest = pictures[-1]
    largest.save(TARGET, format="ICO", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    application.quit()
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(SIZES)} sizes")


def picture(size: int) -> Image.Image:
    """The icon at one size in pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _ground(painter, size)
    sheet = _sheet(painter, size)
    _lines(painter, sheet, size)
    _tick(painter, size)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return Image.open(BytesIO(bytes(buffer.data().data())))


def _ground(painter: QPainter, size: int) -> None:
    """The blue field with round corners."""
    corner = size * 0.18
    painter.setBrush(QColor(BLUE))
    painter.drawRoundedRect(QRectF(0, 0, size, size), corner, corner)


def _sheet(painter: QPainter, size: int) -> QRectF:
    """The paper, its upper right corner folded; on whole pixels."""
    left, top = round(size * 0.2), round(size * 0.12)
    width, height = round(size * 0.56), round(size * 0.74)
    fold = round(size * 0.16)
    sheet = QRectF(left, top, width, height)
    outline = QPainterPath(QPointF(left, top))
    for x, y in (
        (left + width - fold, top), (left + width, top + fold), (left + width, top + height),
        (left, top + height),
    ):  # fmt: skip
        outline.lineTo(x, y)
    outline.closeSubpath()
    painter.setBrush(QColor(PAPER))
    painter.drawPath(outline)
    corner = QPainterPath(QPointF(left + width - fold, top))
    corner.lineTo(left + width - fold, top + fold)
    corner.lineTo(left + width, top + fold)
    corner.closeSubpath()
    painter.setBrush(QColor(INK))
    painter.drawPath(corner)
    return sheet


def _lines(painter: QPainter, sheet: QRectF, size: int) -> None:
    """Rows of a table: a number's place and its words."""
    count, thick = (2, max(1, size // 14)) if size <= FEW_LINES else (4, max(2, size // 22))
    first, step = sheet.top() + round(size * 0.24), round(size * (0.17 if size <= FEW_LINES else 0.115))
    gap = max(1, round(size * 0.05))
    painter.setBrush(QColor(DEEP))
    for row in range(count):
        y = first + row * step
        left = sheet.left() + round(size * 0.07)
        painter.drawRect(QRectF(left, y, thick, thick))
        reach = sheet.right() - round(size * 0.07) - left - thick - gap
        painter.drawRect(QRectF(left + thick + gap, y, round(reach), thick))


def _tick(painter: QPainter, size: int) -> None:
    """The green disc with its tick, lower right, in a rim of the ground."""
    radius, centre = size * 0.24, QPointF(size * 0.72, size * 0.73)
    rim = max(1.0, size * 0.035)
    painter.setBrush(QColor(BLUE))
    painter.drawEllipse(centre, radius + rim, radius + rim)
    painter.setBrush(QColor(GREEN))
    painter.drawEllipse(centre, radius, radius)
    pen = QPen(QColor(PAPER), max(1.6, size * 0.07))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [(-0.48, 0.02), (-0.12, 0.38), (0.5, -0.34)]
    painter.drawPolyline([centre + QPointF(x * radius, y * radius) for x, y in corners])


if __name__ == "__main__":
    main()
